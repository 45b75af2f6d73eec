import { reach } from "../graph/dependents.ts";
import type { EvaluationStep } from "../graph/evaluation-order.ts";
import type { CompiledModel } from "./compiled-model.ts";
import { type Evaluation, evaluateStep, seriesOfStep } from "./evaluate-model.ts";

/** What an edit has to do with a series. */
const UNTOUCHED = 0;
const NEEDS_CHANGED = 1;
const EDITED = 2;

/** The steps that an edit of a series can touch, in their order; they hold as long as the order does. */
interface Reach {
  readonly series: number;
  readonly order: CompiledModel["order"];
  readonly steps: Int32Array;
}

/** Computes after an edit what it touches and no more. It keeps its work space, so that dragging a number costs little. */
export class EditRecompute {
  /** By series; all are untouched between two edits. */
  readonly #marks: Uint8Array;
  #before = new Float64Array(0);
  #lastReach: Reach | null = null;

  constructor(count: number) {
    this.#marks = new Uint8Array(count);
  }

  /** Computes the edited series and what needs them; returns the series whose values changed, in evaluation order. */
  run(model: CompiledModel, evaluation: Evaluation, edited: readonly number[]): readonly number[] {
    const changed: number[] = [];
    for (const series of edited) this.#marks[series] = EDITED;
    const steps = this.#stepsOf(model, edited);
    for (let k = 0; k < steps.length; k += 1) {
      const step = model.order[steps[k] ?? 0];
      if (step?.kind === "series") this.#computeSeries(model, evaluation, step, changed);
      else if (step !== undefined) this.#computeTogether(model, evaluation, step, changed);
    }
    return changed;
  }

  #computeSeries(
    model: CompiledModel,
    evaluation: Evaluation,
    step: Extract<EvaluationStep, { kind: "series" }>,
    changed: number[],
  ): void {
    const { series } = step;
    const mark = this.#marks[series];
    if (mark === UNTOUCHED) return;
    this.#marks[series] = UNTOUCHED;
    this.#keep(evaluation, series, 0);
    if (mark === EDITED) forget(model, evaluation, series);
    if (!model.program.run(series, evaluation.memory)) evaluateStep(model, step, evaluation);
    if (this.#differs(evaluation, series, 0)) this.#pass(model, series, changed);
  }

  /** A step of several series, computed as a whole when one of them is touched. */
  #computeTogether(
    model: CompiledModel,
    evaluation: Evaluation,
    step: EvaluationStep,
    changed: number[],
  ): void {
    const members = seriesOfStep(step);
    if (members.every((series) => this.#marks[series] === UNTOUCHED)) return;
    for (const [place, series] of members.entries()) {
      this.#marks[series] = UNTOUCHED;
      this.#keep(evaluation, series, place);
      forget(model, evaluation, series);
    }
    evaluateStep(model, step, evaluation);
    const differing = members.filter((series, place) => this.#differs(evaluation, series, place));
    for (const series of differing) this.#pass(model, series, changed);
    // They have been computed with each other's new values.
    for (const series of members) this.#marks[series] = UNTOUCHED;
  }

  /** Notes a change and marks who needs the series. */
  #pass({ dependents }: CompiledModel, series: number, changed: number[]): void {
    changed.push(series);
    const { starts, list } = dependents;
    const end = starts[series + 1] ?? 0;
    for (let at = starts[series] ?? 0; at < end; at += 1) {
      const needing = list[at] ?? 0;
      if (this.#marks[needing] === UNTOUCHED) this.#marks[needing] = NEEDS_CHANGED;
    }
  }

  /** Remembers the values of a series as the one at `place`. */
  #keep({ memory }: Evaluation, series: number, place: number): void {
    const { values, lanes } = memory;
    const [from, to] = [series * lanes, place * lanes];
    if (this.#before.length < to + lanes) {
      const longer = new Float64Array(2 * (to + lanes));
      longer.set(this.#before);
      this.#before = longer;
    }
    const before = this.#before;
    for (let lane = 0; lane < lanes; lane += 1) before[to + lane] = values[from + lane] ?? NaN;
  }

  #differs({ memory }: Evaluation, series: number, place: number): boolean {
    const { values, lanes } = memory;
    const [now, then] = [series * lanes, place * lanes];
    const before = this.#before;
    for (let lane = 0; lane < lanes; lane += 1) {
      if (!Object.is(values[now + lane], before[then + lane])) return true;
    }
    return false;
  }

  #stepsOf(model: CompiledModel, edited: readonly number[]): Int32Array {
    const [series] = edited;
    const last = this.#lastReach;
    if (series === undefined) return new Int32Array(0);
    if (edited.length === 1 && last?.series === series && last.order === model.order) return last.steps;
    const steps = stepsReached(model, edited);
    this.#lastReach = edited.length === 1 ? { series, order: model.order, steps } : null;
    return steps;
  }
}

function stepsReached({ dependents, stepOf }: CompiledModel, edited: readonly number[]): Int32Array {
  const steps = new Set<number>();
  for (const series of reach(dependents, edited)) steps.add(stepOf[series] ?? 0);
  return Int32Array.from(steps).sort();
}

/** Takes the projected values and errors of a series away: a new plan may leave lanes alone that an old one filled. */
function forget(model: CompiledModel, { memory, errors }: Evaluation, series: number): void {
  const { values, lanes, columns } = memory;
  const first = (model.series[series]?.firstFree ?? 0) * columns;
  const end = (series + 1) * lanes;
  for (let at = series * lanes + first; at < end; at += 1) values[at] = NaN;
  for (let column = 0; errors.size > 0 && column < columns; column += 1) {
    errors.delete(series * columns + column);
  }
}
