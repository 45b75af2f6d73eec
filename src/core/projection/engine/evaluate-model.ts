import { type LaneMemory, runLanes } from "../formula/run-lanes.ts";
import { type Dependency, evaluationOrder, type EvaluationStep } from "../graph/evaluation-order.ts";
import type { OwnAssumption } from "../assumption.ts";
import type { ProjectedLanes } from "../projection-method.ts";
import type { ProjectionError } from "../projection-error.ts";
import { fillLanes } from "../projection-registry.ts";
import type { ColumnGroup, CompiledModel, CompiledSeries } from "./compiled-model.ts";
import { applyPlan } from "./apply-plan.ts";
import { isPlain } from "./whole-row.ts";

/** Values of a model and what kept single series from having some. */
export interface Evaluation {
  readonly memory: LaneMemory;
  /** Errors of methods by `series · columns + column`. */
  readonly errors: Map<number, ProjectionError>;
  /** Members of cycles by series, with the columns in which they are one. */
  readonly cycles: Map<number, readonly { readonly column: number; readonly members: readonly number[] }[]>;
}

/** Memory of a model for so many columns: observations and constants in place, all else without value. */
export function createMemory(model: CompiledModel, columns: number = model.columns): LaneMemory {
  const lanes = model.years * columns;
  const values = new Float64Array((spareSlot(model) + 1) * lanes).fill(Number.NaN);
  model.series.forEach(({ series }, slot) => {
    for (const { year, value } of series.known) {
      const at = slot * lanes + (year - model.firstYear) * columns;
      if (year >= model.firstYear && year - model.firstYear < model.years)
        values.fill(value, at, at + columns);
    }
  });
  const first = model.series.length + model.temporaries;
  model.constants.forEach((value, k) => values.fill(value, (first + k) * lanes, (first + k + 1) * lanes));
  return { values, lanes, columns };
}

/** The slot behind all others, for what an edit has to remember. */
export function spareSlot({ series, temporaries, constants }: CompiledModel): number {
  return series.length + temporaries + constants.length;
}

/** Computes a whole model. */
export function evaluateModel(model: CompiledModel): Evaluation {
  const evaluation: Evaluation = { memory: createMemory(model), errors: new Map(), cycles: new Map() };
  computeModel(model, evaluation);
  return evaluation;
}

/** Computes a whole model in memory that holds its observations and constants, and nothing of other plans. */
export function computeModel(model: CompiledModel, evaluation: Evaluation): void {
  for (const step of model.order) evaluateStep(model, step, evaluation);
}

/** The series of a step. */
export const seriesOfStep = (step: EvaluationStep): readonly number[] =>
  step.kind === "series" ? [step.series] : step.series;

/** Computes one step of the order; what it needs has been computed. */
export function evaluateStep(model: CompiledModel, step: EvaluationStep, evaluation: Evaluation): void {
  if (evaluation.cycles.size > 0) {
    for (const slot of seriesOfStep(step)) evaluation.cycles.delete(slot);
  }
  switch (step.kind) {
    case "series": {
      const { program } = model;
      const { memory } = evaluation;
      if (program.columns === memory.columns && program.run(step.series, memory)) return;
      const each = model.series[step.series];
      if (each !== undefined) evaluateSeries(each, step.series, evaluation);
      return;
    }
    case "by-year":
      evaluateByYear(model, step.series, evaluation, null);
      return;
    case "cycle":
      evaluateColumns(model, step.series, evaluation);
  }
}

function evaluateSeries(each: CompiledSeries, slot: number, evaluation: Evaluation): void {
  const { columns } = evaluation.memory;
  for (const group of each.groups) {
    evaluateGroup(each, slot, group, evaluation, { from: 0, to: evaluation.memory.lanes / columns });
  }
}

/** Years by index, the last excluded. */
interface YearSpan {
  readonly from: number;
  readonly to: number;
}

function evaluateGroup(
  each: CompiledSeries,
  slot: number,
  group: ColumnGroup,
  evaluation: Evaluation,
  span: YearSpan,
): void {
  const { memory } = evaluation;
  const { procedure } = group;
  if (procedure.kind === "own") {
    for (const column of group.columns) fillColumn(each, slot, column, procedure.assumption, evaluation);
  } else if (procedure.kind === "formula") {
    const first = Math.max(span.from, each.firstFree, procedure.code.maxLag);
    const [from, to] = [first * memory.columns, span.to * memory.columns];
    if (group.columns.length === memory.columns) {
      runLanes(procedure.code.code, memory, { from, to, step: 1 });
    } else {
      for (const column of group.columns) {
        runLanes(procedure.code.code, memory, { from: from + column, to, step: memory.columns });
      }
    }
  } else {
    clearColumns(each, slot, group.columns, evaluation);
  }
  if (isPlain(group.plan, each.series)) return;
  const years = { from: Math.max(span.from, each.firstFree), to: span.to };
  applyPlan(each, slot, group, memory, years);
}

