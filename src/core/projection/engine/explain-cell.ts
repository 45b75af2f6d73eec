import { explainFormula, type ValueGap } from "../formula/explain-formula.ts";
import type { FormulaError } from "../formula/formula-error.ts";
import type { ProjectionError } from "../projection-error.ts";
import type { CompiledModel, CompiledSeries } from "./compiled-model.ts";
import type { Evaluation } from "./evaluate-model.ts";

/** Why a cell has no value; series are indexes into the model. */
export type CellGap =
  | { readonly kind: "outside-years" }
  /** Before the last observation, and not observed in this year. */
  | { readonly kind: "not-observed" }
  | { readonly kind: "projection"; readonly error: ProjectionError }
  | { readonly kind: "formula"; readonly text: string; readonly error: FormulaError }
  | { readonly kind: "cycle"; readonly members: readonly number[] }
  /** A series that the formula uses has no value in this year; its own cell says why. */
  | { readonly kind: "needs"; readonly series: number; readonly year: number }
  /** The formula looks back to before the first year of the model. */
  | { readonly kind: "looks-back-too-far" }
  | { readonly kind: "value"; readonly gap: Exclude<ValueGap, { kind: "no-value" }> }
  /** Typed values end before this year. */
  | { readonly kind: "not-typed" }
  | { readonly kind: "too-large" };

/** Which cell: a series, a calendar year and a column. */
export interface CellPlace {
  readonly series: number;
  readonly year: number;
  readonly column: number;
}

/** The value of a cell, NaN where there is none or the year is outside the model. */
export function valueAt(model: CompiledModel, { memory }: Evaluation, place: CellPlace): number {
  const year = place.year - model.firstYear;
  if (year < 0 || year >= model.years) return Number.NaN;
  return memory.values[place.series * memory.lanes + year * memory.columns + place.column] ?? Number.NaN;
}

/** What keeps a cell from having a value; `null` when it has one. */
export function explainCell(model: CompiledModel, evaluation: Evaluation, place: CellPlace): CellGap | null {
  if (Number.isFinite(valueAt(model, evaluation, place))) return null;
  const each = model.series[place.series];
  const group = each?.groups.find(({ columns }) => columns.includes(place.column));
  if (each === undefined || group === undefined) throw new RangeError("No such cell");
  const year = place.year - model.firstYear;
  if (!(year >= 0 && year < model.years)) return { kind: "outside-years" };
  if (year < each.firstFree) return { kind: "not-observed" };
  const cycle = evaluation.cycles.get(place.series)?.find(({ column }) => column === place.column);
  if (cycle !== undefined) return { kind: "cycle", members: cycle.members };
  const { procedure } = group;
  if (procedure.kind === "wrong") return procedure.error;
  if (procedure.kind === "formula") return explainByFormula(model, evaluation, place, each, procedure);
  const error = evaluation.errors.get(place.series * evaluation.memory.columns + place.column);
  if (error !== undefined) return { kind: "projection", error };
  return procedure.assumption.method === "series" ? { kind: "not-typed" } : { kind: "too-large" };
}

function explainByFormula(
  model: CompiledModel,
  evaluation: Evaluation,
  place: CellPlace,
  { series }: CompiledSeries,
  { formula, code }: Extract<CompiledSeries["groups"][number]["procedure"], { kind: "formula" }>,
): CellGap {
  if (place.year - model.firstYear < code.maxLag) return { kind: "looks-back-too-far" };
  const indexOf = (name: string) => formula.seriesOf.get(name) ?? -1;
  const explained = explainFormula(formula.root, place.year, {
    valueOf: (name, year) => valueAt(model, evaluation, { ...place, series: indexOf(name), year }),
    unitOf: (name) => model.series[indexOf(name)]?.series.unit ?? "",
    unit: series.unit,
  });
  // The formula has a value, so what came after it, a shock, went beyond all numbers.
  if (explained.ok) return { kind: "too-large" };
  const gap = explained.error;
  return gap.kind === "no-value"
    ? { kind: "needs", series: indexOf(gap.name), year: gap.year }
    : { kind: "value", gap };
}
