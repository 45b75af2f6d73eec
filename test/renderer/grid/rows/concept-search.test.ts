import { expect, test } from "vitest";
import { findConcepts } from "#renderer/features/grid/rows/concept-search.ts";
import { seedConcepts } from "../../../seed-plan.ts";
import { enping } from "../grid-fixtures.ts";

const names = (query: string) =>
  findConcepts(seedConcepts(), enping, query).map(({ concept, inPlan }) => [concept.zh, inPlan] as const);

test("the catalogue is searched by Chinese and English names and by pinyin", () => {
  expect(names("dqsczz").map(([name]) => name)).toEqual(["地区生产总值"]);
  expect(names("gross domestic").map(([name]) => name)).toEqual(["地区生产总值"]);
  expect(names("院士").map(([name]) => name)).toEqual(["全职院士", "院士工作站"]);
  expect(names("")).toHaveLength(seedConcepts().length);
});

test("what the plan has already comes last and says so", () => {
  const found = names("高新技术企业");
  const firstKnown = found.findIndex(([, inPlan]) => inPlan);
  expect(firstKnown).toBeGreaterThan(0);
  expect(found.slice(firstKnown).every(([, inPlan]) => inPlan)).toBe(true);
});
