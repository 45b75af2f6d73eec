import type { OwnAssumption } from "../assumption.ts";
import { operationCode } from "../formula/lane-code.ts";
import { growthFactor } from "../methods/growth.ts";
import type { CompiledSeries } from "./compiled-model.ts";
import type { ModelSeries, SeriesPlan } from "./projection-model.ts";

const GROW_BY = operationCode("growBy");
const STEP_BY = operationCode("stepBy");
const CARRY = operationCode("carry");

/**
 * How one run of code computes a series in all its columns and years, with nothing to come after it: by the code of its
 * formula, or by an operation that leads from one year to the next; `null` where its columns must be computed one by one.
 */
export function wholeRow({ series, groups, firstFree }: CompiledSeries): "formula" | number | null {
  const [first] = groups;
  if (first?.procedure.kind === "formula")
    return groups.length === 1 && isPlain(first.plan, series) ? "formula" : null;
  // Without a year before the first there is nothing to go on from.
  if (first?.procedure.kind !== "own" || firstFree === 0) return null;
  const operation = operationOf(first.procedure.assumption);
  for (const { plan, procedure } of groups) {
    if (procedure.kind !== "own" || !isPlain(plan, series)) return null;
    if (operationOf(procedure.assumption) !== operation) return null;
  }
  return operation;
}

/** Whether values stay as the method gives them: no shock, no range to keep to. */
export function isPlain({ shocks, clamp }: SeriesPlan, { range }: ModelSeries): boolean {
  return shocks.length === 0 && !(clamp && range !== null);
}

/** The operation of a method whose year follows from the year before by one number; `null` for others. */
function operationOf(assumption: OwnAssumption): number | null {
  switch (assumption.method) {
    case "growth":
      return assumption.byYear.length === 0 ? GROW_BY : null;
    case "step":
      return assumption.byYear.length === 0 ? STEP_BY : null;
    case "hold":
      return CARRY;
    default:
      return null;
  }
}

/** The number by which an operation leads from one year to the next. */
export function recurrenceNumber(assumption: OwnAssumption): number {
  switch (assumption.method) {
    case "growth":
      return growthFactor(assumption.rate);
    case "step":
      return assumption.delta;
    default:
      return 0;
  }
}
