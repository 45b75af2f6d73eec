import type { Concept } from "../../plan/concept.ts";
import type { IndicatorId } from "../../plan/ids.ts";
import type { Indicator, Plan } from "../../plan/plan.ts";
import type { Concepts } from "../../scenario/plan-model.ts";
import type { ScenarioId } from "../../scenario/scenario.ts";
import type { ScenarioStudy } from "../../scenario/scenario-study.ts";
import { type SeriesTopic, seriesTopic } from "../../scenario/series-topic.ts";
import { type ValueFormat, valueFormat } from "../../scenario/value-format.ts";
import type { ReportRow } from "../draft/report-rows.ts";

/** A plan that can stand in a comparison, with its short name (恩平“十三五”). */
export interface Peer {
  readonly plan: Plan;
  readonly name: string;
}

/** What the charts of a plan are made from. */
export interface GallerySource {
  readonly plan: Plan;
  readonly concepts: Concepts;
  readonly study: ScenarioStudy;
  /** All plans at hand, this one among them. */
  readonly peers: readonly Peer[];
}

/** Every kind of chart of the gallery, in the order in which they are shown; the radar only on request. */
export const CHART_KINDS = [
  "path",
  "fit",
  "bullet",
  "multiples",
  "matrix",
  "ranking",
  "slope",
  "peers",
  "waterfall",
  "tornado",
  "radar",
] as const;

/** A kind of chart of the gallery. */
export type ChartKind = (typeof CHART_KINDS)[number];

/** By what plans are ranked: the level of their targets, or the growth that these ask for a year. */
export type RankingMeasure = "level" | "growth";

/** Which chart is wanted. */
export interface ChartWish {
  readonly kind: ChartKind;
  /** The indicator that a chart is about; charts of the whole plan do without. */
  readonly indicator: IndicatorId;
  readonly measure: RankingMeasure;
  /** The scenario that is drawn strongly and taken apart, and the one it is compared with. */
  readonly scenario: ScenarioId;
  readonly from: ScenarioId;
}

/** Kinds that are about the plan as a whole. */
const PLAN_KINDS = ["bullet", "multiples", "matrix", "radar"] as const satisfies readonly ChartKind[];

/** A kind of chart about the plan as a whole. */
export type PlanChartKind = (typeof PLAN_KINDS)[number];

/** A kind of chart about one indicator. */
export type IndicatorChartKind = Exclude<ChartKind, PlanChartKind>;

/** Whether a kind is about one indicator, and not about the plan as a whole. */
export const isOfIndicator = (kind: ChartKind): kind is IndicatorChartKind =>
  !PLAN_KINDS.some((each) => each === kind);

/** Whether a kind is drawn under one scenario. */
export const isUnderScenario = (kind: ChartKind): boolean =>
  (["path", "tornado", "waterfall"] as readonly ChartKind[]).includes(kind);

/** Whether a kind sets two scenarios against each other. */
export const isBetweenScenarios = (kind: ChartKind): boolean => kind === "waterfall";

/** Whether a kind stands beside other plans. */
export const isBesidePlans = (kind: ChartKind): boolean =>
  (["ranking", "slope", "peers"] as readonly ChartKind[]).includes(kind);

/** A name that is the same for two wishes exactly when they come to the same chart: they agree in all that their kind asks for. */
export function chartKey({ kind, indicator, measure, scenario, from }: ChartWish): string {
  return [
    kind,
    ...(isOfIndicator(kind) ? [indicator] : []),
    ...(kind === "ranking" ? [measure] : []),
    // The course of an indicator has all scenarios; the one that it draws strongly makes no other chart of it.
    ...(isUnderScenario(kind) && kind !== "path" ? [scenario] : []),
    ...(isBetweenScenarios(kind) ? [from] : []),
  ].join(" ");
}

/** Whether two wishes come to the same chart. */
export const isSameChart = (a: ChartWish, b: ChartWish): boolean => chartKey(a) === chartKey(b);

/** Why there is no chart of a kind. */
export type ChartGap =
  | "no-indicator"
  | "no-scenario"
  | "no-start"
  | "few-points"
  | "no-targets"
  | "no-concept"
  | "no-peers"
  | "same-scenario"
  | "no-difference"
  | "no-value"
  | "nothing-varies";

/** An indicator with all that a chart of it needs. */
export interface ChartedRow extends ReportRow {
  readonly topic: SeriesTopic;
  readonly format: ValueFormat;
}

/** The rows of a plan as charts take them. */
export function chartedRows(source: GallerySource): readonly ChartedRow[] {
  return source.plan.indicators.map((indicator, row) => chartedRow(source, indicator, row));
}

/** One row of a plan as charts take it. */
export function chartedRow(
  { plan, concepts, study }: GallerySource,
  indicator: Indicator,
  row: number,
): ChartedRow {
  const topic = seriesTopic(plan, concepts, study, row);
  return { row, indicator, concept: conceptOf(concepts, indicator), topic, format: valueFormat(topic) };
}

/** The unit line of a chart; empty where nothing has a unit. */
export const unitLine = (unit: string): string => (unit === "" ? "" : `单位：${unit}`);

function conceptOf(concepts: Concepts, { concept }: Indicator): Concept | null {
  return concept === null ? null : (concepts.get(concept) ?? null);
}

/** The indicator whose charts are shown first: of those with a target and a start the one of which most is known. */
export function usualIndicator(rows: readonly ChartedRow[]): IndicatorId | null {
  const known = ({ topic }: ChartedRow) =>
    (topic.promised.target === null || topic.start === null ? 0 : 100) +
    topic.history.length +
    topic.promised.milestones.length;
  const [first] = [...rows].sort((a, b) => known(b) - known(a) || a.row - b.row);
  return first?.indicator.id ?? null;
}
