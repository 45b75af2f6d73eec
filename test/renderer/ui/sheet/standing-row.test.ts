import { describe, expect, test } from "vitest";
import { nextStanding, type Standing } from "#renderer/ui/sheet/standing-row.ts";

interface Row {
  readonly id: string;
}
const rows = (ids: string): readonly Row[] => Array.from(ids, (id) => ({ id }));
const FRESH: Standing<Row> = { rows: [], row: null, found: null };
/** The rows that are shown, and the name of the active one. */
type Step = readonly [string, string | null];
/** Where the active row is after tables of rows were shown one after the other. */
const standing = (...steps: readonly Step[]) =>
  steps.reduce((before, [ids, name]) => nextStanding(before, rows(ids), name), FRESH);
const after = (...steps: readonly Step[]) => standing(...steps).row?.id ?? null;

describe("the active row", () => {
  test.each([
    ["is the named one", [["abcd", "c"]], "c"],
    ["is the first where nothing is named", [["abcd", null]], "a"],
    [
      "is the next one when it goes",
      [
        ["abcde", "c"],
        ["abde", "c"],
      ],
      "d",
    ],
    [
      "is the one above when the last goes",
      [
        ["abcd", "d"],
        ["abc", "d"],
      ],
      "c",
    ],
    [
      "is the next that stays when several go",
      [
        ["abcdef", "c"],
        ["af", "c"],
      ],
      "f",
    ],
    [
      "is the nearest above that stays when all below go",
      [
        ["abcdef", "d"],
        ["ab", "d"],
      ],
      "b",
    ],
    [
      "stays where it came to when rows go above it",
      [
        ["abcde", "c"],
        ["abde", "c"],
        ["bde", "c"],
      ],
      "d",
    ],
    [
      "stays while the named one is about to come",
      [
        ["abcd", "c"],
        ["abcd", "x"],
      ],
      "c",
    ],
    [
      "is the named one once it has come",
      [
        ["abcd", "c"],
        ["abcd", "x"],
        ["abcxd", "x"],
      ],
      "x",
    ],
    [
      "is the named one again when it comes back",
      [
        ["abc", "b"],
        ["ac", "b"],
        ["abc", "b"],
      ],
      "b",
    ],
    [
      "is none without rows, and the first of new ones",
      [
        ["abc", "b"],
        ["", "b"],
        ["xy", "b"],
      ],
      "x",
    ],
    [
      "stays the same row in another order",
      [
        ["abcd", "c"],
        ["dcba", "c"],
      ],
      "c",
    ],
  ] as const)("%s", (_, steps, expected) => {
    expect(after(...steps)).toBe(expected);
  });

  test("tells a row that is gone from one that is about to come", () => {
    expect(standing(["abc", "b"], ["ac", "b"]).found).toBe("b");
    expect(standing(["abc", "b"], ["abc", "x"]).found).toBe("b");
  });

  test("is the same value as long as nothing changes", () => {
    const shown = rows("abc");
    const first = nextStanding(FRESH, shown, "b");
    expect(nextStanding(first, shown, "b")).toBe(first);
  });
});
