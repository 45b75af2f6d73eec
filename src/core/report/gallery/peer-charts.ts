import { mixesSpans } from "../../compare/concept-remarks.ts";
import type { ConceptCell, ConceptRow } from "../../compare/concept-row.ts";
import { conceptTable } from "../../compare/concept-table.ts";
import { formatAmount, printedValue } from "../../indicator/quantity.ts";
import { targetSign } from "../../indicator/target-sign.ts";
import type { IndicatorGrowth } from "../../path/indicator-growth.ts";
import type { Concept } from "../../plan/concept.ts";
import { titled } from "../../plan/titled.ts";
import type { ComparisonChart, ComparisonLine } from "../comparison-chart.ts";
import type { SlopeChart } from "../slope-chart.ts";
import type { SpanChart, SpanRow } from "../span-chart.ts";
import { type ChartedRow, type GallerySource, type RankingMeasure, unitLine } from "./gallery-source.ts";

/** One plan's row of a concept that can stand beside others. */
interface PeerRow {
  readonly row: ConceptRow;
  readonly name: string;
  readonly title: string;
  readonly own: boolean;
}

/** A concept over all plans, without what must not be compared: other calibers, other units, sums among yearly values. */
interface PeerTable {
  readonly concept: Concept;
  readonly unit: string;
  readonly rows: readonly PeerRow[];
}

const MOST_PANELS = 6;
const MOST_ROWS = 12;

/** Why the plans cannot be compared here. */
export type PeerGap = "no-concept" | "no-peers";

function peerTable({ plan, peers, concepts }: GallerySource, { indicator }: ChartedRow): PeerTable | null {
  if (indicator.concept === null) return null;
  const table = conceptTable(
    peers.map((peer) => peer.plan),
    concepts,
    indicator.concept,
  );
  if (table === null) return null;
  const spans = mixesSpans(table.rows);
  const rows = table.rows.flatMap((row): PeerRow[] => {
    const peer = peers.find((each) => each.plan.id === row.plan);
    if (peer === undefined || !row.converts) return [];
    const cells = spans ? row.cells.map(withoutSpans) : row.cells;
    // A plan may have the concept twice (two rows); its own row is the one that was chosen.
    const own = row.plan === plan.id && row.indicator === indicator.id;
    if (row.plan === plan.id && !own) return [];
    return [{ row: { ...row, cells }, name: peer.name, title: peer.plan.title, own }];
  });
  return { concept: table.concept, unit: table.unit, rows };
}

const withoutSpans = (cell: ConceptCell): ConceptCell => ({
  ...cell,
  observed: cell.observed?.span === null ? cell.observed : null,
  planned: cell.planned?.span === null ? cell.planned : null,
});

/** What plans promise of the concept of an indicator, the best first. */
export function rankingChart(
  source: GallerySource,
  row: ChartedRow,
  measure: RankingMeasure,
): SpanChart | PeerGap {
  const table = peerTable(source, row);
  if (table === null) return "no-concept";
  const ranked = table.rows
    .flatMap((peer) => {
      const found = measure === "level" ? promisedLevel(peer.row) : promisedGrowth(peer.row.growth);
      return found === null ? [] : [{ peer, ...found }];
    })
    .sort((a, b) => (table.concept.direction === "lower" ? a.value - b.value : b.value - a.value))
    // The best, and the own plan wherever it stands.
    .filter(
      ({ peer }, at, all) =>
        at < MOST_ROWS - Number(all.slice(MOST_ROWS).some((each) => each.peer.own)) || peer.own,
    );
  if (ranked.length < 2) return "no-peers";
  const growth = measure === "growth";
  return {
    title: `各规划${table.concept.zh}${growth ? "所需年均增长" : "目标"}`,
    unit: unitLine(growth ? "%" : table.unit),
    source: peerSource(ranked.map(({ peer }) => peer)),
    ...{ key: "", names: { own: "本规划", other: "其他规划" } },
    rows: ranked.map(({ peer, value, label, note }): SpanRow => {
      const span = { from: 0, to: value, role: peer.own ? "own" : "other" } as const;
      return { id: peer.row.plan, name: peer.name, note, spans: [span], leftLabel: "", rightLabel: label };
    }),
    lines: [],
    stepped: false,
  };
}

