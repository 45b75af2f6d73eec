import { applyPlan } from "../engine/apply-plan.ts";
import { assembleModel, ModelCompiler, TEMPORARIES } from "../engine/compile-model.ts";
import type { CompiledModel, CompiledSeries } from "../engine/compiled-model.ts";
import { createMemory, type Evaluation, evaluateStep, seriesOfStep } from "../engine/evaluate-model.ts";
import type { ProjectionModel } from "../engine/projection-model.ts";
import { isPlain } from "../engine/whole-row.ts";
import type { EvaluationStep } from "../graph/evaluation-order.ts";
import { reach } from "../graph/dependents.ts";
import type { DriverLanes } from "./driver-path.ts";
import { BLOCK_DRAWS } from "./standard-normals.ts";

/** Numbers that the lanes of all columns may take: 16 MiB. */
const NUMBERS = 2 ** 21;
/** Slots of a model besides its series: temporaries and, roughly, constants. */
const OTHER_SLOTS = TEMPORARIES + 20;
/** Series compiled between two pauses. */
const PAUSE = 50;

/** Puts the values of a driver's draws into lanes. */
type FillDriver = (driver: number, lanes: DriverLanes) => void;

/**
 * One scenario of a model with a column for each draw: what the drivers do not touch is computed once, the rest for every
 * set of draws. Only series that are wanted, and those that they need, are compiled and computed.
 */
export class DrawModel {
  readonly #model: CompiledModel;
  readonly #evaluation: Evaluation;
  readonly #drivers: readonly number[];
  readonly #steps: readonly EvaluationStep[];

  /** Reads a compiled model of as many columns as draws that it takes at once. */
  constructor(model: CompiledModel, drivers: readonly number[]) {
    this.#model = model;
    this.#drivers = drivers;
    this.#evaluation = { memory: createMemory(model), errors: new Map(), cycles: new Map() };
    const moved = reach(model.dependents, drivers);
    const isMoved = (step: EvaluationStep) => seriesOfStep(step).some((series) => moved.has(series));
    const own = new Set(drivers);
    const isDriver = (step: EvaluationStep) => step.kind === "series" && own.has(step.series);
    for (const step of model.order) if (!isMoved(step)) evaluateStep(model, step, this.#evaluation);
    this.#steps = model.order.filter((step) => isMoved(step) && !isDriver(step));
  }

  /** Draws that are computed at once; divides {@link BLOCK_DRAWS}. */
  get columns(): number {
    return this.#model.columns;
  }

  /** Computes as many draws as there are columns, once `fill` has put in each driver. */
  compute(fill: FillDriver): void {
    const { memory } = this.#evaluation;
    const stride = memory.columns;
    for (const [driver, slot] of this.#drivers.entries()) {
      const each = this.#model.series[slot];
      const [group] = each?.groups ?? [];
      if (each === undefined || group === undefined) continue;
      fill(driver, { values: memory.values, at: slot * memory.lanes + each.firstFree * stride, stride });
      if (isPlain(group.plan, each.series)) continue;
      applyPlan(each, slot, group, memory, { from: each.firstFree, to: this.#model.years });
    }
    for (const step of this.#steps) evaluateStep(this.#model, step, this.#evaluation);
  }

  /** Where the lanes of a series' free years stand: those of the k-th from `at + k·stride` on, a draw each. */
  lanesOf(series: number): DriverLanes {
    const { values, lanes, columns } = this.#evaluation.memory;
    const firstFree = this.#model.series[series]?.firstFree ?? this.#model.years;
    return { values, at: series * lanes + firstFree * columns, stride: columns };
  }
}

/** Compiles what the wanted series need of one column of a model; yields now and then, so that it can be given up. */
export function* compileForDraws(
  model: ProjectionModel,
  column: number,
  wanted: readonly number[],
): Generator<void, CompiledModel> {
  const years = model.lastYear - model.firstYear + 1;
  const columns = columnsFor((model.series.length + OTHER_SLOTS) * years);
  const compiler = new ModelCompiler(model);
  const series: CompiledSeries[] = model.series.map((each) => ({
    series: each,
    ground: { known: each.known, until: model.lastYear },
    firstFree: years,
    groups: [],
    needs: [],
  }));
  const needed = new Set(wanted);
  let compiled = 0;
  // A set hands out what is added while it is being walked.
  for (const index of needed) {
    const plan = model.plans[index]?.[column];
    if (plan === undefined) throw new RangeError(`No plan of series ${index} in column ${column}`);
    const each = compiler.series(
      index,
      Array.from({ length: columns }, () => plan),
    );
    series[index] = each;
    for (const { on } of each.needs) needed.add(on);
    compiled += 1;
    if (compiled % PAUSE === 0) yield;
  }
  return assembleModel({ ...model, columns }, series, compiler.constants);
}

/** As many columns as fit, by halves of a block. */
function columnsFor(numbersPerColumn: number): number {
  let columns = BLOCK_DRAWS;
  while (columns > 1 && columns * numbersPerColumn > NUMBERS) columns /= 2;
  return columns;
}
