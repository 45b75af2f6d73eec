import type { Field, Indicator, Remark } from "#core/plan/plan.ts";
import { sameField } from "../grid-columns.ts";

/** What the planner has written about a cell; `null` where nothing. */
export function remarkOf(indicator: Indicator, field: Field | null): Remark | null {
  if (field === null) return null;
  return indicator.remarks.find((remark) => sameField(remark.field, field)) ?? null;
}
