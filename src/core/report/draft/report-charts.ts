import { assertNever } from "../../assert-never.ts";
import type { Plan } from "../../plan/plan.ts";
import { ScenarioStudy } from "../../scenario/scenario-study.ts";
import type { StyledChart } from "../chart-look.ts";
import { gallery } from "../gallery/gallery-chart.ts";
import { CHART_KINDS, type ChartKind, type ChartWish, isOfIndicator } from "../gallery/gallery-source.ts";
import { designOf, styledChart } from "../gallery/kept-charts.ts";
import type { DraftContext, DraftOptions } from "./draft-context.ts";

/** A chart of a report, with the words that lead to it: 国家高新技术企业的变化与目标. */
export interface ChartOfReport extends StyledChart {
  readonly id: string;
  readonly lead: string;
}

/** Charts that stand under one heading. */
export interface ChartSection {
  readonly id: string;
  readonly title: string;
  readonly charts: readonly ChartOfReport[];
}

/** Where the kinds stand, in the order in which a report shows them. */
const SECTIONS: readonly {
  readonly id: string;
  readonly title: string;
  readonly kinds: readonly ChartKind[];
}[] = [
  { id: "goals-charts", title: "指标走势", kinds: ["path", "fit"] },
  { id: "goals-attainment", title: "目标与现状", kinds: ["bullet", "multiples", "matrix", "radar"] },
  { id: "goals-peers", title: "与其他规划比较", kinds: ["ranking", "slope", "peers"] },
  { id: "goals-scenarios", title: "情景分析", kinds: ["waterfall", "tornado"] },
];

/** The charts of a plan's report as they are designed, by section: the courses of the chosen indicators, and what was put in besides. What cannot be drawn is left out. */
export function reportCharts(
  plan: Plan,
  context: DraftContext,
  options: DraftOptions,
): readonly ChartSection[] {
  const wishes = reportWishes(plan, options);
  if (wishes.length === 0) return [];
  const { concepts, scenarios, drivers, peers } = context;
  const study = new ScenarioStudy(plan, concepts, scenarios, drivers);
  const make = gallery({ plan, concepts, study, peers });
  const names = new Map(plan.indicators.map(({ id, name }) => [id, name]));
  const charts = wishes.flatMap((wish) => {
    const made = make(wish);
    if (!made.ok) return [];
    const styled = styledChart(made.value, designOf(options.designs, wish), options.designs.look);
    const lead = leadTo(wish.kind, names.get(wish.indicator) ?? "");
    return [{ kind: wish.kind, chart: { ...styled, id: chartId(wish), lead } }];
  });
  return SECTIONS.map(({ id, title, kinds }) => ({
    id,
    title,
    charts: charts.filter(({ kind }) => kinds.includes(kind)).map(({ chart }) => chart),
  })).filter((section) => section.charts.length > 0);
}

/** What the chart of a report with this name is; `null` where it has none. */
export const chartWish = (plan: Plan, options: DraftOptions, id: string): ChartWish | null =>
  reportWishes(plan, options).find((wish) => chartId(wish) === id) ?? null;

/** The charts that a report is to have: by indicator in the plan's order, and then by kind as the gallery has them. */
function reportWishes(plan: Plan, { charts, placed, scenario }: DraftOptions): readonly ChartWish[] {
  const order = new Map(plan.indicators.map(({ id }, at) => [id, at]));
  const paths = [...charts].map(
    (indicator): ChartWish => ({ kind: "path", indicator, measure: "level", scenario, from: scenario }),
  );
  const place = ({ kind, indicator }: ChartWish) => (isOfIndicator(kind) ? (order.get(indicator) ?? 0) : -1);
  return [...paths, ...placed].sort(
    (a, b) => place(a) - place(b) || CHART_KINDS.indexOf(a.kind) - CHART_KINDS.indexOf(b.kind),
  );
}

/** The name of a chart within a report. */
function chartId({ kind, indicator, measure, scenario, from }: ChartWish): string {
  switch (kind) {
    case "path":
      return `chart-${indicator}`;
    case "fit":
    case "slope":
    case "peers":
      return `chart-${kind}-${indicator}`;
    case "ranking":
      return `chart-${kind}-${indicator}-${measure}`;
    case "tornado":
      return `chart-${kind}-${indicator}-${scenario}`;
    case "waterfall":
      return `chart-${kind}-${indicator}-${from}-${scenario}`;
    case "bullet":
    case "multiples":
    case "matrix":
    case "radar":
      return `chart-${kind}`;
    default:
      return assertNever(kind);
  }
}

function leadTo(kind: ChartKind, indicator: string): string {
  switch (kind) {
    case "path":
      return `${indicator}的变化与目标`;
    case "fit":
      return `${indicator}的历年数值与趋势`;
    case "bullet":
    case "radar":
      return "各指标的目标与现状";
    case "multiples":
      return "主要指标的数值与目标";
    case "matrix":
      return "各情景下目标的达成情况";
    case "ranking":
      return `${indicator}与其他规划的比较`;
    case "slope":
      return `各规划${indicator}从基期到目标的变化`;
    case "peers":
      return `各规划${indicator}的数值与目标`;
    case "waterfall":
      return `两个情景下${indicator}之差的构成`;
    case "tornado":
      return `各项假设对${indicator}的影响`;
    default:
      return assertNever(kind);
  }
}
