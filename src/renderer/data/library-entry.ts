import type { Jurisdiction, PlanOrigin, PlanStatus, Period } from "#core/plan/plan.ts";
import type { PlanId } from "#core/plan/ids.ts";

/** One row of the library: what a list of plans shows without reading the plans themselves. */
export interface LibraryEntry {
  readonly id: PlanId;
  readonly title: string;
  /** Code, both names, level and parent of the plan's jurisdiction. */
  readonly jurisdiction: Jurisdiction;
  readonly period: Period;
  readonly status: PlanStatus;
  readonly origin: PlanOrigin;
  readonly predecessor: PlanId | null;
  readonly superior: PlanId | null;
  /** Counts of indicators, stated observations, targets and statements. */
  readonly indicators: number;
  readonly observations: number;
  readonly targets: number;
  readonly statements: number;
  /** Cells whose text could not be read yet. */
  readonly rejected: number;
  /** Last change in milliseconds since the epoch; for a bundled plan the time it was put in. */
  readonly updatedAt: number;
}
