import type { JurisdictionLevel } from "#core/plan/plan.ts";
import type { PlanSummary } from "#core/plan/summary.ts";

/** One row of the library: what a list of plans shows without reading the plans themselves. */
export interface LibraryEntry extends PlanSummary {
  readonly jurisdictionName: string;
  readonly jurisdictionNameEn: string;
  /** `null` for a jurisdiction that the catalogue does not know; its names are its code then. */
  readonly level: JurisdictionLevel | null;
  /** Last change in milliseconds since the epoch; for a bundled plan the time it was put in. */
  readonly updatedAt: number;
}
