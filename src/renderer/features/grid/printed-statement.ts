import type { Statement } from "#core/plan/statement.ts";
import { statementWording } from "#core/plan/statement-wording.ts";
import type { ResponsibleBody } from "#core/plan/task.ts";
import type { GridWords } from "./printed-cell.ts";
import type { PlanPlace } from "./side/plan-place.ts";

/** The value of a statement in the words of plans, or that it has no figure. */
export function printStatement(statement: Statement, words: GridWords): string {
  return statementWording(statement) ?? words("side.statements.noFigure");
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
