import { reach } from "../graph/dependents.ts";
import type { CompiledModel, CompiledSeries } from "./compiled-model.ts";
import { compileModel, ModelCompiler, orderOf } from "./compile-model.ts";
import {
  createMemory,
  type Evaluation,
  evaluateModel,
  evaluateStep,
  seriesOfStep,
} from "./evaluate-model.ts";
import { type CellGap, type CellPlace, explainCell, valueAt } from "./explain-cell.ts";
import type { ProjectionModel, SeriesPlan } from "./projection-model.ts";

/**
 * A model with its values, kept current: an edit computes only what it touches and tells what changed. After any edits the
 * values are, bit for bit, those of the edited model computed as a whole.
 */
export class ProjectionEngine {
  readonly #compiler: ModelCompiler;
  readonly #series: CompiledSeries[];
  #model: CompiledModel;
  #evaluation: Evaluation;

  constructor(model: ProjectionModel) {
    this.#compiler = new ModelCompiler(model);
    const compiled = compileModel(model, this.#compiler);
    this.#series = [...compiled.series];
    this.#model = { ...compiled, series: this.#series };
    this.#evaluation = evaluateModel(this.#model);
  }

  /** The compiled model, to be read. */
  get model(): CompiledModel {
    return this.#model;
  }

  /** Values and errors, to be read; they move on with the next edit. */
  get evaluation(): Evaluation {
    return this.#evaluation;
  }

  /** The value of a cell in base units, NaN where there is none. */
  valueAt(place: CellPlace): number {
    return valueAt(this.#model, this.#evaluation, place);
  }

  /** Why a cell has no value; `null` when it has one. */
  explain(place: CellPlace): CellGap | null {
    return explainCell(this.#model, this.#evaluation, place);
  }

  /** The plans of a series, one a column. */
  plansOf(index: number): readonly SeriesPlan[] {
    const plans: SeriesPlan[] = [];
    for (const { plan, columns } of this.#series[index]?.groups ?? [])
      for (const at of columns) plans[at] = plan;
    return plans;
  }

  /** The plan of a series in one column; `null` when there is no such cell. */
  planOf(index: number, column: number): SeriesPlan | null {
    return this.#series[index]?.groups.find(({ columns }) => columns.includes(column))?.plan ?? null;
  }

  /** Supposes something else of one series, one plan a column; returns the series whose values changed, in evaluation order. */
  setPlans(index: number, plans: readonly SeriesPlan[]): readonly number[] {
    const before = this.#series[index];
    const after = this.#compiler.series(index, plans);
    this.#series[index] = after;
    const edited = new Set([index]);
    if (before === undefined || !sameNeeds(before, after)) {
      this.#model = { ...this.#model, ...orderOf(this.#series) };
      // Another order may untie cycles, whose members then have another reason or a value.
      for (const series of this.#evaluation.cycles.keys()) edited.add(series);
      this.#evaluation.cycles.clear();
    }
    this.#growMemory();
    return this.#update(edited);
  }

  /** Makes room for constants that a new formula brought in. */
  #growMemory(): void {
    const { memory } = this.#evaluation;
    const { series, temporaries, constants } = this.#model;
    if (memory.values.length === (series.length + temporaries + constants.length) * memory.lanes) return;
    const grown = createMemory(this.#model, memory.columns);
    grown.values.set(memory.values.subarray(0, series.length * memory.lanes));
    this.#evaluation = { ...this.#evaluation, memory: grown };
  }

  #update(edited: ReadonlySet<number>): readonly number[] {
    const { order, stepOf, dependents } = this.#model;
    const { columns } = this.#evaluation.memory;
    const steps = [...new Set([...reach(dependents, edited)].map((series) => stepOf[series] ?? 0))];
    const changed = new Set<number>();
    for (const at of steps.sort((a, b) => a - b)) {
      const step = order[at];
      if (step === undefined) continue;
      const members = seriesOfStep(step);
      const needed = members.some(
        (series) =>
          edited.has(series) || this.#series[series]?.needs.some(({ on }) => changed.has(on)) === true,
      );
      if (!needed) continue;
      const before = members.map((series) => this.#lanes(series));
      for (const series of members) this.#forget(series, columns);
      evaluateStep(this.#model, step, this.#evaluation);
      members.forEach((series, k) => {
        if (!sameBits(before[k], this.#lanes(series))) changed.add(series);
      });
    }
    return [...changed];
  }

  #lanes(series: number): Float64Array {
    const { values, lanes } = this.#evaluation.memory;
    return values.slice(series * lanes, (series + 1) * lanes);
  }

  /** Takes the projected values and errors of a series away: a new plan may leave lanes alone that an old one filled. */
  #forget(series: number, columns: number): void {
    const { memory, errors } = this.#evaluation;
    const first = (this.#series[series]?.firstFree ?? 0) * columns;
    memory.values.fill(Number.NaN, series * memory.lanes + first, (series + 1) * memory.lanes);
    for (let column = 0; errors.size > 0 && column < columns; column += 1)
      errors.delete(series * columns + column);
  }
}

function sameNeeds(a: CompiledSeries, b: CompiledSeries): boolean {
  if (a.needs.length !== b.needs.length) return false;
  return a.needs.every(({ on, lag }, at) => {
    const other = b.needs[at];
    return other !== undefined && on === other.on && lag === other.lag;
  });
}

function sameBits(a: Float64Array | undefined, b: Float64Array): boolean {
  return a?.every((value, at) => Object.is(value, b[at])) ?? false;
}
