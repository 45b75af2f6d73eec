import { describe, expect, test } from "vitest";
import { conceptId, planId } from "#core/plan/ids.ts";
import type { Plan } from "#core/plan/plan.ts";
import {
  arrangementOf,
  comparisonChart,
  type ComparisonSource,
  MOST_PANELS,
} from "#renderer/features/compare/comparison-view.ts";
import { seedPlan } from "../../seed-plan.ts";
import { studyOf, words } from "./study-of.ts";

const source = (id: string, more: Partial<ComparisonSource> = {}): ComparisonSource => ({
  ...studyOf(id),
  drawn: new Set(),
  arrangement: null,
  ...more,
});
const chartOf = (id: string, more: Partial<ComparisonSource> = {}) =>
  comparisonChart(source(id, more), words);
const linesOf = (id: string, more: Partial<ComparisonSource> = {}) =>
  chartOf(id, more)?.panels.flatMap(({ lines }) => lines) ?? [];

const NATIONAL = new Set([conceptId("national-high-tech-enterprises")]);

/** Plans of one indicator, as many as wanted: copies of Enping's. */
function copiesOf(count: number): readonly Plan[] {
  return Array.from({ length: count }, (_, at) => {
    const plan = seedPlan("enping-13");
    return { ...plan, id: planId(`copy-${at}`), title: `副本${at}`, origin: "own" };
  });
}

describe("the chart of more plans than there is room for", () => {
  const chart = comparisonChart(
    { ...studyOf("rd-intensity", copiesOf(30)), drawn: new Set(), arrangement: null },
    words,
  );

  test("draws as many as there is room for and says so, on paper as well", () => {
    expect(chart?.panels).toHaveLength(MOST_PANELS);
    expect(chart?.notes.at(-1)).toBe("图中为其中 6 部规划，共 30 部，其余见表。");
  });

  test("names the sources of what it draws only", () => {
    expect([...(chart?.source ?? "").matchAll(/副本/gu)]).toHaveLength(MOST_PANELS);
  });

  test("draws the plan that is open wherever it stands", () => {
    const study = { ...studyOf("rd-intensity", copiesOf(30)), current: planId("copy-29") };
    const own = comparisonChart({ ...study, drawn: new Set(), arrangement: null }, words);
    expect(own?.panels).toHaveLength(MOST_PANELS);
    expect(own?.panels.map(({ title }) => title)).toContain("copy-29");
  });

  test("of just as many plans says nothing", () => {
    const study = studyOf("rd-intensity", copiesOf(MOST_PANELS));
    const full = comparisonChart({ ...study, drawn: new Set(), arrangement: null }, words);
    expect(full?.panels).toHaveLength(MOST_PANELS);
    expect(full?.notes.join("")).not.toContain("其余见表");
  });
});

describe("the chart of a concept", () => {
  test("has a line a plan with its values and targets as printed", () => {
    const enping = linesOf("rd-intensity").find(({ name }) => name === "enping-13");
    // Enping lines 62 and 102.
    expect(enping?.history.map(({ year, value }) => [year, value])).toEqual([
      [2010, 0.28],
      [2015, 1.5],
    ]);
    expect(enping?.targets).toMatchObject([{ year: 2020, low: 2.5, high: null, final: true, label: "≥2.5" }]);
  });

  test("marks floor and stretch (Shaoguan line 20)", () => {
    const shaoguan = linesOf("high-tech-enterprises").find(({ name }) => name === "shaoguan-2017");
    expect(shaoguan?.targets).toMatchObject([
      { year: 2020, low: 100, high: 130, stretch: true, label: "100—130" },
    ]);
  });

  test("leaves other calibers out until they are asked for, and then draws them as what they are", () => {
    expect(linesOf("high-tech-enterprises").map(({ caliber }) => caliber)).not.toContain("仅国家级");
    const family = studyOf("high-tech-enterprises").table.relatives.map(({ concept }) => concept.id);
    expect(family).toContain("national-high-tech-enterprises");
    const lines = linesOf("high-tech-enterprises", { drawn: NATIONAL });
    const national = lines.filter(({ caliber }) => caliber !== null);
    expect(national.map(({ name }) => name).sort()).toEqual(["enping-13", "taishan-13"]);
    expect(national.every(({ style }) => style !== 1)).toBe(true);
  });

  test("says in its notes which calibers are dashed", () => {
    const notes = chartOf("high-tech-enterprises", { drawn: NATIONAL })?.notes.join("") ?? "";
    const differs = studyOf("high-tech-enterprises").table.relatives.find(({ concept }) =>
      NATIONAL.has(concept.id),
    )?.concept.differs;
    expect(notes).toContain(`虚线为其他口径：${differs}`);
  });

  test.each([
    // Five plans: more than four lines (look/tokens.md).
    ["rd-intensity", "shared"],
    // Jiangmen 2600 against Enping 16 would flatten the counties.
    ["high-tech-enterprises", "separate"],
    // Four shares of the same size.
    ["high-tech-product-output-share", "together"],
  ])("of %s is arranged %s unless the planner says otherwise", (id, arrangement) => {
    expect(arrangementOf(source(id))).toBe(arrangement);
  });

  test("is arranged as the planner says, as far as so many lines can be", () => {
    expect(arrangementOf(source("high-tech-enterprises", { arrangement: "together" }))).toBe("together");
    expect(arrangementOf(source("rd-intensity", { arrangement: "together" }))).not.toBe("together");
    expect(arrangementOf(source("rd-intensity", { arrangement: "separate" }))).toBe("separate");
  });

  test("has no panels without a number to draw", () => {
    const study = studyOf("rd-intensity");
    const table = { ...study.table, rows: [], relatives: [] };
    expect(comparisonChart({ ...study, table, drawn: new Set(), arrangement: null }, words)).toBeNull();
  });
});
