import { expect, test } from "vitest";
import { LOW_DISK_BYTES, diskLevel } from "#bridge/disk-space.ts";
import { fullDiskError } from "#renderer/data/full-disk-error.ts";

const logged: string[] = [];

const diskWith = (free: number) => ({
  log: ({ message }: { readonly message: string }) => {
    logged.push(message);
    return Promise.resolve({ ok: true, value: null } as const);
  },
  diskSpace: () => Promise.resolve({ ok: true, value: { free, level: diskLevel(free) } } as const),
});

test("what is not known to have failed on a disk without room is told as the disk's", async () => {
  const unknown = { kind: "unknown", detail: "AbortError" } as const;
  expect(await fullDiskError(unknown, diskWith(0))).toEqual({ kind: "quota" });
  expect(logged).toEqual([expect.stringContaining("AbortError")]);
  expect(await fullDiskError(unknown, diskWith(2 * LOW_DISK_BYTES))).toEqual(unknown);
});

test("what says why it failed stays as it is", async () => {
  expect(await fullDiskError({ kind: "blocked" }, diskWith(0))).toEqual({ kind: "blocked" });
});
