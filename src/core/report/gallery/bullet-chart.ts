import type { SpanChart, SpanMark } from "../span-chart.ts";
import { evidenceSource } from "./evidence-source.ts";
import type { ChartedRow, GallerySource } from "./gallery-source.ts";
import { percentText, targetRows } from "./target-rows.ts";

/** Rows that a text column has room for, with a line below each name. */
const MOST = 7;
const KEY = "横条为最近数值，竖线为目标，菱形为力争目标，圆圈为基期。";

/** The last known value of every indicator against its target, which is 100 % in each row; `null` where no target has a level. */
export function bulletChart(source: GallerySource, rows: readonly ChartedRow[]): SpanChart | null {
  const found = targetRows(rows);
  if (found.length === 0) return null;
  return {
    title: `${source.plan.title}目标与现状`,
    unit: "各指标目标为100%",
    source: evidenceSource(source, new Set(found.map(({ row }) => row.indicator.id))),
    ...{ key: KEY, names: { own: "现状", target: "目标", stretch: "力争目标", base: "基期" } },
    rows: found.map(({ row, actual, base, stretch, words }) => {
      const marks: readonly SpanMark[] = [
        { value: 100, kind: "target" },
        ...(stretch === null ? [] : [{ value: stretch, kind: "stretch" } as const]),
        ...(base === null ? [] : [{ value: base, kind: "base" } as const]),
      ];
      return {
        ...{ id: row.indicator.id, name: row.indicator.name, marks },
        note: row.concept?.direction === "lower" ? `${words}（越低越好）` : words,
        spans: [{ from: 0, to: actual, role: "own" }],
        ...{ leftLabel: "", rightLabel: percentText(actual) },
      };
    }),
    most: MOST,
    lines: [],
    stepped: false,
  };
}
