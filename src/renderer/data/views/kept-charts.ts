import type { IndicatorId } from "#core/plan/ids.ts";
import type { ChartDesign } from "#core/report/gallery/chart-design.ts";
import { type ChartLook, PLAIN_LOOK } from "#core/report/chart-look.ts";

/** What the planner has made of one chart; `look` is `null` where it looks like the others. */
export interface KeptDesign extends ChartDesign {
  readonly look: ChartLook | null;
}

/** How the charts of a plan are designed: the style of all of them, and what is different about some, by kind and indicator. */
export interface KeptCharts {
  readonly look: ChartLook;
  readonly designs: Readonly<Record<string, KeptDesign>>;
  /** The indicators whose charts stand in the report; `null` leaves them to the program. */
  readonly inReport: readonly IndicatorId[] | null;
}

/** A style of charts under a name; it serves all plans. */
export interface SavedLook {
  readonly name: string;
  readonly look: ChartLook;
}

/** Charts that nobody has touched. */
export const PLAIN_CHARTS: KeptCharts = { look: PLAIN_LOOK, designs: {}, inReport: null };
