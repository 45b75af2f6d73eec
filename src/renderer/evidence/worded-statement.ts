import { formatTarget } from "#core/indicator/format-target.ts";
import type { StatementId } from "#core/plan/ids.ts";
import { ofRows } from "#core/plan/of-rows.ts";
import type { Plan } from "#core/plan/plan.ts";
import type { Statement } from "#core/plan/statement.ts";
import { statementWording } from "#core/plan/statement-wording.ts";

/** Targets without a figure by the statement that backs them: their words stand in the plan's table. */
export type TargetWords = ReadonlyMap<StatementId, string>;

const wordsOfRows = ofRows(
  (a, b) => a.targets === b.targets,
  (rows): TargetWords => {
    const words = new Map<StatementId, string>();
    for (const { targets } of rows) {
      for (const { statement, target } of targets) {
        if (statement !== null && target.form === "qualitative") words.set(statement, formatTarget(target));
      }
    }
    return words;
  },
);

/** The words of a plan's targets without a figure. */
export function targetWords({ indicators }: Pick<Plan, "indicators">): TargetWords {
  return wordsOfRows(indicators);
}

/** What a statement says in the words of plans; `null` where it has no figure and backs no target. */
export function wordedStatement(statement: Statement, words: TargetWords): string | null {
  return statementWording(statement) ?? words.get(statement.id) ?? null;
}
