import { contributions } from "../../projection/analysis/contribution.ts";
import { nextShare, type Sfc32State, startSfc32 } from "../../projection/monte-carlo/sfc32.ts";
import { overrideGroups } from "../../scenario/override-groups.ts";
import { seriesTopic } from "../../scenario/series-topic.ts";
import { scenarioOf } from "../../scenario/scenario-tree.ts";
import type { SpanChart } from "../span-chart.ts";
import { tornadoChart } from "../tornado-chart.ts";
import { waterfallChart } from "../waterfall-chart.ts";
import {
  type ChartedRow,
  type ChartGap,
  type ChartWish,
  type GallerySource,
  unitLine,
} from "./gallery-source.ts";

/** The seed of drawn orders, so that a chart is the same whenever it is drawn. */
const SEED = 1;
const PARAMETERS = {
  rate: "年均增速",
  delta: "每年增量",
  ceiling: "上限",
  level: "到达值",
  damping: "每年保留的斜率",
} as const;
const SPREADS = { uncertainty: "90%区间", history: "历史最慢至最快", assumed: "上下略取" } as const;

/** How much each number behind an indicator moves it in the target year (tornado). */
export function influenceChart(
  { plan, concepts, study }: GallerySource,
  { topic, format }: ChartedRow,
  { scenario }: ChartWish,
): SpanChart | ChartGap {
  const topicOf = (at: number) => seriesTopic(plan, concepts, study, at);
  const { name } = scenarioOf(study.tree, scenario);
  const chart = tornadoChart(
    { study, topicOf, topic, scenario, format },
    {
      title: (year) => `各假设对${topic.name}的影响（${year}年）`,
      unit: unitLine(format.unit),
      source: `来源：“${name}”情景推算；每次只改一个数，其余假设不变。`,
      names: { low: "取低值", high: "取高值" },
      key: "空心为取低值，实心为取高值。",
      parameter: (parameter) => PARAMETERS[parameter],
      points: "个百分点",
      setting: (low, high, from) => `${low}至${high}（${SPREADS[from]}）`,
      now: (value) => `现值${value}`,
    },
  );
  return chart ?? "nothing-varies";
}

/** What the difference between two scenarios in the target year consists of (waterfall, Shapley values of domain.md section 5). */
export function contributionChart(
  { study }: GallerySource,
  { topic, format }: ChartedRow,
  { scenario, from }: ChartWish,
): SpanChart | ChartGap {
  if (scenario === from) return "same-scenario";
  const groups = overrideGroups(study, topic.at, from, scenario);
  if (groups.length === 0) return "no-difference";
  const year = topic.target?.planned.year ?? study.lastYear;
  const state: Sfc32State = new Int32Array(4);
  startSfc32(state, SEED, groups.length, topic.at, year);
  const cell = { series: topic.at, year, column: study.columnOf(from) };
  const found = contributions(study.engine, cell, groups, () => nextShare(state));
  if (!found.ok) return "no-value";
  if (found.value.parts.every((part) => format.printed(part) === 0)) return "no-difference";
  const names = { from: scenarioOf(study.tree, from).name, to: scenarioOf(study.tree, scenario).name };
  const orders = found.value.exact ? "所有先后次序的平均" : "抽取先后次序的平均";
  const points = format.share ? "个百分点" : format.unit;
  const difference = (value: number) => (format.share ? format.step(value) : format.amount(value));
  return waterfallChart(
    { ...names, groups, found: found.value, format },
    {
      title: `${topic.name}：“${names.to}”与“${names.from}”之差（${year}年）`,
      unit: unitLine(format.unit),
      source: `来源：情景推算；Shapley值，${orders}，各部分之和等于总差。`,
      names: { total: "情景数值", rise: "增加", fall: "减少" },
      rest: (count) => `其余${count}项`,
      signed: (amount) => `${amount < 0 ? "−" : "+"}${difference(Math.abs(amount))}${points}`,
    },
  );
}
