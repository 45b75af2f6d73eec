import { expect, test } from "vitest";
import type { Found } from "#renderer/data/db/probe-database.ts";
import { judgeStart, type Kept } from "#renderer/data/recovery/judge-start.ts";

const ABSENT: Found = { kind: "absent" };
const found = (store: string | null, last: number, count = last): Found => ({
  ...{ kind: "present", version: 2 },
  ...{ store, last, count },
});
const head = (store: string, base: number, last: number) => ({ store, base, last, count: last - base });
const kept = (heads: Kept["heads"], backups: Kept["backups"] = []): Kept => ({ heads, backups });

test.each<[string, Found | "damaged", Kept, ReturnType<typeof judgeStart>]>([
  ["nothing anywhere is a first start", ABSENT, kept([]), { kind: "first-start" }],
  ["a named but unused database is one, too", found("a", 0), kept([]), { kind: "first-start" }],
  [
    "an empty one is none when a journal exists",
    ABSENT,
    kept([head("a", 0, 3)]),
    { kind: "lost", store: "a", because: "missing" },
  ],
  [
    "nor when only a backup exists",
    found(null, 0),
    kept([], [{ store: "a" }]),
    { kind: "lost", store: "a", because: "missing" },
  ],
  [
    "a new shell takes up the store written last",
    found("new", 0),
    kept([head("b", 0, 2), head("a", 0, 9)]),
    { kind: "lost", store: "b", because: "missing" },
  ],
  [
    "data that the browser lost comes back",
    "damaged",
    kept([head("a", 0, 3)]),
    { kind: "lost", store: "a", because: "damaged" },
  ],
  ["equal ends are whole", found("a", 3), kept([head("a", 0, 3)]), { kind: "whole" }],
  ["a database ahead is whole", found("a", 4), kept([head("a", 0, 3)]), { kind: "whole" }],
  ["so is one that the machine does not know", found("a", 4), kept([]), { kind: "whole" }],
  [
    "a later end on the machine is replayed",
    found("a", 3),
    kept([head("a", 2, 5)]),
    { kind: "behind", store: "a", last: 3 },
  ],
  [
    "a hole before the machine's first entry asks for a backup",
    found("a", 3),
    kept([head("a", 4, 6)]),
    { kind: "lost", store: "a", because: "incomplete" },
  ],
  [
    "entries that are missing in between are noticed",
    found("a", 3, 2),
    kept([head("a", 0, 3)]),
    { kind: "lost", store: "a", because: "incomplete" },
  ],
])("%s", (_, database, machine, verdict) => {
  expect(judgeStart(database, machine)).toEqual(verdict);
});
