import type { TFunction } from "i18next";
import type { Statement } from "#core/plan/statement.ts";

/** The words for kinds and years of statements stand with those of the indicator room. */
type StatementWords = TFunction<"grid">;

/** When and what a statement is, as far as its caption tells. */
export type CaptionedStatement = Pick<Statement, "kind" | "year" | "period" | "form" | "note">;

/** What a statement is and when: 2020 年目标, 2011—2015 年合计实绩. */
export function statementCaption(statement: CaptionedStatement, words: StatementWords): string {
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
  words: StatementWords,
): string | null {
  if (period === null) return null;
  // Of a plain number, only its note tells an average from a sum.
  const average = form === "averageGrowth" || note?.includes("年均") === true;
  return words(average ? "panel.periodAverage" : "panel.periodSum", { ...period });
}
