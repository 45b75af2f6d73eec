import type { ChartDrawing } from "#exchange/chart/chart-drawing.ts";
import type { ChartSizeName } from "#exchange/chart/chart-size.ts";

/** Glyphs for a chart: WOFF2 bytes of one family in one weight. */
export interface ChartFont {
  readonly family: string;
  readonly weight: 400 | 600;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** What the chart worker is asked for. */
export interface ChartExportRequest {
  readonly kind: "svg" | "png";
  readonly drawing: ChartDrawing;
  readonly size: ChartSizeName;
  readonly fonts: readonly ChartFont[];
}

/** What the chart worker answers: the file's bytes, or why there are none (English, for the details). */
export type ChartExportReply =
  | { readonly ok: true; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly ok: false; readonly message: string };
