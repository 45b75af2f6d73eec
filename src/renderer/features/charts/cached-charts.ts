import type { ChartDrawing } from "#core/report/chart-drawing.ts";
import { gallery } from "#core/report/gallery/gallery-chart.ts";
import type { ChartGap, ChartWish, GallerySource } from "#core/report/gallery/gallery-source.ts";
import { err, ok, type Result } from "#core/result.ts";
import { type KeptDesign, styledChart } from "#core/report/gallery/kept-charts.ts";
import type { ChartLook, StyledChart } from "#core/report/chart-look.ts";

/** A chart as the program makes it, and as the planner has designed it. */
export interface GalleryChart extends StyledChart {
  readonly plain: ChartDrawing;
}

/** Makes a chart of a plan, designed and in a look; what is asked for again unchanged is the same object. */
export type ChartMaker = (
  wish: ChartWish,
  design: KeptDesign,
  look: ChartLook,
) => Result<GalleryChart, ChartGap>;

/** Makes the charts of a plan and keeps them, so that typing a title does not draw ten others anew. */
export function cachedCharts(source: GallerySource): ChartMaker {
  const make = gallery(source);
  const plain = new Map<string, ReturnType<typeof make>>();
  const done = new Map<string, { design: KeptDesign; look: ChartLook; chart: ReturnType<ChartMaker> }>();
  return (wish, design, look) => {
    const key = [wish.kind, wish.indicator, wish.measure, wish.scenario, wish.from].join(" ");
    const found = plain.get(key) ?? make(wish);
    plain.set(key, found);
    const before = done.get(key);
    if (before !== undefined && before.design === design && before.look === look) return before.chart;
    const chart = found.ok
      ? ok({
          plain: found.value,
          ...styledChart(found.value, design, look),
        })
      : err(found.error);
    done.set(key, { design, look, chart });
    return chart;
  };
}
