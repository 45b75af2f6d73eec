import type { LaneMemory } from "../formula/run-lanes.ts";
import type { ColumnGroup, CompiledSeries } from "./compiled-model.ts";
import type { Shock } from "./projection-model.ts";

/**
 * What comes after the method: shocks, the range where the plan keeps to it, and no value in place of an infinite one.
 * `years` are indexes, the last excluded.
 */
export function applyPlan(
  { series, ground }: CompiledSeries,
  slot: number,
  { plan, columns: list, procedure }: ColumnGroup,
  { values, lanes, columns }: LaneMemory,
  years: { readonly from: number; readonly to: number },
): void {
  const { shocks, clamp } = plan;
  const plain = shocks.length === 0 && !(clamp && series.range !== null);
  // The results of formulas are finite or none already.
  if (plain && procedure.kind !== "own") return;
  const firstYear = ground.until - lanes / columns + 1;
  const low = (clamp ? series.range?.min : null) ?? Number.NEGATIVE_INFINITY;
  const high = (clamp ? series.range?.max : null) ?? Number.POSITIVE_INFINITY;
  for (let year = years.from; year < years.to; year += 1) {
    for (const column of list) {
      const at = slot * lanes + year * columns + column;
      const value = values[at] ?? Number.NaN;
      const pushed = plain ? value : Math.min(Math.max(shocked(value, firstYear + year, shocks), low), high);
      values[at] = pushed - pushed + pushed;
    }
  }
}

function shocked(value: number, year: number, shocks: readonly Shock[]): number {
  let result = value;
  for (const { kind, from, to, amount } of shocks) {
    if (year < from || year > to) continue;
    result = kind === "multiply" ? result * amount : result + amount;
  }
  return result;
}
