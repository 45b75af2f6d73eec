import { describe, expect, test } from "vitest";
import { conceptId } from "#core/plan/ids.ts";
import { deriveDrivers } from "#core/scenario/derive-drivers.ts";
import { seedConcepts, seedPlan } from "../../seed-plan.ts";
import { planOf } from "../plan/plan-of.ts";

const concepts = new Map(seedConcepts().map((concept) => [concept.id, concept]));

describe("the drivers that follow from a plan's own figures", () => {
  // The documents' lines: Enping 62 (2.3亿元, 1.5%) and 64 (39.3亿元, 27%); Taishan 13 (4.96亿元), 39 (1.54%), 17 (143亿元) and 55 (24.53%);
  // Heshan 87 (10.58亿元, 2.92%) and 91 (282.97亿元, 48.11%); Jiangmen 2 (78.57亿元, 2.45%; 2252.62亿元, 51.41%).
  test.each([
    ["enping-13", "gdp", 2015, 2.3e8 / 0.015, ["s001", "s002"]],
    ["enping-13", "industrial-output-scale", 2015, 39.3e8 / 0.27, ["s010", "s011"]],
    ["taishan-13", "gdp", 2015, 4.96e8 / 0.0154, ["s004", "s029"]],
    ["taishan-13", "industrial-output-scale", 2015, 143e8 / 0.2453, ["s012", "s039"]],
    ["heshan-14", "gdp", 2019, 10.58e8 / 0.0292, ["s003", "s004"]],
    ["heshan-14", "industrial-output-scale", 2020, 282.97e8 / 0.4811, ["s029", "s030"]],
    ["jiangmen-14", "gdp", 2020, 78.57e8 / 0.0245, ["s001", "s002"]],
    ["jiangmen-14", "industrial-output-scale", 2020, 2252.62e8 / 0.5141, ["s015", "s016"]],
  ])("%s: %s of %i", (id, driver, year, value, statements) => {
    const found = deriveDrivers(seedPlan(id), concepts).find((each) => each.id === driver);
    expect(found?.known.map((known) => known.year)).toEqual([year]);
    expect(found?.known[0]?.value).toBeCloseTo(value, 0);
    expect(found?.known[0]?.derivation?.from).toEqual(statements.map((name) => `${id}/${name}`));
  });

  test("say how they were reckoned", () => {
    const [gdp] = deriveDrivers(seedPlan("enping-13"), concepts);
    expect(gdp).toMatchObject({ name: "地区生产总值", unit: "亿元" });
    expect(gdp?.known[0]?.derivation?.formula).toBe("2.3 亿元 ÷ 1.5 %");
  });

  test("are none where the plan has a ratio alone (Shaoguan), or nothing at all", () => {
    expect(deriveDrivers(seedPlan("shaoguan-2017"), concepts)).toEqual([]);
    expect(deriveDrivers(planOf([]), concepts)).toEqual([]);
  });

  test("are none that the plan lists itself", () => {
    const plan = seedPlan("enping-13");
    const last = plan.indicators.length - 1;
    const indicators = plan.indicators.map((row, at) =>
      at === last ? { ...row, concept: conceptId("gdp") } : row,
    );
    const asGdp = { ...plan, indicators };
    expect(deriveDrivers(asGdp, concepts).map(({ id }) => id)).not.toContain("gdp");
  });
});
