import type { Plan } from "#core/plan/plan.ts";
import type { Statement } from "#core/plan/statement.ts";
import type { ResponsibleBody } from "#core/plan/task.ts";
import type { GridWords } from "./printed-cell.ts";
import type { PlanPlace } from "./side/plan-place.ts";
import { targetWords, wordedStatement } from "./worded-statement.ts";

/** What a statement of a plan says in the words of plans, or that it is in words only. */
export function printStatement(
  plan: Pick<Plan, "indicators">,
  statement: Statement,
  words: GridWords,
): string {
  return wordedStatement(statement, targetWords(plan)) ?? words("side.statements.noFigure");
}

/** Where something stands in the fewest words: 第 32 行, or the heading above it; empty where that is not known. */
export function placeText({ line, heading }: PlanPlace, words: GridWords): string | null {
  return heading ?? (line === null ? null : words("panel.line", { line }));
}

/** Responsible bodies in a line, each with its role where lead and support are told apart. */
export function printBodies(bodies: readonly ResponsibleBody[], words: GridWords): string {
  return bodies
    .map(({ name, role }) => words(`side.bodies.${role ?? "plain"}`, { name }))
    .join(words("side.bodies.separator"));
}
