import type { Command } from "#core/command/command.ts";
import { indicatorId, type PlanId, year } from "#core/plan/ids.ts";

/** Types a value for 2016 into row `row` of a draft that `buildPlan` made. */
export function typing(draft: PlanId, row: number, text: string): Command {
  const indicator = indicatorId(`${draft}/i${row}`);
  return { type: "editCell", indicator, field: { kind: "observation", year: year(2016) }, text };
}
