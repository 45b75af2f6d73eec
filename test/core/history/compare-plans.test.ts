import { describe, expect, test } from "vitest";
import { applyChanges, applyCommand } from "#core/command/apply-command.ts";
import type { Command } from "#core/command/command.ts";
import { comparePlans, type IndicatorDifference } from "#core/history/compare-plans.ts";
import { conceptId, type IndicatorId, indicatorId, planId, year } from "#core/plan/ids.ts";
import type { Field, Plan } from "#core/plan/plan.ts";
import { planOf } from "../plan/plan-of.ts";

const enping = planOf([
  { name: "国家高新技术企业", unit: "家", observed: { 2015: "9" }, targets: { 2020: "达到33家" } },
  { name: "财政科技投入", unit: "万元", observed: { 2015: "4114" } },
  { name: "研发投入强度", unit: "%", observed: { 2015: "1.5" } },
]);

const row = (at: number): IndicatorId => indicatorId(`enping-13/row-${at}`);
const TARGET: Field = { kind: "target", year: year(2020) };
const VALUE: Field = { kind: "observation", year: year(2015) };
const type = (indicator: IndicatorId, field: Field, text: string): Command => ({
  ...{ type: "editCell", indicator, field, text },
});

function after(plan: Plan, ...commands: readonly Command[]): Plan {
  return commands.reduce((now, command) => {
    const applied = applyCommand(now, command);
    if (!applied.ok) throw new Error(applied.error.kind);
    return applyChanges(now, applied.value);
  }, plan);
}

/** The differences that commands make, by the name of their indicator. */
function differences(...commands: readonly Command[]): Record<string, readonly IndicatorDifference[]> {
  const { indicators } = comparePlans(enping, after(enping, ...commands));
  return Object.fromEntries(indicators.map((changed) => [changed.name, changed.differences]));
}

const shown = (text: string, unit = "", rejected = false) => ({ text, unit, rejected });

describe("a comparison of two states", () => {
  test("shows a changed cell as the planner sees it, before and after", () => {
    expect(differences(type(row(1), TARGET, "保底100家，力争130家"), type(row(2), VALUE, "4200"))).toEqual({
      国家高新技术企业: [
        { kind: "cell", field: TARGET, before: shown("达到33家"), after: shown("保底100家，力争130家") },
      ],
      财政科技投入: [
        { kind: "cell", field: VALUE, before: shown("4114", "万元"), after: shown("4200", "万元") },
      ],
    });
  });

  test("has nothing of what was changed and changed back", () => {
    expect(differences(type(row(1), TARGET, "达到50家"), type(row(1), TARGET, "达到33家"))).toEqual({});
    const moved = (before: IndicatorId | null): Command => ({
      ...{ type: "moveIndicators", indicators: [row(1)], before },
    });
    expect(differences(moved(null), moved(row(2)))).toEqual({});
  });

  test("says that a text could not be read", () => {
    expect(differences(type(row(1), TARGET, "3—2家"))).toMatchObject({
      国家高新技术企业: [{ kind: "cell", after: shown("3—2家", "", true) }],
    });
  });

  test("lists rows that came and went with what they show", () => {
    const added = { attribute: "binding", department: null, category: "主体" } as const;
    const came = indicatorId("enping-13/new-1");
    const changed = differences(
      { type: "removeIndicators", indicators: [row(2)] },
      {
        type: "addIndicators",
        rows: [{ id: came, concept: null, name: "科技型中小企业", unit: "家", ...added }],
        before: null,
      },
      type(came, TARGET, "达到60家"),
    );
    expect(changed).toEqual({
      财政科技投入: [
        {
          kind: "removed",
          cells: [
            { field: { kind: "unit" }, shown: shown("万元") },
            { field: VALUE, shown: shown("4114", "万元") },
          ],
        },
      ],
      科技型中小企业: [
        {
          kind: "added",
          cells: [
            { field: { kind: "unit" }, shown: shown("家") },
            { field: { kind: "attribute" }, shown: shown("binding") },
            { field: { kind: "category" }, shown: shown("主体") },
            { field: TARGET, shown: shown("达到60家") },
          ],
        },
      ],
    });
  });

  test("says of one moved row that it moved, and nothing of those that made room", () => {
    expect(differences({ type: "moveIndicators", indicators: [row(3)], before: row(1) })).toEqual({
      研发投入强度: [{ kind: "moved", from: 3, to: 1 }],
    });
  });

  test("lists notes, sources, concepts and matches", () => {
    const plan = planId("jiangmen-14");
    const other = indicatorId("jiangmen-14/rd-intensity");
    expect(
      differences(
        {
          type: "remark",
          indicator: row(3),
          remark: { field: VALUE, note: "待核", source: "2025年统计公报" },
        },
        { type: "setConcept", indicator: row(3), concept: conceptId("rd-intensity") },
        { type: "matchIndicator", indicator: row(3), plan, with: other },
      ),
    ).toEqual({
      研发投入强度: [
        { kind: "note", field: VALUE, before: null, after: "待核" },
        { kind: "source", field: VALUE, before: null, after: "2025年统计公报" },
        { kind: "concept", before: null, after: "rd-intensity" },
        { kind: "match", plan, before: null, after: other },
      ],
    });
  });

  test("names title and period of the plan", () => {
    const period = { start: year(2021), end: year(2025) };
    expect(comparePlans(enping, { ...enping, title: "送审稿", period })).toEqual({
      title: { before: enping.title, after: "送审稿" },
      period: { before: enping.period, after: period },
      indicators: [],
      scenarios: [],
      texts: [],
    });
  });

  test("shows a converted value in the units before and after", () => {
    const how = "convert";
    expect(differences({ type: "changeUnit", indicator: row(2), unit: "亿元", how })["财政科技投入"]).toEqual(
      [
        { kind: "cell", field: { kind: "unit" }, before: shown("万元"), after: shown("亿元") },
        { kind: "cell", field: VALUE, before: shown("4114", "万元"), after: shown("0.4114", "亿元") },
      ],
    );
  });
});
