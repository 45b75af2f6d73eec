import { describe, expect, test } from "vitest";
import { applyChanges, applyCommand, invertChanges } from "#core/command/apply-command.ts";
import type { Command } from "#core/command/command.ts";
import { statementId, type StatementId, year } from "#core/plan/ids.ts";
import { observationAt } from "#core/plan/observation-table.ts";
import type { Plan } from "#core/plan/plan.ts";
import { planOf } from "../plan/plan-of.ts";

const plan = planOf([{ name: "甲", unit: "家", observed: { 2015: "9" }, targets: { 2020: "达到33家" } }]);
const stated = plan.statements[0]?.id ?? statementId("");

function cited(from: Plan, kind: "observation" | "target", at: number, statement: StatementId | null): Plan {
  const indicator = from.indicators[0];
  if (indicator === undefined) throw new Error("No row");
  const field = { kind, year: year(at) } as const;
  const command: Command = { type: "cite", indicator: indicator.id, field, statement };
  const changes = applyCommand(from, command);
  if (!changes.ok) throw new Error(changes.error.kind);
  const after = applyChanges(from, changes.value);
  expect(applyChanges(after, invertChanges(changes.value))).toEqual(from);
  return after;
}

describe("the statement that backs a value", () => {
  test("can be let go, which makes the value the planner's own, and named again", () => {
    const own = cited(plan, "observation", 2015, null);
    expect(own.indicators[0]?.sources).toEqual([]);
    expect(observationAt(own.observations, 0, year(2015))).toMatchObject({ value: 9, basis: "estimated" });
    expect(cited(own, "observation", 2015, stated)).toEqual(plan);
  });

  test("can be that of a target", () => {
    const own = cited(plan, "target", 2020, null);
    expect(own.indicators[0]?.targets[0]?.statement).toBeNull();
    expect(cited(own, "target", 2020, stated)).toEqual(plan);
  });

  test("is nothing for a cell without a value, nor one that the plan does not hold", () => {
    expect(cited(plan, "observation", 2014, stated)).toBe(plan);
    expect(cited(plan, "target", 2020, statementId("elsewhere"))).toBe(plan);
  });
});
