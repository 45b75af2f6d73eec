import { expect, test } from "vitest";
import { applyChanges } from "#core/command/apply-changes.ts";
import { applyCommand } from "#core/command/apply-command.ts";
import type { Command } from "#core/command/command.ts";
import type { SectionId } from "#core/narrative/narrative.ts";
import { blockWords } from "#core/narrative/reference-text.ts";
import { year } from "#core/plan/ids.ts";
import type { Plan } from "#core/plan/plan.ts";
import { sectionText } from "#core/report/draft/section-text.ts";
import { seedPlan } from "../../seed-plan.ts";
import { planOf } from "../plan/plan-of.ts";
import { sampleContext } from "./sample-report.ts";

const said = (plan: Plan, section: SectionId) =>
  sectionText(plan, sampleContext(plan), section)
    .map((block) => blockWords(plan, block))
    .join("\n");

function changed(plan: Plan, command: Command): Plan {
  const done = applyCommand(plan, command);
  if (!done.ok) throw new Error(done.error.kind);
  return applyChanges(plan, done.value);
}

test("the goals name the year of a last target that comes before the end of the plan", () => {
  const goals = said(seedPlan("shaoguan-2017"), "goals");
  expect(goals).toContain("到2020年，主要目标如下。");
  // seeds/004_52a14dd7ab9d5471.txt, line 59: 到2018年全市规模以上工业企业设立研发机构的比例达到20%.
  expect(goals).toContain("规模以上工业企业设立研发机构比例2018年达到20%");
  // Line 68: 力争2018年实现县（市、区）全覆盖.
  expect(goals).toContain("孵化器县（市、区）覆盖率2018年实现全覆盖");
  // Line 110: 市本级科技部门项目资金从2017年起，不低于…（3000万元）.
  expect(goals).toContain("市本级科技部门项目资金2017年不低于3000万元");
});

test("a year that stands in for the base stays with its value when the base year's comes", () => {
  const plan = planOf([{ name: "高新技术企业", unit: "家", base: 2015, observed: { 2014: "8" } }]);
  expect(said(plan, "foundation")).toBe("2014年，高新技术企业8家。");
  // The planner writes the proposal down, then types the value of 2015.
  const blocks = sectionText(plan, sampleContext(plan), "foundation");
  const written = changed(plan, { type: "writeSection", section: "foundation", blocks });
  const field = { kind: "observation", year: year(2015) } as const;
  const [row] = plan.indicators;
  if (row === undefined) throw new Error("no row");
  const typed = changed(written, {
    type: "editCells",
    edits: [{ indicator: row.id, field, text: "9" }],
  });
  expect(said(typed, "foundation")).toBe("2014年，高新技术企业8家。");
  // What nobody has written follows the base.
  expect(said({ ...typed, narrative: [] }, "foundation")).toBe("2015年，高新技术企业9家。");
});
