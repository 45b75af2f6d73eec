import type { StyledChart } from "#core/report/chart-look.ts";
import type { ChartPlace } from "#exchange/chart/chart-look.ts";
import type { ListingWords } from "#exchange/chart/chart-listing.ts";
import type { ExportDensity } from "#exchange/chart/chart-size.ts";

/** Kinds of files that a chart can become. */
export type ChartFileKind = "svg" | "png" | "pdf";

/** Glyphs for charts: the bytes of one family in one weight, WOFF2 for SVG and PNG files, TrueType for PDF files. */
export interface ChartFont {
  readonly family: string;
  readonly weight: 400 | 600;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** What the chart worker is asked for: a file a chart, or all in an archive with a list. */
export interface ChartExportRequest {
  readonly kind: ChartFileKind;
  readonly dpi: ExportDensity;
  readonly place: ChartPlace;
  readonly fonts: readonly ChartFont[];
  readonly charts: readonly StyledChart[];
  /** Headings and words of the list in the archive; `null` for charts as files of their own. */
  readonly list: ChartListWords | null;
}

/** The words of the list that comes with several charts, and its name without extension. */
export interface ChartListWords extends ListingWords {
  readonly name: string;
}
