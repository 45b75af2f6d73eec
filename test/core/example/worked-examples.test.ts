import { describe, expect, test } from "vitest";
import { exampleTree } from "#core/example/example-tree.ts";
import { exampleOf, WORKED_EXAMPLES } from "#core/example/worked-examples.ts";
import { conceptId } from "#core/plan/ids.ts";
import { ScenarioStudy } from "#core/scenario/scenario-study.ts";
import { resources } from "#renderer/i18n/resources.ts";
import { seedPlan } from "../../seed-plan.ts";
import { CONCEPTS } from "../report/study-of.ts";

/** GDP of Enping in 2015: 2.3亿元 of R&D are 1.5 % of it (line 62 of its document). */
const ENPING_GDP = {
  id: "gdp",
  name: "地区生产总值",
  unit: "亿元",
  concept: conceptId("gdp"),
  known: [{ year: 2015, value: 2.3e8 / 0.015 }],
};

/** What an example's series is in a year under one of its scenarios, by the engine, in base units. */
function valueOf(planId: string, key: string, year: number): number {
  const example = exampleOf(planId);
  if (example === null) throw new Error(`${planId} has no example`);
  const drivers = planId === "enping-13" ? [ENPING_GDP] : [];
  const study = new ScenarioStudy(
    seedPlan(planId),
    CONCEPTS,
    exampleTree(example, (name) => name),
    drivers,
  );
  const column = study.tree.scenarios.findIndex(({ id }) => id === key);
  const series = study.placeOf(example.series);
  if (series === null || column < 0) throw new Error("no such cell");
  return study.engine.valueAt({ series, year, column });
}

// Every figure by hand from what the documents state: the lines are those of seeds/plans/*.json and docs/examples.md.
const FIGURES: readonly [plan: string, scenario: string, year: number, value: number, printed: string][] = [
  // Line 62: 1.5 % in 2015; line 102: 2.5 % by 2020.
  ["enping-13", "even", 2020, 1.5, "1.5"],
  ["enping-13", "needed", 2020, 2.5, "2.5"],
  ["enping-13", "faster", 2020, 2.5 * (1.05 / 1.08) ** 5, "2.17"],
  // Lines 35–39: 0.94 in 2011, 1.54 in 2015; line 122: 2.1 in 2017, 2.5 in 2020.
  ["taishan-13", "plan", 2017, 2.1, "2.1"],
  ["taishan-13", "even", 2017, 1.54 * (2.5 / 1.54) ** (2 / 5), "1.87"],
  ["taishan-13", "before", 2017, 1.54 * (1.54 / 0.94) ** (2 / 4), "1.97"],
  ["taishan-13", "before", 2020, 1.54 * (1.54 / 0.94) ** (5 / 4), "2.85"],
  // Line 87: 10.58亿元 in 2019, 2.92 %, 1.09 points more than 2015; lines 111 and 124: 6 %; Jiangmen: 12 %.
  ["heshan-14", "plan", 2025, 10.58e8 * 1.06 ** 6, "15.01"],
  ["heshan-14", "superior", 2025, 10.58e8 * 1.12 ** 6, "20.88"],
  ["heshan-14", "before", 2025, 10.58e8 * (2.92 / (2.92 - 1.09)) ** (6 / 4), "21.32"],
  // Line 2: 1845 in 2020, nine times 2015; 2600 by 2025.
  ["jiangmen-14", "plan", 2025, 2600, "2600"],
  ["jiangmen-14", "before", 2025, 1845 * 9, "16605"],
  ["jiangmen-14", "steady", 2025, 1845 + (1845 - 1845 / 9), "3485"],
  // Line 84: 33 in 2016, 200 and more by 2020.
  ["shaoguan-2017", "plan", 2020, 200, "200"],
  ["shaoguan-2017", "again", 2020, 33 + 4 * 33, "165"],
  ["shaoguan-2017", "rate", 2020, 200, "200"],
];

describe("the worked examples", () => {
  test("are one for each bundled plan", () => {
    expect(WORKED_EXAMPLES.map(({ plan }) => plan).sort()).toEqual(
      ["enping-13", "heshan-14", "jiangmen-14", "shaoguan-2017", "taishan-13"].sort(),
    );
  });

  test.each(FIGURES)("%s, %s, %i: %d", (plan, scenario, year, value) => {
    expect(valueOf(plan, scenario, year) / value).toBeCloseTo(1, 9);
  });

  test.each(FIGURES)("%s, %s, %i: the words print %d as %s", (plan, _scenario, _year, _value, printed) => {
    const id = exampleOf(plan)?.id ?? "enping";
    expect(resources["zh-CN"].examples.of[id].text).toContain(printed);
  });

  // Rates a year in percent, to one digit, by (level / base)^(1 / years) − 1.
  test.each([
    ["enping", (1.05 * (2.5 / 1.5) ** (1 / 5) - 1) * 100, "16.3"],
    ["taishan", ((2.1 / 1.54) ** (1 / 2) - 1) * 100, "16.8"],
    ["taishan", ((2.5 / 2.1) ** (1 / 3) - 1) * 100, "6.0"],
    ["taishan", ((2.5 / 1.54) ** (1 / 5) - 1) * 100, "10.2"],
    ["taishan", ((1.54 / 0.94) ** (1 / 4) - 1) * 100, "13.1"],
    ["heshan", ((2.92 / 1.83) ** (1 / 4) - 1) * 100, "12.4"],
    ["jiangmen", ((1845 / 205) ** (1 / 5) - 1) * 100, "55.2"],
    ["jiangmen", ((2600 / 1845) ** (1 / 5) - 1) * 100, "7.1"],
    ["shaoguan", ((200 / 33) ** (1 / 4) - 1) * 100, "56.9"],
  ] as const)("%s says %d as %s %% in both languages", (id, rate, printed) => {
    expect(rate.toFixed(1)).toBe(printed);
    for (const language of ["zh-CN", "en"] as const)
      expect(resources[language].examples.of[id].text).toContain(`${printed} %`);
  });

  test.each([
    ["enping: expenditure in 2020, 亿元", 2.3 * 1.05 ** 5 * (2.5 / 1.5), "4.89"],
    ["enping: GDP in 2015, 亿元", 2.3 / 0.015, "153.3"],
    ["jiangmen: more a year", (2600 - 1845) / 5, "151"],
    ["jiangmen: more a year before", (1845 - 205) / 5, "328"],
    ["shaoguan: more a year", (200 - 33) / 4, "41.75"],
  ])("%s: %d is printed as %s", (name, value, printed) => {
    const id = WORKED_EXAMPLES.find((example) => name.startsWith(example.id))?.id ?? "enping";
    expect(value.toFixed(printed.split(".")[1]?.length ?? 0)).toBe(printed);
    expect(resources["zh-CN"].examples.of[id].text).toContain(printed);
  });
});
