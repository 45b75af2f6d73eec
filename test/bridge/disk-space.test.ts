import { expect, test } from "vitest";
import { diskLevel } from "#bridge/disk-space.ts";

const MB = 1024 ** 2;

// The figures of the reliability design: a warning under 2 GB, nothing new under 500 MB.
test.each([
  [null, "enough"],
  [2048 * MB, "enough"],
  [2048 * MB - 1, "low"],
  [500 * MB, "low"],
  [500 * MB - 1, "read-only"],
  [0, "read-only"],
] as const)("%s free bytes are %s", (free, level) => {
  expect(diskLevel(free)).toBe(level);
});
