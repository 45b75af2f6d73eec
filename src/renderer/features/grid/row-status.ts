import { indicatorGrowth } from "#core/path/indicator-growth.ts";
import { baseValue } from "#core/plan/base-value.ts";
import type { Plan } from "#core/plan/plan.ts";
import { ROW_FILTERS, type RowFilter } from "../../data/views/arrangement.ts";

/** Whether the filter lets a row of the plan's tables through. */
export function passesFilter(plan: Plan, index: number, filter: RowFilter): boolean {
  const indicator = plan.indicators[index];
  if (indicator === undefined) return false;
  switch (filter) {
    case "all":
      return true;
    case "no-base":
      return lacksBase(plan, index);
    case "rejected":
      return indicator.rejected.length > 0;
    case "no-department":
      return indicator.department === null;
  }
}

// What people judge needs no number to start from.
function lacksBase(plan: Plan, index: number): boolean {
  return baseValue(plan, index) === null && indicatorGrowth(plan, index, null).kind !== "judged";
}

/** How many rows each filter would show. */
export function filterCounts(plan: Plan): Readonly<Record<RowFilter, number>> {
  const counts = { all: 0, "no-base": 0, rejected: 0, "no-department": 0 };
  plan.indicators.forEach((_, index) => {
    for (const filter of ROW_FILTERS) if (passesFilter(plan, index, filter)) counts[filter] += 1;
  });
  return counts;
}
