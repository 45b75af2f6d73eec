import type { ConceptId, IndicatorId } from "../../plan/ids.ts";
import type { Concept } from "../../plan/concept.ts";
import type { Jurisdiction, Plan } from "../../plan/plan.ts";
import type { ChartWish, Peer } from "../gallery/gallery-source.ts";
import type { ChartDesigns } from "../gallery/kept-charts.ts";
import type { Driver } from "../../scenario/driver.ts";
import type { ScenarioId } from "../../scenario/scenario.ts";
import type { ScenarioTree } from "../../scenario/scenario-tree.ts";
import type { AnnualScenarios } from "./annual-scenarios.ts";

/** What a report of a draft is made from, beside the plan. */
export interface DraftContext {
  readonly concepts: ReadonlyMap<ConceptId, Concept>;
  readonly jurisdiction: Pick<Jurisdiction, "name"> | null;
  /** The plans that the draft follows and answers to, where they are at hand. */
  readonly predecessor: Pick<Plan, "title"> | null;
  readonly superior: Pick<Plan, "title"> | null;
  readonly scenarios: ScenarioTree;
  readonly drivers: readonly Driver[];
  /** By which scenarios the years can be told. */
  readonly annual: AnnualScenarios;
  /** Plans that charts can stand beside, and whose documents they cite, as far as they are at hand. */
  readonly peers: readonly Peer[];
}

/** What the proposed text of a plan is made from, beside the plan. */
export type TextContext = Pick<DraftContext, "concepts" | "jurisdiction" | "predecessor" | "superior">;

/** Parts of a draft's report that can be left out. */
export const DRAFT_PARTS = [
  "contents",
  "basis",
  "foundation",
  "goals",
  "indicators",
  "path",
  "charts",
  "programme",
  "evidence",
] as const;

/** A part of a draft's report. */
export type DraftPart = (typeof DRAFT_PARTS)[number];

/** What goes into a draft's report. */
export interface DraftOptions {
  readonly parts: ReadonlySet<DraftPart>;
  /** Whether indicators without a target stand in the tables too. */
  readonly allIndicators: boolean;
  /** By which scenario the years are told. */
  readonly scenario: ScenarioId;
  /** Indicators whose course is drawn. */
  readonly charts: ReadonlySet<IndicatorId>;
  /** Charts of other kinds that were put in. */
  readonly placed: readonly ChartWish[];
  readonly designs: ChartDesigns;
}
