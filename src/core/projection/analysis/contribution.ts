import { err, ok, type Result } from "../../result.ts";
import type { CellGap, CellPlace } from "../engine/explain-cell.ts";
import { ProjectionEngine } from "../engine/projection-engine.ts";
import type { ProjectionModel, SeriesPlan } from "../engine/projection-model.ts";
import { nextShare, type Sfc32State, startSfc32 } from "../monte-carlo/sfc32.ts";

/** Overrides that count as one: series with the plan that they have in the other scenario. */
export interface OverrideGroup {
  readonly name: string;
  readonly plans: readonly { readonly series: number; readonly plan: SeriesPlan }[];
}

/** How much of the difference between two scenarios each group explains; parts add up to `to − from`. */
export interface Contributions {
  readonly from: number;
  readonly to: number;
  readonly parts: readonly number[];
  /** Whether every order of the groups was looked at. */
  readonly exact: boolean;
}

/** Why there are no contributions: with some of the groups the cell has no value. */
export interface ContributionGap {
  readonly groups: readonly string[];
  readonly gap: CellGap | null;
}

/** Most groups whose every order is looked at: 2^8 evaluations. */
export const EXACT_GROUPS = 8;
/** Orders that are looked at above that. */
const SAMPLED_ORDERS = 500;

/** Numbers from 0 (included) to 1 (excluded), such as a seeded generator gives. */
export type Uniform = () => number;

/**
 * Shapley values of override groups (domain.md section 5): what a group adds to the cell, averaged over all orders in which
 * the groups can be taken over; over 500 orders drawn by `uniform` where there are more than eight groups.
 */
export function contributions(
  engine: ProjectionEngine,
  cell: CellPlace,
  groups: readonly OverrideGroup[],
  uniform: Uniform,
): Result<Contributions, ContributionGap> {
  const steps = contributionSteps(engine, cell, groups, uniform);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

/** A question about contributions as plain data, so that it can be sent to a worker; orders are drawn from the seed. */
export interface ContributionQuestion {
  readonly model: ProjectionModel;
  readonly cell: CellPlace;
  readonly groups: readonly OverrideGroup[];
  readonly seed: number;
}

/** Answers a question step by step: yields the part of the orders that is done, 0 to 1. */
export function answerContribution({
  model,
  cell,
  groups,
  seed,
}: ContributionQuestion): Generator<number, Result<Contributions, ContributionGap>> {
  const state: Sfc32State = new Int32Array(4);
  startSfc32(state, seed, groups.length, cell.series, cell.year);
  return contributionSteps(new ProjectionEngine(model), cell, groups, () => nextShare(state));
}

/** The same step by step, for many groups: yields the part of the orders that is done, 0 to 1. The engine is as before at the end. */
export function* contributionSteps(
  engine: ProjectionEngine,
  cell: CellPlace,
  groups: readonly OverrideGroup[],
  uniform: Uniform,
): Generator<number, Result<Contributions, ContributionGap>> {
  const values = new CoalitionValues(engine, cell, groups);
  try {
    const exact = groups.length <= EXACT_GROUPS;
    const parts = exact
      ? exactParts(values, groups.length)
      : yield* sampledParts(values, groups.length, uniform);
    const [from, to] = [values.of(new Set()), values.of(new Set(groups.keys()))];
    if (values.gap !== null) return err(values.gap);
    return ok({ from, to, parts, exact });
  } finally {
    values.restore();
  }
}

/** Σ over coalitions S without the group of |S|!(n − |S| − 1)!/n! · (v(S ∪ g) − v(S)). */
function exactParts(values: CoalitionValues, count: number): number[] {
  const weights = Array.from({ length: count }, (_, size) => 1 / (count * binomial(count - 1, size)));
  const parts = new Array<number>(count).fill(0);
  for (let mask = 0; mask < 2 ** count; mask += 1) {
    const inside = new Set(Array.from({ length: count }, (_, at) => at).filter((at) => (mask >> at) & 1));
    const value = values.of(inside);
    for (let at = 0; at < count; at += 1) {
      // A coalition counts for those in it with the one, and against those outside it with the other sign.
      const weight = inside.has(at) ? (weights[inside.size - 1] ?? 0) : -(weights[inside.size] ?? 0);
      parts[at] = (parts[at] ?? 0) + weight * value;
    }
  }
  return parts;
}

/** Along every drawn order the steps add up to the whole difference, and so do their averages. */
function* sampledParts(
  values: CoalitionValues,
  count: number,
  uniform: Uniform,
): Generator<number, number[]> {
  const parts = new Array<number>(count).fill(0);
  for (let drawn = 0; drawn < SAMPLED_ORDERS; drawn += 1) {
    const inside = new Set<number>();
    let before = values.of(inside);
    for (const at of shuffled(count, uniform)) {
      inside.add(at);
      const after = values.of(inside);
      parts[at] = (parts[at] ?? 0) + (after - before) / SAMPLED_ORDERS;
      before = after;
    }
    yield (drawn + 1) / SAMPLED_ORDERS;
  }
  return parts;
}

/** The value of a cell with some groups taken over, each combination computed once. */
class CoalitionValues {
  gap: ContributionGap | null = null;
  readonly #engine: ProjectionEngine;
  readonly #cell: CellPlace;
  readonly #groups: readonly OverrideGroup[];
  readonly #before: ReadonlyMap<number, readonly SeriesPlan[]>;
  readonly #known = new Map<string, number>();
  #taken = new Map<number, SeriesPlan>();

  constructor(engine: ProjectionEngine, cell: CellPlace, groups: readonly OverrideGroup[]) {
    this.#engine = engine;
    this.#cell = cell;
    this.#groups = groups;
    const series = groups.flatMap(({ plans }) => plans.map((each) => each.series));
    this.#before = new Map([...new Set(series)].map((each) => [each, engine.plansOf(each)]));
  }

  of(inside: ReadonlySet<number>): number {
    const key = [...inside].sort((a, b) => a - b).join();
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    this.#take(inside);
    const value = this.#engine.valueAt(this.#cell);
    if (Number.isNaN(value) && this.gap === null) {
      const groups = [...inside].map((at) => this.#groups[at]?.name ?? "");
      this.gap = { groups, gap: this.#engine.explain(this.#cell) };
    }
    this.#known.set(key, value);
    return value;
  }

  restore(): void {
    this.#take(new Set());
  }

  #take(inside: ReadonlySet<number>): void {
    const wanted = new Map(
      this.#groups.flatMap(({ plans }, at) =>
        inside.has(at) ? plans.map(({ series, plan }) => [series, plan] as const) : [],
      ),
    );
    for (const [series, plans] of this.#before) {
      const plan = wanted.get(series);
      if (plan === this.#taken.get(series)) continue;
      const { column } = this.#cell;
      this.#engine.setPlans(
        series,
        plan === undefined ? plans : plans.map((each, at) => (at === column ? plan : each)),
      );
    }
    this.#taken = wanted;
  }
}

function shuffled(count: number, uniform: Uniform): readonly number[] {
  const order = Array.from({ length: count }, (_, at) => at);
  for (let at = count - 1; at > 0; at -= 1) {
    const other = Math.floor(uniform() * (at + 1));
    [order[at], order[other]] = [order[other] ?? other, order[at] ?? at];
  }
  return order;
}

function binomial(n: number, k: number): number {
  let result = 1;
  for (let at = 1; at <= k; at += 1) result = (result * (n - k + at)) / at;
  return result;
}
