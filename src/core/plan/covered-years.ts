import type { Period } from "./plan.ts";
import type { Statement } from "./statement.ts";

/** The years that a value covers, both included, and whether it is their sum or what one of them has on average. */
export interface CoveredYears extends Period {
  readonly as: "sum" | "average";
}

/** The tag by which a plain number says that it is the average of its years (“十三五”年均304件). */
const YEARLY_AVERAGE = "yearly-average";

/** The years that a statement covers; `null` for the value of one year. */
export function coveredYears({
  period,
  form,
  wording,
}: Pick<Statement, "period" | "form" | "wording">): CoveredYears | null {
  if (period === null) return null;
  return { ...period, as: form === "averageGrowth" || wording === YEARLY_AVERAGE ? "average" : "sum" };
}
