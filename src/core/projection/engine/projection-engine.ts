import type { CompiledModel, CompiledSeries } from "./compiled-model.ts";
import { compileModel, ModelCompiler, orderOf } from "./compile-model.ts";
import { createMemory, type Evaluation, evaluateModel, spareSlot } from "./evaluate-model.ts";
import { type CellGap, type CellPlace, explainCell, valueAt } from "./explain-cell.ts";
import type { ProjectionModel, SeriesPlan } from "./projection-model.ts";
import { EditRecompute } from "./recompute-edited.ts";
import { replan } from "./replan.ts";

/**
 * A model with its values, kept current: an edit computes only what it touches and tells what changed. After any edits the
 * values are, bit for bit, those of the edited model computed as a whole.
 */
export class ProjectionEngine {
  readonly #compiler: ModelCompiler;
  readonly #series: CompiledSeries[];
  readonly #recompute: EditRecompute;
  #model: CompiledModel;
  #evaluation: Evaluation;

  constructor(model: ProjectionModel) {
    this.#compiler = new ModelCompiler(model);
    const compiled = compileModel(model, this.#compiler);
    this.#series = [...compiled.series];
    this.#model = { ...compiled, series: this.#series };
    this.#evaluation = evaluateModel(this.#model);
    this.#recompute = new EditRecompute(this.#series.length);
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
    if (before !== undefined && replan(before, plans)) {
      this.#model.program.place(index, before);
      return this.#recompute.run(this.#model, this.#evaluation, [index]);
    }
    const after = this.#compiler.series(index, plans);
    this.#series[index] = after;
    this.#model.program.place(index, after);
    const edited = [index];
    if (before === undefined || !sameNeeds(before, after)) {
      this.#model = { ...this.#model, ...orderOf(this.#series) };
      // Another order may untie cycles, whose members then have another reason or a value.
      for (const series of this.#evaluation.cycles.keys()) if (series !== index) edited.push(series);
      this.#evaluation.cycles.clear();
    }
    this.#growMemory();
    return this.#recompute.run(this.#model, this.#evaluation, edited);
  }

  /** Makes room for constants that a new formula brought in. */
  #growMemory(): void {
    const { memory } = this.#evaluation;
    const { series } = this.#model;
    if (memory.values.length > spareSlot(this.#model) * memory.lanes) return;
    const grown = createMemory(this.#model, memory.columns);
    grown.values.set(memory.values.subarray(0, series.length * memory.lanes));
    this.#evaluation = { ...this.#evaluation, memory: grown };
  }
}

function sameNeeds(a: CompiledSeries, b: CompiledSeries): boolean {
  if (a.needs === b.needs) return true;
  if (a.needs.length !== b.needs.length) return false;
  return a.needs.every(({ on, lag }, at) => {
    const other = b.needs[at];
    return other !== undefined && on === other.on && lag === other.lag;
  });
}
