import type { Statement } from "#core/plan/statement.ts";
import { statementWording } from "#core/plan/statement-wording.ts";
import type { ResponsibleBody } from "#core/plan/task.ts";
import type { GridWords } from "./printed-cell.ts";
import type { PlanPlace } from "./side/plan-place.ts";

/** The value of a statement in the words of plans, or that it has no figure. */
export function printStatement(statement: Statement, words: GridWords): string {
  return statementWording(statement) ?? words("side.statements.noFigure");
}

/** When and what a statement is, as far as its caption tells. */
export type CaptionedStatement = Pick<Statement, "kind" | "year" | "period" | "form" | "note">;

/** What a statement is and when: 2020 年目标, 2011—2015 年合计实绩. */
export function statementCaption(statement: CaptionedStatement, words: GridWords): string {
  const kind = words(`panel.kinds.${statement.kind}`);
  const period = periodText(statement, words);
  if (period !== null) return words("panel.periodAnd", { period, kind });
  return statement.year === null
    ? words("panel.noYear", { kind })
    : words("panel.statementYear", { year: statement.year, kind });
}

/** The years that a sum or an average covers: 2011—2015 年合计; `null` for the value of one year. */
export function periodText(
  { period, form, note }: Pick<Statement, "period" | "form" | "note">,
  words: GridWords,
): string | null {
  if (period === null) return null;
  // Of a plain number, only its note tells an average from a sum.
  const average = form === "averageGrowth" || note?.includes("年均") === true;
  return words(average ? "panel.periodAverage" : "panel.periodSum", { ...period });
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
