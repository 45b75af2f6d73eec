import type { OwnAssumption } from "../assumption.ts";
import { operationCode } from "../formula/lane-code.ts";
import { growthFactor } from "../methods/growth.ts";
import type { ColumnGroup, CompiledSeries } from "./compiled-model.ts";
import type { ModelSeries, SeriesPlan } from "./projection-model.ts";

/** A series that one run of code computes in all columns, from the year of index `from` on; nothing comes after it. */
export type WholeRow =
  | { readonly kind: "formula"; readonly from: number; readonly code: Int32Array }
  | {
      readonly kind: "recurrence";
      readonly from: number;
      /** Code of the operation that leads from one year to the next. */
      readonly operation: number;
      /** What each column grows or steps by. */
      readonly numbers: readonly number[];
    };

const GROW_BY = operationCode("growBy");
const STEP_BY = operationCode("stepBy");
const CARRY = operationCode("carry");
const NONE = -1;

/** A compiled series as a whole row; `null` where its columns must be computed group by group. */
export function wholeRow({ series, groups, firstFree }: CompiledSeries): WholeRow | null {
  const [first] = groups;
  if (first === undefined) return null;
  const { procedure, plan } = first;
  if (procedure.kind === "formula") {
    if (groups.length > 1 || !isPlain(plan, series)) return null;
    return { kind: "formula", from: Math.max(firstFree, procedure.code.maxLag), code: procedure.code.code };
  }
  return procedure.kind === "own" && firstFree > 0
    ? recurrence(series, groups, firstFree, operationOf(procedure.assumption))
    : null;
}

/** Whether values stay as the method gives them: no shock, no range to keep to. */
export function isPlain({ shocks, clamp }: SeriesPlan, { range }: ModelSeries): boolean {
  return shocks.length === 0 && !(clamp && range !== null);
}

function recurrence(
  series: ModelSeries,
  groups: readonly ColumnGroup[],
  from: number,
  operation: number,
): WholeRow | null {
  if (operation === NONE) return null;
  const numbers: number[] = [];
  for (const { columns, plan, procedure } of groups) {
    if (procedure.kind !== "own" || !isPlain(plan, series)) return null;
    if (operationOf(procedure.assumption) !== operation) return null;
    const number = numberOf(procedure.assumption);
    for (const column of columns) numbers[column] = number;
  }
  return { kind: "recurrence", from, operation, numbers };
}

/** The operation of a method whose year follows from the year before by one constant. */
function operationOf(assumption: OwnAssumption): number {
  switch (assumption.method) {
    case "growth":
      return assumption.byYear.length === 0 ? GROW_BY : NONE;
    case "step":
      return assumption.byYear.length === 0 ? STEP_BY : NONE;
    case "hold":
      return CARRY;
    default:
      return NONE;
  }
}

function numberOf(assumption: OwnAssumption): number {
  switch (assumption.method) {
    case "growth":
      return growthFactor(assumption.rate);
    case "step":
      return assumption.delta;
    default:
      return 0;
  }
}
