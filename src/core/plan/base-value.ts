import { parseUnit } from "../indicator/unit.ts";
import type { Quantity } from "../indicator/quantity.ts";
import type { Year } from "./ids.ts";
import { observationAt } from "./observation-table.ts";
import type { Indicator, Plan } from "./plan.ts";

/** Where an indicator's targets start: the year, the value, and whether it only stands in for the base (暂用). */
export interface BaseValue {
  readonly year: Year;
  readonly quantity: Quantity;
  readonly provisional: boolean;
}

/**
 * The base value of an indicator's row, printed in the row's unit: the observation of the base year; else the
 * provisional value; else the latest observation before the base year, in its own year; else `null`.
 */
export function baseValue(plan: Plan, row: number): BaseValue | null {
  const indicator = plan.indicators[row];
  if (indicator === undefined || indicator.base === null) return null;
  const { year, provisional } = indicator.base;
  const observed = observedIn(plan, row, indicator, year);
  if (observed !== null) return { year, quantity: observed, provisional: false };
  const standIn = provisional === null ? null : inUnitOf(indicator, provisional);
  if (standIn !== null) return { year, quantity: standIn, provisional: true };
  const earlier = [...plan.observations.years].reverse().filter((column) => column < year);
  for (const column of earlier) {
    const quantity = observedIn(plan, row, indicator, column);
    if (quantity !== null) return { year: column, quantity, provisional: true };
  }
  return null;
}

function observedIn(plan: Plan, row: number, indicator: Indicator, year: Year): Quantity | null {
  const observation = observationAt(plan.observations, row, year);
  if (observation === null) return null;
  return { value: observation.value, unit: indicator.unit, decimals: observation.decimals };
}

/** The row's unit may have been edited since the value was proposed. */
function inUnitOf(indicator: Indicator, quantity: Quantity): Quantity | null {
  const from = parseUnit(quantity.unit);
  const to = parseUnit(indicator.unit);
  if (from.dimension !== to.dimension) return null;
  return {
    ...quantity,
    unit: indicator.unit,
    decimals: from.factor === to.factor ? quantity.decimals : null,
  };
}
