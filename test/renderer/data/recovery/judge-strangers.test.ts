import { expect, test } from "vitest";
import { type AllKept, judgeStrangers } from "#renderer/data/recovery/strangers/judge-strangers.ts";

const head = (store: string, last: number, writtenAt = 0, count = last) => ({
  store,
  last,
  count,
  writtenAt,
});
const backup = (
  store: string,
  sequence: number,
  places: AllKept["backups"][number]["places"] = ["own"],
  plans = 1,
): AllKept["backups"][number] => ({ store, sequence, places, plans, at: 500 });

test.each<[string, Partial<AllKept>, readonly [string, number][], readonly [string, number, number][]]>([
  ["nothing else is there", { heads: [head("own", 9)] }, [], []],
  ["another journal that was never met", { heads: [head("own", 9), head("b", 4)] }, [], [["b", 0, 4]]],
  ["one that was met up to its end", { heads: [head("b", 4)] }, [["b", 4]], []],
  ["one that went on since", { heads: [head("b", 7)] }, [["b", 4]], [["b", 4, 7]]],
  ["one that was met further than its journal reaches now", { heads: [head("b", 3)] }, [["b", 4]], []],
  ["a journal without entries", { heads: [head("b", 0)] }, [], []],
  ["one whose last entry alone is left", { heads: [head("b", 8, 0, 1)] }, [], [["b", 0, 8]]],
  [
    "several, the one written last first",
    { heads: [head("b", 4, 100), head("c", 2, 900)] },
    [],
    [
      ["c", 0, 2],
      ["b", 0, 4],
    ],
  ],
  [
    "a store of which only backups are left",
    { backups: [backup("b", 3), backup("b", 6)] },
    [],
    [["b", 0, 6]],
  ],
  ["one that was met by its backups", { backups: [backup("b", 6)] }, [["b", 6]], []],
  [
    "a backup that goes further than its journal",
    { heads: [head("b", 4)], backups: [backup("b", 6)] },
    [],
    [["b", 0, 6]],
  ],
  [
    "backups that a second folder alone holds: a colleague's stick",
    { backups: [backup("b", 6, ["second"])] },
    [],
    [],
  ],
  ["a backup in both folders", { backups: [backup("b", 6, ["own", "second"])] }, [], [["b", 0, 6]]],
  ["a backup without plans", { backups: [backup("b", 6, ["own"], 0)] }, [], []],
  ["this database's own backups, where its journal is lost", { backups: [backup("own", 20)] }, [], []],
])("of %s", (_, kept, met, expected) => {
  const found = judgeStrangers("own", { heads: [], backups: [], ...kept }, new Map(met));
  expect(found.map((each) => [each.store, each.met, each.last])).toEqual(expected);
});
