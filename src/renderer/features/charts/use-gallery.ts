import { useMemo, useState } from "react";
import type { IndicatorId } from "#core/plan/ids.ts";
import {
  type ChartedRow,
  chartedRows,
  type ChartGap,
  type ChartKind,
  type ChartWish,
  type GallerySource,
  usualIndicator,
} from "#core/report/gallery/gallery-source.ts";
import { designOf, type KeptDesign, redesigned } from "#core/report/gallery/kept-charts.ts";
import type { Result } from "#core/result.ts";
import type { ChartLook } from "#core/report/chart-look.ts";
import { type ChartKeeping, useKeptCharts } from "../../data/views/use-kept-charts.ts";
import { cachedCharts, type GalleryChart } from "./cached-charts.ts";

/** The gallery of a plan: what is wanted, what comes of it, and how it is designed. */
export interface Gallery {
  readonly source: GallerySource;
  readonly rows: readonly ChartedRow[];
  readonly wish: ChartWish;
  readonly choose: (change: Partial<ChartWish>) => void;
  /** The chart of a kind, about the chosen indicator or another one. */
  readonly chart: (kind: ChartKind, indicator?: IndicatorId) => Result<GalleryChart, ChartGap>;
  /** The design of the chart on show. */
  readonly design: KeptDesign;
  readonly redesign: (change: Partial<KeptDesign>) => void;
  /** The style of the chart on show, whether it is its own or that of all. */
  readonly look: ChartLook;
  readonly keeping: ChartKeeping;
}

/** Opens the gallery of a plan with its designs. */
export function useGallery(source: GallerySource): Gallery | undefined {
  const keeping = useKeptCharts(source.plan.id);
  const [chosen, setChosen] = useState<Partial<ChartWish>>({});
  const made = useMemo(() => ({ rows: chartedRows(source), make: cachedCharts(source) }), [source]);
  return useMemo(() => {
    if (keeping === undefined) return undefined;
    const { kept, keep } = keeping;
    const wish = wishOf(source, made.rows, chosen);
    const chart: Gallery["chart"] = (kind, indicator = wish.indicator) => {
      const wanted = { ...wish, kind, indicator };
      return made.make(wanted, designOf(kept, wanted), kept.look);
    };
    const design = designOf(kept, wish);
    return {
      ...{ source, rows: made.rows, wish, chart, design, keeping, look: design.look ?? kept.look },
      choose: (change) => setChosen((before) => ({ ...before, ...change })),
      redesign: (change) => keep(redesigned(kept, wish, change)),
    };
  }, [keeping, source, made, chosen]);
}

function wishOf(
  { plan, study }: GallerySource,
  rows: readonly ChartedRow[],
  chosen: Partial<ChartWish>,
): ChartWish {
  const { scenarios, root } = study.tree;
  const there = (id: ChartWish["scenario"] | undefined) => scenarios.find((each) => each.id === id)?.id;
  const scenario = there(chosen.scenario) ?? root;
  const other = scenarios.find(({ id }) => id !== scenario)?.id ?? scenario;
  const indicator = plan.indicators.find(({ id }) => id === chosen.indicator)?.id;
  const [first] = plan.indicators;
  if (first === undefined) throw new Error(`${plan.id} has no indicators to chart`);
  return {
    kind: chosen.kind ?? "path",
    indicator: indicator ?? usualIndicator(rows) ?? first.id,
    measure: chosen.measure ?? "level",
    scenario,
    from: there(chosen.from) ?? other,
  };
}
