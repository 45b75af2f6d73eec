import { type IndicatorId, year } from "#core/plan/ids.ts";
import { withObservation } from "#core/plan/observation-table.ts";
import type { Plan } from "#core/plan/plan.ts";
import type { ChartsByKind, DrawingOf } from "#core/report/chart-drawing.ts";
import { gallery } from "#core/report/gallery/gallery-chart.ts";
import type { ChartKind, ChartWish, GallerySource, Peer } from "#core/report/gallery/gallery-source.ts";
import { ScenarioStudy } from "#core/scenario/scenario-study.ts";
import { seedPlan } from "../../../seed-plan.ts";
import { CONCEPTS, IDS, studyOf, treeOf } from "../study-of.ts";

const NAMES = {
  "jiangmen-14": "江门“十四五”",
  "heshan-14": "鹤山“十四五”",
  "taishan-13": "台山“十三五”",
  "enping-13": "恩平“十三五”",
  "shaoguan-2017": "韶关",
};

/** The bundled plans with their short names. */
export const seedPeers = (): readonly Peer[] =>
  Object.entries(NAMES).map(([plan, name]) => ({ plan: seedPlan(plan), name }));

/** What the gallery of a bundled plan is made from, beside all the others. */
export function gallerySource(id: string): GallerySource {
  return { plan: seedPlan(id), concepts: CONCEPTS, study: studyOf(id), peers: seedPeers() };
}

/** Taishan's plan with the actual value of a year for one of its indicators, as a planner types it. */
export function taishanWith(
  indicator: string,
  known: { year: number; value: number; decimals: number },
): Plan {
  const plan = seedPlan("taishan-13");
  const row = plan.indicators.findIndex(({ id }) => id === `taishan-13/${indicator}`);
  const { value, decimals } = known;
  const observation = { value, basis: "stated", decimals } as const;
  return { ...plan, observations: withObservation(plan.observations, row, year(known.year), observation) };
}

/** Asks the gallery of Taishan's plan, or of a changed one, for charts of its 国家高新技术企业, unless another indicator is named. */
export function taishanCharts(plan = seedPlan("taishan-13")) {
  const study = new ScenarioStudy(plan, CONCEPTS, treeOf("taishan-13"), []);
  const make = gallery({ ...gallerySource("taishan-13"), plan, study });
  return (kind: ChartKind, wish: Partial<ChartWish> = {}) =>
    make({
      kind,
      indicator: "taishan-13/national-high-tech-enterprises" as IndicatorId,
      measure: "level",
      scenario: IDS.baseline,
      from: IDS.floor,
      ...wish,
    });
}

/** The chart of a kind of drawing; throws on another one, or on none. */
export function chartOf<K extends keyof ChartsByKind>(
  made: ReturnType<ReturnType<typeof taishanCharts>>,
  kind: K,
): ChartsByKind[K] {
  if (!made.ok) throw new Error(`No chart: ${made.error}`);
  const drawing: DrawingOf<keyof ChartsByKind> = made.value;
  if (!isKind(drawing, kind)) throw new Error(`A drawing of the kind ${drawing.kind}`);
  return drawing.chart;
}

function isKind<K extends keyof ChartsByKind>(
  drawing: DrawingOf<keyof ChartsByKind>,
  kind: K,
): drawing is DrawingOf<K> {
  return drawing.kind === kind;
}
