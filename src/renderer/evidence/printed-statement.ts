import type { TFunction } from "i18next";
import type { Plan } from "#core/plan/plan.ts";
import type { Statement } from "#core/plan/statement.ts";
import type { ResponsibleBody } from "#core/plan/task.ts";
import type { PlanPlace } from "./plan-place.ts";
import { targetWords, wordedStatement } from "./worded-statement.ts";

/** The words for statements stand with those of the indicator room. */
type StatementWords = TFunction<"grid">;

/** What a statement of a plan says in the words of plans, or that it is in words only. */
export function printStatement(
  plan: Pick<Plan, "indicators">,
  statement: Statement,
  words: StatementWords,
): string {
  return wordedStatement(statement, targetWords(plan)) ?? words("side.statements.noFigure");
}

/** Where something stands in the fewest words: 第 32 行, or the heading above it; empty where that is not known. */
export function placeText({ line, heading }: PlanPlace, words: StatementWords): string | null {
  return heading ?? (line === null ? null : words("panel.line", { line }));
}

/** Responsible bodies in a line, each with its role where lead and support are told apart. */
export function printBodies(bodies: readonly ResponsibleBody[], words: StatementWords): string {
  return bodies
    .map(({ name, role }) => words(`side.bodies.${role ?? "plain"}`, { name }))
    .join(words("side.bodies.separator"));
}
