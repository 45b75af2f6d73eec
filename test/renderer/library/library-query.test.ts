import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  countFacet,
  EVERYTHING,
  FACETS,
  filterLibrary,
  isNarrow,
  type LibraryQuery,
  type LibraryRow,
  ORDERS,
  sortLibrary,
  toggleFacet,
} from "#renderer/features/library/library-query.ts";
import { FIVE_PLANS } from "./library-entries.ts";

const rows: readonly LibraryRow[] = FIVE_PLANS.map((entry) => ({
  entry,
  keys: {
    period: `${entry.period.start}-${entry.period.end}`,
    level: entry.level ?? "",
    area: entry.jurisdiction.startsWith("4402") ? "440200" : "440700",
    status: entry.status,
  },
  words: [entry.title, entry.jurisdictionName, ...entry.indicatorNames.map(({ name }) => name)],
}));

const ids = (found: readonly LibraryRow[]) => found.map(({ entry }) => String(entry.id)).sort();
const asking = (change: Partial<LibraryQuery>): LibraryQuery => ({ ...EVERYTHING, ...change });

describe("filtering the library", () => {
  test("shows all plans when nothing is asked for", () => {
    expect(filterLibrary(rows, EVERYTHING)).toEqual(rows);
    expect(isNarrow(EVERYTHING)).toBe(false);
  });

  // Which plans hold the words, by their titles, jurisdictions and indicators in library-entries.ts.
  test.each([
    ["十三五", ["enping-13", "taishan-13"]],
    ["鹤山", ["heshan-14"]],
    ["dqsczz", ["jiangmen-14"]],
    ["高新技术企业", ["enping-13", "heshan-14", "jiangmen-14"]],
    ["没有这样的词", []],
  ])("finds by “%s”", (text, expected) => {
    expect(ids(filterLibrary(rows, asking({ text })))).toEqual(expected);
  });

  test("takes any wanted value of one facet, and all facets together", () => {
    const query = asking({
      wanted: { period: ["2016-2020", "2017-2020"], level: ["prefecture"], area: [], status: [] },
    });
    expect(ids(filterLibrary(rows, query))).toEqual(["shaoguan-2017"]);
  });

  test("counts what a value would show beside the other facets, and keeps values that show nothing", () => {
    const query = asking({ wanted: { period: [], level: ["prefecture"], area: [], status: [] } });
    expect(countFacet(rows, query, "status")).toEqual(
      new Map([
        ["issued", 2],
        ["consultation", 0],
      ]),
    );
    expect(countFacet(rows, query, "level").get("county-level-city")).toBe(3);
  });

  test("shows under a single wanted value as many plans as its count says", () => {
    const values = FACETS.flatMap((facet) =>
      [...countFacet(rows, EVERYTHING, facet)].map(([value, count]) => ({ facet, value, count })),
    );
    fc.assert(
      fc.property(fc.constantFrom(...values), ({ facet, value, count }) => {
        expect(filterLibrary(rows, toggleFacet(EVERYTHING, facet, value))).toHaveLength(count);
      }),
    );
  });

  test("wanting a value twice is wanting it no longer", () => {
    const once = toggleFacet(EVERYTHING, "level", "prefecture");
    expect(isNarrow(once)).toBe(true);
    expect(toggleFacet(once, "level", "prefecture")).toEqual(EVERYTHING);
  });
});

describe("ordering the library", () => {
  test("puts the latest period first, then the higher level", () => {
    expect(sortLibrary(rows, "period").map(({ entry }) => String(entry.id))).toEqual([
      "jiangmen-14",
      "heshan-14",
      "shaoguan-2017",
      "taishan-13",
      "enping-13",
    ]);
  });

  test("does not depend on the order it starts from", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ORDERS),
        fc.shuffledSubarray([...rows], { minLength: rows.length }),
        (order, shuffled) => {
          expect(sortLibrary(shuffled, order)).toEqual(sortLibrary(rows, order));
        },
      ),
    );
  });
});
