import type { ProjectionChart } from "#core/report/projection-chart.ts";

/** Taishan's R&D intensity: table 1 (2011–2015), targets 2.1 (2017) and 2.5 (2020), growth of 0.15 a year as an example. */
export const SAMPLE_CHART: ProjectionChart = {
  title: "台山市研发经费投入强度",
  unit: "单位：%",
  source: "资料来源：《台山市科技创新“十三五”规划》表格 1；2016—2020 年为推算。",
  years: { first: 2011, last: 2020 },
  base: { year: 2015, label: "基期 2015", projectedLabel: "推算 →" },
  historyName: "实绩",
  targetName: "目标",
  history: [
    { year: 2011, value: 0.94, label: "0.94" },
    { year: 2012, value: 1.01, label: "1.01" },
    { year: 2013, value: 1.25, label: "1.25" },
    { year: 2014, value: 1.38, label: "1.38" },
    { year: 2015, value: 1.54, label: "1.54" },
  ],
  projections: [
    {
      id: "growth",
      name: "增速",
      style: 3,
      current: true,
      points: [1.54, 1.7, 1.87, 2.05, 2.26, 2.48].map((value, index) => ({
        year: 2015 + index,
        value,
        label: String(value),
      })),
      end: "增速　2.48 %",
    },
    {
      id: "linear",
      name: "到目标·直线",
      style: 1,
      current: false,
      points: [1.54, 1.732, 1.924, 2.116, 2.308, 2.5].map((value, index) => ({
        year: 2015 + index,
        value,
        label: String(value),
      })),
      end: "到目标·直线　2.5 %",
    },
  ],
  band: null,
  holds: [],
  levels: [{ value: 2.5, label: "目标 ≥2.5" }],
  target: { year: 2020, low: 2.1, high: 2.5 },
  milestones: [{ year: 2017, value: 2.1, label: "2017 里程碑 ≥2.1" }],
};
