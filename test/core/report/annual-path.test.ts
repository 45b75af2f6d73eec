import { describe, expect, test } from "vitest";
import type { Plan } from "#core/plan/plan.ts";
import { planWorkbook } from "#core/report/workbook/plan-workbook.ts";
import { annualPath } from "#core/report/draft/annual-path.ts";
import { reportRows } from "#core/report/draft/report-rows.ts";
import { setOverride } from "#core/scenario/edit-scenarios.ts";
import { type ScenarioId, scenarioId } from "#core/scenario/scenario.ts";
import { scenarioOf } from "#core/scenario/scenario-tree.ts";
import { seedPlan } from "../../seed-plan.ts";
import { planOf } from "../plan/plan-of.ts";
import { sampleContext, sampleReport } from "./sample-report.ts";

function pathOf(plan: Plan, scenario?: ScenarioId) {
  const context = sampleContext(plan);
  const asked = { rows: reportRows(plan, context, true), scenario: scenario ?? context.annual.usual };
  return { context, ...annualPath(plan, context, asked) };
}

const yearsOf = (rows: readonly (readonly string[])[], name: string) =>
  rows.find((cells) => cells[1] === name)?.slice(3);

describe("the years of a plan", () => {
  test("agree with the targets of 台山 unasked", () => {
    const { leads, table } = pathOf(seedPlan("taishan-13"));
    expect(leads).toBe(true);
    expect(table.columns.at(-1)?.title).toBe("2020年");
    // seeds/001_b8e96dbffd0fa9f8.txt, line 128: 到2020年，国家高新技术企业数量达到50家; line 122: 比重达到2.5%.
    expect(yearsOf(table.rows, "国家高新技术企业")?.at(-1)).toBe("50");
    expect(yearsOf(table.rows, "研究和试验发展（R&D）经费投入强度")?.at(-1)).toBe("2.50");
  });

  test("are told as the forecast that they are where the planner chooses one", () => {
    const report = sampleReport("taishan-13", { scenario: scenarioId("baseline") });
    const headings = report.blocks.flatMap((block) => (block.kind === "heading" ? [block.text] : []));
    expect(headings).toContain("情景推算");
    expect(headings).not.toContain("年度安排");
    const table = report.blocks.find((block) => block.kind === "table" && block.id === "path");
    if (table?.kind !== "table") throw new Error("no table");
    expect(table.caption).toMatch(/主要指标情景推算（基准）$/u);
    expect(table.note).toContain("按“基准”情景推算，不是目标");
  });

  test("leave out by name what has no number, no base or no target", () => {
    const plan = planOf([
      { name: "甲", unit: "家", observed: { 2015: "10" }, targets: { 2018: "20家" } },
      { name: "乙", unit: "家", observed: { 2015: "10" }, targets: { 2020: "位居前列" } },
      { name: "丙", unit: "家", targets: { 2020: "30家" } },
      { name: "丁", unit: "家", observed: { 2015: "10" } },
    ]);
    const { table } = pathOf(plan);
    expect(table.rows.map((cells) => cells[1])).toEqual(["甲"]);
    // domain.md section 4: geometric from 10 to 20 in three years, 12.6 and 15.9; nothing is promised after 2018.
    expect(yearsOf(table.rows, "甲")).toEqual(["12.6", "15.9", "20.0", "—", "—"]);
    expect(table.note).toContain("未列入：乙（目标没有数值）；丙（没有基期数据）；丁（未设目标）。");
  });

  test("go by paths of their own where no scenario of the plan leads to all targets, and Excel goes by the same", () => {
    const seed = seedPlan("taishan-13");
    const { scenarios } = sampleContext(seed);
    const firms = seed.indicators.find(({ name }) => name === "国家高新技术企业");
    if (firms === undefined) throw new Error("no row");
    const kept = scenarios.scenarios.reduce(
      (tree, { id }) => setOverride(tree, id, firms.id, { assumption: { method: "hold" } }),
      scenarios,
    ).scenarios;
    const plan = { ...seed, scenarios: kept };
    const { context, table, leads } = pathOf(plan);
    const { tree, usual } = context.annual;
    expect(leads).toBe(true);
    expect(scenarioOf(tree, usual).name).toBe("目标路径");
    expect(yearsOf(table.rows, "国家高新技术企业")?.at(-1)).toBe("50");
    const sheet = planWorkbook(plan, context, usual).sheets.find(({ name }) => name === "年度安排");
    const row = sheet?.rows.find((cells) => cells[1]?.kind === "text" && cells[1].text === firms.name);
    expect(row?.at(-1)).toMatchObject({ kind: "formula", value: 50 });
  });
});