function promisedLevel({ cells }: ConceptRow) {
  const cell = cells.findLast(({ planned }) => planned?.final === true && planned.level !== null);
  if (cell?.planned?.level === null || cell?.planned === undefined || cell.planned === null) return null;
  const { level, target, wording } = cell.planned;
  return {
    value: printedValue(level),
    label: `${targetSign(target)}${formatAmount(level)}`,
    note: `${cell.year}年${wording}`,
  };
}

function promisedGrowth(growth: IndicatorGrowth) {
  if (growth.kind !== "rate" && growth.kind !== "stated") return null;
  const percent = growth.rate * 100;
  return {
    value: percent,
    label: `${percent.toFixed(1)}%`,
    note: growth.kind === "stated" ? "规划直接提出" : "按基期与目标推算",
  };
}

/** The base and the target of the concept of an indicator in every plan that has both. */
export function slopeChart(source: GallerySource, row: ChartedRow): SlopeChart | PeerGap {
  const table = peerTable(source, row);
  if (table === null) return "no-concept";
  const drawn = table.rows.flatMap((peer) => {
    const start = peer.row.cells.find(({ base, observed }) => base && observed !== null);
    const end = promisedLevel(peer.row);
    const last = peer.row.cells.findLast(({ planned }) => planned?.final === true);
    if (start === undefined || start.observed === null || end === null || last === undefined) return [];
    const { quantity } = start.observed;
    return [
      {
        peer,
        line: {
          ...{ id: peer.row.plan, name: peer.name, own: peer.own },
          from: { value: printedValue(quantity), label: `${formatAmount(quantity)}（${start.year}年）` },
          to: { value: end.value, label: `${end.label}（${last.year}年）` },
        },
      },
    ];
  });
  if (drawn.length < 2) return "no-peers";
  return {
    title: `各规划${table.concept.zh}从基期到目标`,
    unit: unitLine(table.unit),
    source: peerSource(drawn.map(({ peer }) => peer)),
    ends: ["基期", "目标"],
    lines: drawn.map(({ line }) => line),
  };
}

/** The concept of an indicator, a small picture a plan, on one scale. */
export function peerMultiples(source: GallerySource, row: ChartedRow): ComparisonChart | PeerGap {
  const table = peerTable(source, row);
  if (table === null) return "no-concept";
  const drawn = table.rows
    .map((peer) => ({ peer, line: peerLine(peer) }))
    .filter(({ line }) => line.history.length + line.targets.length > 0)
    .sort((a, b) => Number(b.peer.own) - Number(a.peer.own))
    .slice(0, MOST_PANELS);
  if (drawn.length < 2) return "no-peers";
  const years = drawn.flatMap(({ line }) => [...line.history, ...line.targets].map(({ year }) => year));
  return {
    title: `各规划${table.concept.zh}`,
    unit: unitLine(table.unit),
    source: peerSource(drawn.map(({ peer }) => peer)),
    notes: ["实心为观测值，空心为暂用值，菱形为目标；各图刻度相同，浅线为其他规划。"],
    years: { first: Math.min(...years), last: Math.max(...years) },
    panels: drawn.map(({ peer, line }) => ({ title: peer.name, lines: [line] })),
    sharedScale: true,
  };
}

function peerLine({ row, name, own }: PeerRow): ComparisonLine {
  return {
    ...{ id: row.plan, name, caliber: null, style: own ? 1 : 3 },
    history: row.cells.flatMap(({ year, observed }) => {
      if (observed === null) return [];
      const { quantity, basis } = observed;
      const value = printedValue(quantity);
      return [{ year, value, label: formatAmount(quantity), provisional: basis === "provisional" }];
    }),
    targets: row.cells.flatMap(({ year, planned }) => {
      if (planned === null || planned.level === null) return [];
      const { level, high, target, final } = planned;
      const low = formatAmount(level);
      return [
        {
          ...{ year, final, low: printedValue(level), high: high === null ? null : printedValue(high) },
          stretch: target.form === "floorStretch",
          label: high === null ? `${targetSign(target)}${low}` : `${low}—${formatAmount(high)}`,
        },
      ];
    }),
  };
}

const peerSource = (peers: readonly PeerRow[]): string =>
  `来源：${[...new Set(peers.map(({ title }) => titled(title)))].join("、")}。`;
