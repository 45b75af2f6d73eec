import type { Plan } from "../plan/plan.ts";
import { ProjectionEngine } from "../projection/engine/projection-engine.ts";
import type { ProjectionModel } from "../projection/engine/projection-model.ts";
import { setOverride } from "./edit-scenarios.ts";
import { type Concepts, type ModelDriver, planModel, type PlanModel, type PlanSeries } from "./plan-model.ts";
import { type ResolvedScenarios, resolveSeries } from "./resolve-scenarios.ts";
import type { ScenarioId, SeriesOverride } from "./scenario.ts";
import type { ScenarioTree } from "./scenario-tree.ts";

/** Parts of one series in one scenario that are tried out and not (yet) stored: a number that is being dragged. */
export interface Trial {
  readonly scenario: ScenarioId;
  readonly series: string;
  readonly override: SeriesOverride;
}

/** Years beyond the plan's that are computed too, so that it can be told when a target is reached after all. */
const BEYOND = 15;

/**
 * A plan under its scenarios, computed and kept current: compiled once, and a trial computes only what it touches. It holds
 * one trial at a time; the tree itself never changes.
 */
export class ScenarioStudy {
  readonly engine: ProjectionEngine;
  readonly lastYear: number;
  readonly #planModel: PlanModel;
  readonly #names: readonly string[];
  readonly #places: ReadonlyMap<string, number>;
  #tree: ScenarioTree;
  #resolved: ResolvedScenarios;
  #trial: Trial | null = null;

  constructor(plan: Plan, concepts: Concepts, tree: ScenarioTree, drivers: readonly ModelDriver[]) {
    this.#planModel = planModel(plan, concepts, tree, drivers);
    const { model, resolved, series } = this.#planModel;
    this.#resolved = resolved;
    this.#tree = tree;
    this.lastYear = model.lastYear;
    this.engine = new ProjectionEngine({ ...model, lastYear: model.lastYear + BEYOND });
    this.#names = series.map(({ id, row }) =>
      row === null
        ? (drivers.find((driver) => driver.id === id)?.name ?? id)
        : (plan.indicators[row]?.name ?? id),
    );
    this.#places = new Map(series.map(({ id }, at) => [id, at]));
  }

  get series(): readonly PlanSeries[] {
    return this.#planModel.series;
  }

  /** The tree with the present trial in it. */
  get tree(): ScenarioTree {
    return this.#tree;
  }

  /** What every scenario supposes of every series, with the present trial. */
  get resolved(): ResolvedScenarios {
    return this.#resolved;
  }

  /** The plan's model as it is now, up to the plan's last year; plain data. */
  get model(): ProjectionModel {
    return { ...this.#planModel.model, plans: this.#resolved.plans };
  }

  /** Place of a series in the model, `null` where the plan has none of this id. */
  placeOf(id: string): number | null {
    return this.#places.get(id) ?? null;
  }

  /** The name of a series, for people. */
  nameOf(at: number): string {
    return this.#names[at] ?? "";
  }

  /** Column of a scenario. */
  columnOf(scenario: ScenarioId): number {
    return this.#resolved.columns.indexOf(scenario);
  }

  /** A series and all that its formulas need, in any scenario. */
  neededBy(series: number): ReadonlySet<number> {
    const needed = new Set([series]);
    for (const each of needed) {
      for (const { on } of this.engine.model.series[each]?.needs ?? []) if (on >= 0) needed.add(on);
    }
    return needed;
  }

  /** Supposes a trial in place of the one before; `null` is what is stored. */
  suppose(trial: Trial | null): void {
    if (trial === this.#trial) return;
    const before = this.#trial;
    this.#trial = trial;
    const stored = this.#planModel.resolved.tree;
    this.#tree = trial === null ? stored : setOverride(stored, trial.scenario, trial.series, trial.override);
    if (before !== null && before.series !== trial?.series) this.#replan(before.series);
    if (trial !== null) this.#replan(trial.series);
    this.#resolved = { ...this.#resolved, tree: this.#tree };
  }

  #replan(id: string): void {
    const at = this.#places.get(id);
    if (at === undefined) return;
    const plans = resolveSeries(this.#tree, id);
    this.engine.setPlans(at, plans);
    this.#resolved = { ...this.#resolved, plans: this.#resolved.plans.with(at, plans) };
  }
}