function fillColumn(
  each: CompiledSeries,
  slot: number,
  column: number,
  assumption: OwnAssumption,
  { memory, errors }: Evaluation,
): void {
  const { values, lanes, columns } = memory;
  const at = slot * lanes + each.firstFree * columns + column;
  // Observations can lie behind the last year of the model.
  const count = Math.max(0, lanes / columns - each.firstFree);
  const error = fillFree(each, assumption, { values, at, stride: columns, count });
  const key = slot * columns + column;
  if (error === null) {
    if (errors.size > 0) errors.delete(key);
    return;
  }
  errors.set(key, error);
  for (let k = 0; k < count; k += 1) values[at + k * columns] = Number.NaN;
}

/** Fills the free years; where the last observation lies before the model, the years between are reckoned as well. */
function fillFree(
  { ground, firstFree }: CompiledSeries,
  assumption: OwnAssumption,
  lanes: ProjectedLanes,
): ProjectionError | null {
  const last = ground.known.at(-1)?.year;
  const before = last === undefined || firstFree > 0 ? 0 : ground.until - last - lanes.count;
  if (before === 0) return fillLanes(ground, assumption, lanes);
  const all = new Float64Array(before + lanes.count);
  const error = fillLanes(ground, assumption, { values: all, at: 0, stride: 1, count: all.length });
  if (error !== null) return error;
  for (let k = 0; k < lanes.count; k += 1) lanes.values[lanes.at + k * lanes.stride] = all[before + k] ?? NaN;
  return null;
}

function clearColumns(
  each: CompiledSeries,
  slot: number,
  list: readonly number[],
  { memory, errors }: Evaluation,
): void {
  const { values, lanes, columns } = memory;
  for (const column of list) {
    errors.delete(slot * columns + column);
    for (let lane = each.firstFree * columns + column; lane < lanes; lane += columns) {
      values[slot * lanes + lane] = Number.NaN;
    }
  }
}

/** Series that need each other's earlier years: all of one year, then the next; `only` restricts the columns. */
function evaluateByYear(
  model: CompiledModel,
  members: readonly number[],
  evaluation: Evaluation,
  only: number | null,
): void {
  const years = evaluation.memory.lanes / evaluation.memory.columns;
  for (let year = 0; year < years; year += 1) {
    for (const slot of members) {
      const each = model.series[slot];
      if (each === undefined) continue;
      for (const group of each.groups) {
        const columns = only === null ? group.columns : group.columns.filter((column) => column === only);
        if (columns.length === 0 || (group.procedure.kind !== "formula" && year > 0)) continue;
        const span =
          group.procedure.kind === "formula" ? { from: year, to: year + 1 } : { from: 0, to: years };
        evaluateGroup(each, slot, { ...group, columns }, evaluation, span);
      }
    }
  }
}

/** What is a cycle over all columns together need not be one in each: every column is ordered by itself. */
function evaluateColumns(model: CompiledModel, members: readonly number[], evaluation: Evaluation): void {
  const place = new Map(members.map((slot, at) => [slot, at]));
  for (let column = 0; column < evaluation.memory.columns; column += 1) {
    const needs = members.map((slot) =>
      needsIn(model, slot, column).flatMap(({ on, lag }) => {
        const at = place.get(on);
        return at === undefined ? [] : [{ on: at, lag }];
      }),
    );
    for (const step of evaluationOrder(needs)) {
      const slots = seriesOfStep(step).flatMap((at) => members[at] ?? []);
      if (step.kind === "cycle") markCycle(model, slots, column, evaluation);
      else evaluateByYear(model, slots, evaluation, column);
    }
  }
}

function needsIn(model: CompiledModel, slot: number, column: number): readonly Dependency[] {
  return model.series[slot]?.groups.find(({ columns }) => columns.includes(column))?.needs ?? [];
}

function markCycle(
  model: CompiledModel,
  slots: readonly number[],
  column: number,
  evaluation: Evaluation,
): void {
  for (const slot of slots) {
    const each = model.series[slot];
    if (each === undefined) continue;
    clearColumns(each, slot, [column], evaluation);
    const others = (evaluation.cycles.get(slot) ?? []).filter((cycle) => cycle.column !== column);
    evaluation.cycles.set(slot, [...others, { column, members: slots }]);
  }
}
