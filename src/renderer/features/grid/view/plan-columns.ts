import { toYear } from "#core/plan/ids.ts";
import type { Plan } from "#core/plan/plan.ts";
import type { Arrangement } from "../../../data/views/arrangement.ts";
import { type GridColumn, gridColumns } from "../grid-columns.ts";

/** All columns that a plan has under an arrangement, whether or not they are shown. */
export function planColumns(
  plan: Plan,
  predecessor: Plan | null,
  { addedYears, columnSet }: Arrangement,
): readonly GridColumn[] {
  return gridColumns(plan, {
    predecessor: plan.origin === "own" ? predecessor : null,
    addedYears: addedYears.flatMap((added) => {
      const read = toYear(added);
      return read.ok ? [read.value] : [];
    }),
    everyTarget: columnSet === "yearly",
  });
}
