import { expect, test } from "vitest";
import { crashLimit } from "#main/host/crash-limit.ts";

const MINUTE = 60_000;

test("three crashes within five minutes are borne, the fourth is not", () => {
  let now = 0;
  const mayStart = crashLimit(() => now);
  const answers = [0, 1, 4, 4.9].map((minute) => {
    now = minute * MINUTE;
    return mayStart();
  });
  expect(answers).toEqual([true, true, true, false]);
});

test("a page that crashes now and then is started again each time", () => {
  let now = 0;
  const mayStart = crashLimit(() => now);
  for (; now < 60 * MINUTE; now += 2 * MINUTE) expect(mayStart()).toBe(true);
});
