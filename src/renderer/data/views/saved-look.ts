import type { ChartLook } from "#core/report/chart-look.ts";

/** A style of charts under a name; it serves all plans. */
export interface SavedLook {
  readonly name: string;
  readonly look: ChartLook;
}
