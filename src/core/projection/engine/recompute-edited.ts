import { reach } from "../graph/dependents.ts";
import type { EvaluationStep } from "../graph/evaluation-order.ts";
import type { CompiledModel } from "./compiled-model.ts";
import { type Evaluation, evaluateStep, seriesOfStep, spareSlot } from "./evaluate-model.ts";

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
    const { memory } = evaluation;
    const { values, lanes } = memory;
    const isEdited = this.#marks[series] === EDITED;
    this.#marks[series] = UNTOUCHED;
    const at = series * lanes + first;
    const end = (series + 1) * lanes;
    const spare = spareSlot(model) * lanes;
    values.copyWithin(spare, at, end);
    const isRewritten = evaluation.errors.size === 0 && model.program.firstLane(series) === first;
    if (isEdited && !isRewritten) forget(model, evaluation, series);
    if (!model.program.run(series, memory)) evaluateStep(model, step, evaluation);
    if (differ(values, at, end, values, spare)) this.#pass(model, series, changed);
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
    const { values, lanes } = evaluation.memory;
    const before = members.map((series) => values.slice(series * lanes, (series + 1) * lanes));
    for (const series of members) forget(model, evaluation, series);
    evaluateStep(model, step, evaluation);
    const differing = members.filter((series, place) =>
      differ(values, series * lanes, (series + 1) * lanes, before[place] ?? values, 0),
    );
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

/** Whether numbers from `at` to `end` are other bits than those of `others` from `place` on; all NaN are one. */
function differ(values: Float64Array, at: number, end: number, others: Float64Array, place: number): boolean {
  for (let k = 0; at + k < end; k += 1) {
    if (!Object.is(values[at + k], others[place + k])) return true;
  }
  return false;
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
