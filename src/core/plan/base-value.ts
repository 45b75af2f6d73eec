import type { Quantity } from "../indicator/quantity.ts";
import type { Year } from "./ids.ts";
import { observationAt } from "./observation-table.ts";
import type { Plan } from "./plan.ts";

/** Where an indicator's targets start: the base year, its value, and whether the value only stands in (暂用). */
export interface BaseValue {
  readonly year: Year;
  readonly quantity: Quantity;
  readonly provisional: boolean;
}

/** The base value of an indicator's row: its observation in the base year, else the provisional value, else `null`. */
export function baseValue(plan: Plan, row: number): BaseValue | null {
  const indicator = plan.indicators[row];
  if (indicator === undefined || indicator.base === null) return null;
  const { year, provisional } = indicator.base;
  const observed = observationAt(plan.observations, row, year);
  if (observed !== null) {
    const quantity = { value: observed.value, unit: indicator.unit, decimals: observed.decimals };
    return { year, quantity, provisional: false };
  }
  return provisional === null ? null : { year, quantity: provisional, provisional: true };
}
