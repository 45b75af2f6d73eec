import type { IndicatorId } from "../../plan/ids.ts";
import type { ChartDrawing } from "../chart-drawing.ts";
import { type ChartLook, fittingLook, PLAIN_LOOK, type StyledChart } from "../chart-look.ts";
import { type ChartDesign, designed, PLAIN_DESIGN } from "./chart-design.ts";
import { chartKey, type ChartWish, isSameChart } from "./gallery-source.ts";

/** What the planner has made of one chart; `look` is `null` where it looks like the others. */
export interface KeptDesign extends ChartDesign {
  readonly look: ChartLook | null;
}

/** How the charts of a plan are designed: the style of all of them, and what is different about some, by their {@link chartKey}. */
export interface ChartDesigns {
  readonly look: ChartLook;
  readonly designs: Readonly<Record<string, KeptDesign>>;
}

/** The designs of a plan's charts, and which of them stand in its report. */
export interface KeptCharts extends ChartDesigns {
  /** The indicators whose course stands in the report; `null` leaves them to the program. */
  readonly inReport: readonly IndicatorId[] | null;
  /** Charts of the other kinds that stand in the report. */
  readonly placed: readonly ChartWish[];
}

/** Charts that nobody has touched. */
export const PLAIN_CHARTS: KeptCharts = { look: PLAIN_LOOK, designs: {}, inReport: null, placed: [] };

const PLAIN: KeptDesign = { ...PLAIN_DESIGN, look: null };

/** The design of a chart; one that an older page has kept is that of all charts of its kind about the indicator. */
export const designOf = ({ designs }: ChartDesigns, chart: ChartWish): KeptDesign =>
  designs[chartKey(chart)] ?? designs[`${chart.kind} ${chart.indicator}`] ?? PLAIN;

/** The charts of a plan with something different about the design of one. */
export const redesigned = (kept: KeptCharts, chart: ChartWish, change: Partial<KeptDesign>): KeptCharts => ({
  ...kept,
  designs: { ...kept.designs, [chartKey(chart)]: { ...designOf(kept, chart), ...change } },
});

/** A chart as it is designed, in its own look or in that of all, as far as it can be read in it. */
export function styledChart(drawing: ChartDrawing, design: KeptDesign, look: ChartLook): StyledChart {
  return { drawing: designed(drawing, design), look: fittingLook(drawing, design.look ?? look) };
}

/** Puts a chart into the report, or takes it out. */
export function withPlaced(placed: readonly ChartWish[], wish: ChartWish, on: boolean): readonly ChartWish[] {
  const others = placed.filter((each) => !isSameChart(each, wish));
  return on ? [...others, wish] : others;
}
