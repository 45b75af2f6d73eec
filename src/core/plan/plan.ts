import type { Quantity } from "../indicator/quantity.ts";
import type { Target } from "../indicator/target.ts";
import type { Driver } from "../scenario/driver.ts";
import type { Scenario } from "../scenario/scenario.ts";
import type { ConceptId, IndicatorId, JurisdictionCode, PlanId, StatementId, Year } from "./ids.ts";
import type { SectionText } from "../narrative/narrative.ts";
import type { ObservationTable } from "./observation-table.ts";
import type { Statement } from "./statement.ts";
import type { Clause, Task } from "./task.ts";

/** Draft of the planner, consultation draft (征求意见稿), or issued (已印发). */
export type PlanStatus = "draft" | "consultation" | "issued";
/** Shipped with the program and read-only, or the planner's own. */
export type PlanOrigin = "bundled" | "own";
/** 约束性, 预期性, or not said. */
export type Attribute = "binding" | "anticipatory" | "unspecified";
/** Administrative level of a jurisdiction. */
export type JurisdictionLevel = "province" | "prefecture" | "county-level-city" | "county" | "district";

/** First and last year of a plan, both included. */
export interface Period {
  readonly start: Year;
  readonly end: Year;
}

/** A jurisdiction of GB/T 2260. */
export interface Jurisdiction {
  readonly code: JurisdictionCode;
  readonly name: string;
  readonly nameEn: string;
  readonly level: JurisdictionLevel;
  readonly parent: JurisdictionCode | null;
}

/** A source document: its file name and the SHA-256 (lower-case hex) that recognises the planner's copy. */
export interface SourceDocument {
  readonly file: string;
  readonly sha256: string;
}

/**
 * One heading of the plan's text; `level` from 1, `line` 1-based, `start` counts Unicode code points of the whole file and is
 * `null` where only the line is known.
 */
export interface OutlineEntry {
  readonly heading: string;
  readonly level: number;
  readonly line: number;
  readonly start: number | null;
}

/**
 * Where the targets of an indicator start. The base value is the observation of `year`; where there is none,
 * `provisional` stands in for it (暂用) and `provisionalFrom` says where it came from.
 */
export interface Base {
  readonly year: Year;
  readonly provisional: Quantity | null;
  readonly provisionalFrom: "predecessor-target" | "estimate" | null;
}

/** One promised target: by when, what, and the statement behind it (`null` is the planner's own). */
export interface PlannedTarget {
  readonly year: Year;
  readonly target: Target;
  readonly statement: StatementId | null;
}

/** Which cell of an indicator's row; the year belongs to the identity of observation and target cells. */
export type Field =
  | { readonly kind: "name" | "unit" | "attribute" | "department" | "category" }
  | { readonly kind: "observation" | "target"; readonly year: Year };

/** What a planner typed that could not be read: kept as typed; its reason is derived by reading it again. */
export interface RejectedInput {
  readonly field: Field;
  readonly text: string;
}

/**
 * What the planner has written about a cell: a note, and the source of a value that no document of the plan states
 * (such as 《2025年统计公报》). One of the two is set.
 */
export interface Remark {
  readonly field: Field;
  readonly note: string | null;
  readonly source: string | null;
}

/** An indicator of another plan that the planner takes for the same thing, whatever concepts and names say. */
export interface Match {
  readonly plan: PlanId;
  readonly indicator: IndicatorId;
}

/** What became of a predecessor's indicator in the next plan; one that was not taken up is a {@link DroppedIndicator}. */
export type Fate = "kept" | "caliber-changed";

/** Where an indicator of a draft came from, and how; a changed caliber has a reason. */
export interface CarriedFrom {
  readonly indicator: IndicatorId;
  readonly fate: Fate;
  readonly reason: string | null;
}

/** An indicator of the predecessor that the draft does not take up, and why. */
export interface DroppedIndicator {
  readonly indicator: IndicatorId;
  readonly name: string;
  readonly reason: string;
}

/** One row of a plan's indicator table. */
export interface Indicator {
  readonly id: IndicatorId;
  readonly concept: ConceptId | null;
  readonly name: string;
  readonly unit: string;
  readonly attribute: Attribute;
  readonly department: string | null;
  readonly category: string | null;
  readonly base: Base | null;
  readonly targets: readonly PlannedTarget[];
  readonly rejected: readonly RejectedInput[];
  /** Statements behind observations, by year: which place in a document backs the official value. */
  readonly sources: readonly { readonly year: Year; readonly statement: StatementId }[];
  /** At most one a cell. */
  readonly remarks: readonly Remark[];
  /** At most one a plan. */
  readonly matches: readonly Match[];
  /** The predecessor's indicator that this one goes on with; `null` where there is none. */
  readonly carriedFrom: CarriedFrom | null;
}

/** Statements of one fact that disagree: which of them the plan's own table goes by, and why. */
export interface SettledDisagreement {
  readonly indicator: IndicatorId;
  readonly year: Year;
  readonly official: StatementId;
  readonly others: readonly StatementId[];
  readonly reason: string;
}

/** One plan of one jurisdiction with all that it says; row `i` of `observations` belongs to `indicators[i]`. */
export interface Plan {
  readonly id: PlanId;
  readonly title: string;
  readonly jurisdiction: JurisdictionCode;
  readonly period: Period;
  readonly status: PlanStatus;
  readonly origin: PlanOrigin;
  readonly predecessor: PlanId | null;
  readonly superior: PlanId | null;
  readonly documents: readonly SourceDocument[];
  readonly outline: readonly OutlineEntry[];
  readonly indicators: readonly Indicator[];
  /** Of the predecessor. */
  readonly dropped: readonly DroppedIndicator[];
  readonly observations: ObservationTable;
  readonly statements: readonly Statement[];
  readonly disagreements: readonly SettledDisagreement[];
  readonly tasks: readonly Task[];
  readonly clauses: readonly Clause[];
  /** What the planner has written, section by section in their order; a section that is not there is proposed. */
  readonly narrative: readonly SectionText[];
  /** A tree, or none where the planner has not touched those that are proposed. */
  readonly scenarios: readonly Scenario[];
  /** Kept together with the scenarios. */
  readonly drivers: readonly Driver[];
}
