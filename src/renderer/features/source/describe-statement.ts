import type { TFunction } from "i18next";
import type { Statement } from "#core/plan/statement.ts";
import { statementWording } from "#core/plan/statement-wording.ts";
import { statementCaption } from "../../i18n/statement-text.ts";
import type { Reading } from "./reading.ts";

/** The words of the reader, and those for kinds and years of statements. */
export interface SourceWords {
  readonly source: TFunction<"source">;
  readonly grid: TFunction<"grid">;
}

/** What a statement says, in three short parts. */
export interface DescribedStatement {
  /** The indicator, or the entry of the programme. */
  readonly what: string;
  /** What kind it is and for when: 2020 年目标. */
  readonly caption: string;
  readonly value: string;
}

/** What the words of a statement are looked up in. */
type ReadPlan = Pick<Reading, "plan" | "text">;

/** Says of a statement of a plan what it is about, what kind it is, for when, and its value; without a figure what is printed. */
export function describeStatement(
  { plan, text }: ReadPlan,
  statement: Statement,
  words: SourceWords,
): DescribedStatement {
  const indicator = plan.indicators.find(({ id }) => id === statement.indicator);
  const task = plan.tasks.find(({ id }) => id === statement.task);
  return {
    what: indicator?.name ?? task?.name ?? words.source("statements.noIndicator"),
    caption: statementCaption(statement, words.grid),
    value:
      statementWording(statement) ?? printedWords(text, statement) ?? words.source("statements.noFigure"),
  };
}

/** A stated place in one line a statement, for a tooltip. */
export function placeTip(read: ReadPlan, statements: readonly Statement[], words: SourceWords): string {
  return statements
    .map((statement) => words.source("statements.tip", { ...describeStatement(read, statement, words) }))
    .join("\n");
}

/** What is printed at a statement's place; `null` where it has none. */
function printedWords(text: Reading["text"], { evidence }: Statement): string | null {
  if (evidence === null) return null;
  const { start, end } = text.span(evidence);
  return text.text.slice(start, end).replaceAll(/\s+/gu, " ").trim() || null;
}
