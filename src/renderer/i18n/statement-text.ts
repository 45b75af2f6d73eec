import type { TFunction } from "i18next";
import { coveredYears } from "#core/plan/covered-years.ts";
import type { Statement } from "#core/plan/statement.ts";

/** The words for kinds and years of statements stand with those of the indicator room. */
type StatementWords = TFunction<"grid">;

/** When and what a statement is, as far as its caption tells. */
export type CaptionedStatement = Pick<Statement, "kind" | "year" | "period" | "form" | "wording">;

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
  statement: Pick<Statement, "period" | "form" | "wording">,
  words: StatementWords,
): string | null {
  const covered = coveredYears(statement);
  if (covered === null) return null;
  return words(covered.as === "average" ? "panel.periodAverage" : "panel.periodSum", { ...covered });
}
