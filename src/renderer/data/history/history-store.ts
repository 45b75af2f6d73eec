import type { Seq } from "#core/command/history.ts";
import type { CellStep } from "#core/history/cell-history.ts";
import type { JournalEntry } from "#core/history/journal-entry.ts";
import type { NamedVersion } from "#core/history/named-versions.ts";
import type { IndicatorId, PlanId } from "#core/plan/ids.ts";
import type { Field, Plan } from "#core/plan/plan.ts";
import type { Result } from "#core/result.ts";
import type { StoreError } from "../store-error.ts";

/** The newest entries of a plan's journal, the newest first, and how many it has in all. */
export interface JournalPage {
  readonly entries: readonly JournalEntry[];
  readonly total: number;
  /** The entry that began the journal; `null` where there is none. */
  readonly first: Seq | null;
}

/** The newest changes of a cell, the newest first; what the cell began with comes last, when nothing older is left out. */
export interface CellPast {
  readonly steps: readonly CellStep[];
  /** Whether older changes are left out. */
  readonly more: boolean;
}

/** A cell of a plan. */
export interface CellName {
  readonly indicator: IndicatorId;
  readonly field: Field;
}

/** How a planner calls a version; the name is not blank. */
export interface VersionLabel {
  readonly name: string;
  readonly note: string | null;
}

/** What a page reads of a plan's past, and the names that it gives to states of it. */
export interface HistoryStore {
  /** The newest entries of a plan, or those of them that touched one cell. */
  readEntries(plan: PlanId, limit: number, cell?: CellName): Promise<JournalPage>;
  /** The past of one cell of a plan; `limit` is the most steps that are given. */
  readCellPast(plan: PlanId, indicator: IndicatorId, field: Field, limit: number): Promise<CellPast>;
  /** The named versions of a plan, in the order in which they were named. */
  readVersions(plan: PlanId): Promise<readonly NamedVersion[]>;
  /** The plan as it was after an entry of its journal; `null` when there is no such plan. */
  readPlanAfter(plan: PlanId, entry: Seq): Promise<Plan | null>;
  /** Names the state after an entry, `null` for the state now. The plan and what can be undone stay as they are. */
  nameVersion(plan: PlanId, of: Seq | null, label: VersionLabel): Promise<Result<null, StoreError>>;
  renameVersion(plan: PlanId, version: Seq, label: VersionLabel): Promise<Result<null, StoreError>>;
  /** Takes a version's name away; the state stays in the journal. */
  removeVersion(plan: PlanId, version: Seq): Promise<Result<null, StoreError>>;
}
