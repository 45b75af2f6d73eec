import type { TFunction } from "i18next";
import type { ConceptCell, ConceptRow, PlannedCell } from "#core/compare/concept-row.ts";
import { mixesSpans } from "#core/compare/concept-remarks.ts";
import type { ConceptTable } from "#core/compare/concept-table.ts";
import { formatAmount, printedValue } from "#core/indicator/quantity.ts";
import { targetSign } from "#core/indicator/target-sign.ts";
import type { ConceptId, PlanId } from "#core/plan/ids.ts";
import {
  type ComparisonChart,
  type ComparisonLine,
  type ComparisonPanel,
  type ComparisonTarget,
  lineValues,
} from "#core/report/comparison-chart.ts";
import type { LineStyle } from "#core/report/projection-chart.ts";

/** Words of the room. */
export type Words = TFunction<"compare">;

/** All lines in one picture, or one picture a plan with the same or its own scale. */
export type Arrangement = "together" | "shared" | "separate";

/** What a chart is made from, beside the words. */
export interface ComparisonSource {
  readonly table: ConceptTable;
  /** Other calibers that the planner has put into the chart. */
  readonly drawn: ReadonlySet<ConceptId>;
  readonly arrangement: Arrangement | null;
  readonly conceptName: (concept: ConceptTable["concept"]) => string;
  readonly planName: (plan: PlanId) => string;
  readonly planTitle: (plan: PlanId) => string;
  /** The plan that is open, which is drawn in any case; `null` without one. */
  readonly current: PlanId | null;
}

/** More lines than this are told apart by pictures of their own (look/tokens.md). */
export const MOST_LINES = 4;
/** Two rows of pictures: a third one would lie over the others on a text column. */
export const MOST_PANELS = 6;
/** Plans of so different a size would flatten each other on one scale. */
const FLATTENING = 12;
const STYLES: readonly LineStyle[] = [1, 2, 3, 4];

/** A row that has something to draw; `order` counts its caliber, 0 for the concept itself, which has no words of its own. */
interface DrawnRow {
  readonly row: ConceptRow;
  readonly caliber: string | null;
  readonly order: number;
}

/** The chart of a concept; `null` where nothing can be drawn. */
export function comparisonChart(source: ComparisonSource, t: Words): ComparisonChart | null {
  const all = drawnRows(source);
  const rows = ofFirstPlans(all, source.current);
  const years = rows.flatMap(({ row }) => drawable(row).map(({ year }) => year));
  if (years.length === 0) return null;
  const arrangement = arrangementOf(source);
  const lines = rows.map((drawn, at) => lineOf(source, drawn, { at, arrangement }, t));
  const { table } = source;
  const plans = plansIn(rows);
  return {
    title: t("chart.title", { name: source.conceptName(table.concept) }),
    unit: t("chart.unit", { unit: table.unit }),
    source: t("chart.source", {
      plans: plans
        .map((plan) => t("chart.sourcePlan", { title: source.planTitle(plan) }))
        .join(t("remarks.and")),
    }),
    notes: [
      ...notesOf(rows, arrangement, t),
      ...(rows.length === all.length
        ? []
        : [t("chart.firstPlans", { shown: plans.length, all: plansIn(all).length })]),
    ],
    years: { first: Math.min(...years), last: Math.max(...years) },
    panels: arrangement === "together" ? [{ title: "", lines }] : panelsOf(source, rows, lines),
    sharedScale: arrangement !== "separate",
  };
}

/** The rows of as many plans as there is room for, in the order of the table: that of the open plan and the first ones. */
function ofFirstPlans(rows: readonly DrawnRow[], current: PlanId | null): readonly DrawnRow[] {
  const plans = plansIn(rows);
  const own = plans.filter((plan) => plan === current);
  const first = new Set([...new Set([...own, ...plans])].slice(0, MOST_PANELS));
  return rows.filter(({ row }) => first.has(row.plan));
}

const plansIn = (rows: readonly DrawnRow[]): readonly PlanId[] => [
  ...new Set(rows.map(({ row }) => row.plan)),
];

function notesOf(rows: readonly DrawnRow[], arrangement: Arrangement, t: Words): readonly string[] {
  const calibers = [...new Set(rows.flatMap(({ caliber }) => caliber ?? []))];
  return [
    t("chart.key"),
    ...(calibers.length === 0 ? [] : [t("chart.caliberKey", { calibers: calibers.join(t("remarks.and")) })]),
    ...(arrangement === "separate" ? [t("chart.otherScale")] : []),
  ];
}

