import { type RadarChart, ringsAround } from "../radar-chart.ts";
import { evidenceSource } from "./evidence-source.ts";
import type { ChartedRow, GallerySource } from "./gallery-source.ts";
import { targetRows } from "./target-rows.ts";

/** Fewer spokes are no area, more cannot be told apart. */
const SPOKES = { least: 3, most: 8 } as const;
const STEP = 50;

/** The last known values of indicators as parts of their targets, around a centre, those of which less is better left out; `null` with fewer than three. */
export function radarOfTargets(source: GallerySource, rows: readonly ChartedRow[]): RadarChart | null {
  // Where less is better, outside the target would be short of it.
  const upward = rows.filter(({ concept }) => concept?.direction !== "lower");
  const found = targetRows(upward);
  if (found.length < SPOKES.least) return null;
  const values = found.map(({ actual }) => actual);
  return {
    title: `${source.plan.title}目标与现状`,
    unit: "各指标目标为100%",
    source: evidenceSource(source, new Set(found.map(({ row }) => row.indicator.id))),
    spokes: found.map(({ row }) => ({ id: row.indicator.id, name: row.indicator.name })),
    most: SPOKES.most,
    rings: ringsAround([100, ...values], STEP),
    outlines: [
      { name: "目标", style: 2, values: found.map(() => 100) },
      { name: "现状", style: 1, values },
    ],
  };
}
