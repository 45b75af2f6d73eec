import { reach } from "../graph/dependents.ts";
import type { EvaluationStep } from "../graph/evaluation-order.ts";
import type { CompiledModel } from "./compiled-model.ts";
import { type Evaluation, evaluateStep, seriesOfStep } from "./evaluate-model.ts";

/** What an edit has to do with a series. */
const UNTOUCHED = 0;
const NEEDS_CHANGED = 1;
const EDITED = 2;
/** In place of the series of a step that has several. */
const SEVERAL = -1;

/** The steps that an edit of a series can touch, in their order; they hold as long as the order does. */
interface Reach {
  readonly series: number;
  readonly order: CompiledModel["order"];
  readonly steps: Int32Array;
  /** The series of each step, or −1 where it has several, and its first free lane. */
  readonly single: Int32Array;
  readonly firstLane: Int32Array;
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
    const { steps, single, firstLane } = this.#reachOf(model, edited);
    for (let k = 0; k < steps.length; k += 1) {
      const series = single[k] ?? SEVERAL;
      if (series !== SEVERAL && this.#marks[series] === UNTOUCHED) continue;
      const step = model.order[steps[k] ?? 0];
      if (step === undefined) continue;
      if (series === SEVERAL) this.#computeTogether(model, evaluation, step, changed);
      else this.#computeSeries(model, evaluation, step, series, firstLane[k] ?? 0, changed);
    }
    return changed;
  }

  #computeSeries(
    model: CompiledModel,
    evaluation: Evaluation,
    step: EvaluationStep,
    series: number,
    first: number,
    changed: number[],
  ): void {
    const mark = this.#marks[series];
    this.#marks[series] = UNTOUCHED;
    this.#keep(evaluation, series, first, 0);
    if (mark === EDITED) forget(model, evaluation, series);
    if (!model.program.run(series, evaluation.memory)) evaluateStep(model, step, evaluation);
    if (this.#differs(evaluation, series, first, 0)) this.#pass(model, series, changed);
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
      this.#keep(evaluation, series, 0, place);
      forget(model, evaluation, series);
    }
    evaluateStep(model, step, evaluation);
    const differing = members.filter((series, place) => this.#differs(evaluation, series, 0, place));
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

  /** Remembers the free values of a series as those of the one at `place`. */
  #keep({ memory }: Evaluation, series: number, first: number, place: number): void {
    const { values, lanes } = memory;
    const to = place * lanes;
    if (this.#before.length < to + lanes) this.#before = longer(this.#before, to + lanes);
    const before = this.#before;
    const from = series * lanes;
    for (let lane = first; lane < lanes; lane += 1) before[to + lane] = values[from + lane] ?? NaN;
  }

  #differs({ memory }: Evaluation, series: number, first: number, place: number): boolean {
    const { values, lanes } = memory;
    const now = series * lanes;
    const then = place * lanes;
    const before = this.#before;
    for (let lane = first; lane < lanes; lane += 1) {
      if (!Object.is(values[now + lane], before[then + lane])) return true;
    }
    return false;
  }

  #reachOf(model: CompiledModel, edited: readonly number[]): Reach {
    const last = this.#lastReach;
    const isOne = edited.length === 1;
    if (isOne && last !== null && last.series === edited[0] && last.order === model.order) return last;
    const reached = reachOf(model, edited);
    this.#lastReach = isOne ? reached : null;
    return reached;
  }
}

function reachOf(
  { dependents, stepOf, order, series, columns }: CompiledModel,
  edited: readonly number[],
): Reach {
  const touched = new Set<number>();
  for (const each of reach(dependents, edited)) touched.add(stepOf[each] ?? 0);
  const steps = Int32Array.from(touched).sort();
  const single = steps.map((at) => {
    const step = order[at];
    return step?.kind === "series" ? step.series : SEVERAL;
  });
  const firstLane = single.map((at) => (series[at]?.firstFree ?? 0) * columns);
  return { series: edited[0] ?? SEVERAL, order, steps, single, firstLane };
}

function longer(array: Float64Array<ArrayBuffer>, length: number): Float64Array<ArrayBuffer> {
  const grown = new Float64Array(2 * length);
  grown.set(array);
  return grown;
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
