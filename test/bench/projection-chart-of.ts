import type { ProjectionChart } from "#core/report/projection-chart.ts";

/**
 * A chart as in the scenario room: six known years, five projected ones under three scenarios, a target and a band; `end` is where the
 * first path ends.
 */
export function chartOf(end: number): ProjectionChart {
  const path = (last: number) =>
    Array.from({ length: 6 }, (_, k) => ({ year: 2020 + k, value: 2 + ((last - 2) * k) / 5, label: "2.0" }));
  return {
    ...{ title: "R&D", unit: "%", source: "", historyName: "实绩", targetName: "目标", holds: [] },
    years: { first: 2015, last: 2025 },
    base: { year: 2020, label: "基期 2020", projectedLabel: "推算 →" },
    history: Array.from({ length: 6 }, (_, k) => ({ year: 2015 + k, value: 1 + k / 5, label: "1.0" })),
    projections: ([1, 2, 3] as const).map((style) => ({
      ...{ id: String(style), name: "情景", style, current: style === 1 },
      points: path(style === 1 ? end : 2 + style / 5),
      end: "情景　2.0 %",
    })),
    band: {
      ...{ style: 1, outerName: "90 %", innerName: "50 %" },
      years: Array.from({ length: 6 }, (_, k) => ({
        year: 2020 + k,
        outer: [2 - k / 10, 2 + k / 10],
        inner: [2 - k / 20, 2 + k / 20],
      })),
    },
    levels: [{ value: 2.5, label: "目标 2.5" }],
    target: { year: 2025, low: 2.5, high: null },
    milestones: [],
  };
}
