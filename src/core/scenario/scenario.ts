import type { Brand } from "../brand.ts";
import type { Uncertainty } from "../projection/monte-carlo/uncertainty.ts";
import type { SeriesPlan } from "../projection/engine/projection-model.ts";

/** Identity of a scenario within its tree. */
export type ScenarioId = Brand<string, "ScenarioId">;

/** Brands a checked string as a scenario id. */
export const scenarioId = (text: string): ScenarioId => text as ScenarioId;

/** What a scenario supposes of one series: how it moves, what pushes it, whether it keeps to its range, how sure that is. */
export interface ScenarioPlan extends SeriesPlan {
  readonly uncertainty: Uncertainty | null;
}

/** A part of what is supposed of a series; scenarios override part by part. */
export type PlanPart = keyof ScenarioPlan;

/** The parts, in the order in which they are shown. */
export const PLAN_PARTS = [
  "assumption",
  "shocks",
  "clamp",
  "uncertainty",
] as const satisfies readonly PlanPart[];

/** The parts of one series that a scenario sets; what is missing is inherited, and `uncertainty: null` is set to none. */
export type SeriesOverride = Partial<ScenarioPlan>;

/** A scenario as it is kept: its parent (`null` for the root) and, by the id of a series, only what it overrides. */
export interface Scenario {
  readonly id: ScenarioId;
  readonly name: string;
  /** What the planner has written about it. */
  readonly note: string | null;
  readonly parent: ScenarioId | null;
  readonly overrides: ReadonlyMap<string, SeriesOverride>;
}

/** What holds where no scenario says anything: the last value stays. */
export const DEFAULT_PLAN: ScenarioPlan = {
  assumption: { method: "hold" },
  shocks: [],
  clamp: false,
  uncertainty: null,
};