/** How the lines are arranged: as the planner chose, as far as so many lines can be. */
export function arrangementOf(source: ComparisonSource): Arrangement {
  const rows = drawnRows(source);
  const { arrangement } = source;
  if (arrangement !== null && (arrangement !== "together" || rows.length <= MOST_LINES)) return arrangement;
  const tops = rows.map(({ row }) => Math.max(...rowValues(row).map(Math.abs)));
  const flattening = Math.max(...tops) > FLATTENING * Math.min(...tops);
  if (rows.length <= MOST_LINES && !flattening) return "together";
  return flattening ? "separate" : "shared";
}

/** Whether all lines fit into one picture. */
export function fitsTogether(source: ComparisonSource): boolean {
  return drawnRows(source).length <= MOST_LINES;
}

function drawnRows({ table, drawn, conceptName }: ComparisonSource): readonly DrawnRow[] {
  const others = table.relatives
    .filter(({ concept, drawable: fits }) => fits && drawn.has(concept.id))
    .flatMap(({ concept, rows }, at) =>
      rows.map((row) => ({ row, caliber: concept.differs ?? conceptName(concept), order: at + 1 })),
    );
  const rows = [...table.rows.map((row) => ({ row, caliber: null, order: 0 })), ...others];
  const spans = mixesSpans(rows.map(({ row }) => row));
  return rows
    .map((drawn) => (spans ? { ...drawn, row: withoutSpans(drawn.row) } : drawn))
    .filter(({ row }) => row.converts && drawable(row).length > 0);
}

/** A row without sums and averages over years, where others tell values of one year; a concept of nothing else keeps them. */
function withoutSpans(row: ConceptRow): ConceptRow {
  const cells = row.cells.map((cell) => ({
    ...cell,
    observed: cell.observed?.span === null ? cell.observed : null,
    planned: cell.planned?.span === null ? cell.planned : null,
  }));
  return { ...row, cells };
}

/** Cells with a number. */
function drawable({ cells }: ConceptRow): readonly ConceptCell[] {
  return cells.filter(({ observed, planned }) => observed !== null || (planned?.level ?? null) !== null);
}

function rowValues(row: ConceptRow): readonly number[] {
  return lineValues({
    id: "",
    name: "",
    caliber: null,
    style: 1,
    history: history(row),
    targets: targets(row),
  });
}

interface LinePlace {
  readonly at: number;
  readonly arrangement: Arrangement;
}

function lineOf(
  source: ComparisonSource,
  { row, caliber, order }: DrawnRow,
  { at, arrangement }: LinePlace,
  t: Words,
): ComparisonLine {
  const plan = source.planName(row.plan);
  const several = source.table.rows.filter((other) => other.plan === row.plan).length > 1;
  // In a picture of its own a plan needs no colour; its other calibers take the next ones.
  const style = STYLES[arrangement === "together" ? at : Math.min(order, STYLES.length - 1)] ?? 1;
  return {
    id: row.indicator,
    name: several && caliber === null ? t("chart.twoNames", { plan, name: row.name }) : plan,
    caliber,
    style,
    history: history(row),
    targets: targets(row, t),
  };
}

function history(row: ConceptRow): ComparisonLine["history"] {
  return row.cells.flatMap(({ year, observed }) =>
    observed === null
      ? []
      : [
          {
            year,
            value: printedValue(observed.quantity),
            label: formatAmount(observed.quantity),
            provisional: observed.basis === "provisional",
          },
        ],
  );
}

function targets(row: ConceptRow, t?: Words): readonly ComparisonTarget[] {
  return row.cells.flatMap(({ year, planned }) => {
    if (planned === null || planned.level === null) return [];
    return [
      {
        year,
        low: printedValue(planned.level),
        high: planned.high === null ? null : printedValue(planned.high),
        stretch: planned.target.form === "floorStretch",
        final: planned.final,
        label: t === undefined ? "" : levelText(planned, t),
      },
    ];
  });
}

/** The level of a target as a chart and a cell print it: ≥2.5, 100—130, ≈138.47 where it is reckoned. */
export function levelText({ level, high, target, computed }: PlannedCell, t: Words): string {
  if (level === null) return "";
  const low = formatAmount(level);
  if (high !== null) return t("chart.range", { low, high: formatAmount(high) });
  return computed ? t("chart.approximately", { value: low }) : `${targetSign(target)}${low}`;
}

/** A picture a plan, in the order of the table, its other calibers with it. */
function panelsOf(
  { planName }: ComparisonSource,
  rows: readonly DrawnRow[],
  lines: readonly ComparisonLine[],
): readonly ComparisonPanel[] {
  return plansIn(rows).map((plan) => ({
    title: planName(plan),
    lines: lines.filter((_, at) => rows[at]?.row.plan === plan),
  }));
}
