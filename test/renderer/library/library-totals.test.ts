import { expect, test } from "vitest";
import { indicatorId, year } from "#core/plan/ids.ts";
import { bundledTotals, librarySpan } from "#renderer/features/library/library-totals.ts";
import { FIVE_PLANS, libraryEntry } from "./library-entries.ts";

const draft = libraryEntry({
  id: "draft",
  title: "恩平市科技创新“十五五”规划",
  code: "440785",
  place: ["恩平市", "Enping City"],
  level: "county-level-city",
  years: [2026, 2030],
  status: "draft",
  more: { origin: "own", indicatorCount: 100, targetCount: 100, observationCount: 100 },
});

test("the totals of the room are those of the bundled plans, whatever drafts there are", () => {
  expect(bundledTotals([...FIVE_PLANS, draft])).toEqual({
    "data-plans": 5,
    "data-indicators": 5,
    "data-observations": 3,
    "data-targets": 2,
  });
});

test("all rows share a time axis that holds every period and the years before the first", () => {
  expect(librarySpan([...FIVE_PLANS, draft])).toEqual({ first: 2011, last: 2030 });
});

// The first period starts in 2016: five years before it is 2011, ten years 2006.
test.each([
  [2013, 2011],
  [2008, 2008],
  [1995, 2006],
])("history from %i on makes the axis begin in %i", (since, first) => {
  const highlight = {
    indicator: indicatorId("draft/i"),
    name: "",
    unit: "",
    points: [{ year: year(since), value: 1 }],
    base: null,
    targets: [],
  };
  expect(librarySpan([...FIVE_PLANS, { ...draft, highlight }])).toEqual({ first, last: 2030 });
});
