import { formatAmount, printedValue, type Quantity } from "#core/indicator/quantity.ts";
import { baseValue } from "#core/plan/base-value.ts";
import { observationAt } from "#core/plan/observation-table.ts";
import type { Plan } from "#core/plan/plan.ts";
import type { CellNumber } from "./fill-cells.ts";
import { fieldOf, type GridColumn, sameField } from "./grid-columns.ts";

/**
 * The number that a cell shows, in the unit of its row: an observation, what stands in for a base, or a target that is
 * a level. `null` for words, and for input that could not be read.
 */
export function cellNumber(plan: Plan, index: number, column: GridColumn): CellNumber | null {
  const indicator = plan.indicators[index];
  const field = fieldOf(column);
  if (indicator === undefined || field === null) return null;
  if (indicator.rejected.some((input) => sameField(input.field, field))) return null;
  if (column.kind === "observation") {
    const observed = observationAt(plan.observations, index, column.year);
    if (observed !== null) return printedNumber({ ...observed, unit: indicator.unit });
    const base = column.role === "base" ? baseValue(plan, index) : null;
    return base === null ? null : printedNumber(base.quantity);
  }
  if (column.kind !== "target") return null;
  const target = indicator.targets.find(({ year }) => year === column.year)?.target;
  return target?.form === "atLeast" && target.level.unit === indicator.unit
    ? printedNumber(target.level)
    : null;
}

function printedNumber(quantity: Quantity): CellNumber {
  const decimals = quantity.decimals ?? formatAmount(quantity).split(".")[1]?.length ?? 0;
  return { value: printedValue(quantity), decimals };
}
