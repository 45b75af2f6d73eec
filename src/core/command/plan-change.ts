import type { IndicatorId, StatementId } from "../plan/ids.ts";
import type { ObservedRow } from "../plan/observation-table.ts";
import type { DroppedIndicator, Field, Indicator, SettledDisagreement } from "../plan/plan.ts";
import type { NarrativeBlock, SectionId } from "../narrative/narrative.ts";
import type { Statement } from "../plan/statement.ts";
import type { Driver } from "../scenario/driver.ts";
import type { Scenario, ScenarioId, SeriesOverride } from "../scenario/scenario.ts";
import type { CellContent } from "./command.ts";

/** One change of a plan, with what was there before and what is there after; swapping the two is the inverse. */
export type PlanChange = TableChange | ScenarioTreeChange | NarrativeChange;

/** A change of the indicator table or of what is said about it. */
export type TableChange = CellChange | RowChange | MoveChange | DroppedChange;

/** A change of the plan's scenarios and drivers. */
export type ScenarioTreeChange = ScenarioChange | OverrideChange | DriverChange;

/** A scenario without what it sets. */
export type ScenarioHead = Omit<Scenario, "overrides">;

/**
 * A scenario that came or went, or has another name, note or parent. One that comes sets nothing yet, and one that goes sets nothing any more:
 * changes of its overrides say so.
 */
export interface ScenarioChange {
  readonly kind: "scenario";
  readonly scenario: ScenarioId;
  readonly before: Placed<ScenarioHead> | null;
  readonly after: Placed<ScenarioHead> | null;
}

/** What a scenario sets of one series; `null` is nothing. */
export interface OverrideChange {
  readonly kind: "override";
  readonly scenario: ScenarioId;
  readonly series: string;
  readonly before: SeriesOverride | null;
  readonly after: SeriesOverride | null;
}

/** A driver that came, went, or is another one in the same place. */
export interface DriverChange {
  readonly kind: "driver";
  readonly driver: string;
  readonly before: Placed<Driver> | null;
  readonly after: Placed<Driver> | null;
}

/** Blocks of a section's text that became others; `at` counts from 0. */
export interface NarrativeChange {
  readonly kind: "narrative";
  readonly section: SectionId;
  readonly at: number;
  readonly before: readonly NarrativeBlock[];
  readonly after: readonly NarrativeBlock[];
}

/** Whether a change is one of the indicator table or of what is said about it. */
export function isTableChange(change: PlanChange): change is TableChange {
  return change.kind !== "narrative" && !isScenarioTreeChange(change);
}

/** Whether a change is one of scenarios and drivers. */
export function isScenarioTreeChange(change: PlanChange): change is ScenarioTreeChange {
  return change.kind === "scenario" || change.kind === "override" || change.kind === "driver";
}

/** One changed cell. */
export interface CellChange {
  readonly kind: "cell";
  readonly indicator: IndicatorId;
  readonly field: Field;
  readonly before: CellContent;
  readonly after: CellContent;
}

/** A row that came (`before` is `null`), went (`after` is `null`), or is another one in the same place. */
export interface RowChange {
  readonly kind: "row";
  readonly indicator: IndicatorId;
  readonly before: RowRecord | null;
  readonly after: RowRecord | null;
}

/** A row that went to another place; both count from 0 among the other rows and itself. */
export interface MoveChange {
  readonly kind: "move";
  readonly indicator: IndicatorId;
  readonly from: number;
  readonly to: number;
}

/** An indicator of the predecessor that the plan now leaves out (`before` is `null`), or takes up again (`after` is `null`). */
export interface DroppedChange {
  readonly kind: "dropped";
  /** Of the predecessor. */
  readonly indicator: IndicatorId;
  readonly before: Placed<DroppedIndicator> | null;
  readonly after: Placed<DroppedIndicator> | null;
}

/** Something at a place of a list. */
export interface Placed<T> {
  readonly at: number;
  readonly item: T;
}

/** A row with all that goes and comes with it: enough to put it back exactly. */
export interface RowRecord {
  /** Its place among the rows. */
  readonly at: number;
  readonly indicator: Indicator;
  readonly observed: ObservedRow;
  /** The statements about it, by their places among the plan's; none where the row only changes. */
  readonly statements: readonly Placed<Statement>[];
  readonly disagreements: readonly Placed<SettledDisagreement>[];
  /** Formulas of other statements that rest on these statements. */
  readonly derivations: readonly {
    readonly statement: StatementId;
    readonly derivation: NonNullable<Statement["derivation"]>;
  }[];
}
