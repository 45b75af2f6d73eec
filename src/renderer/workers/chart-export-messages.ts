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

/** What the chart worker is asked for: a file a chart. */
export interface ChartExportRequest {
  readonly kind: ChartFileKind;
  readonly dpi: ExportDensity;
  readonly place: ChartPlace;
  readonly fonts: readonly ChartFont[];
  readonly charts: readonly StyledChart[];
}

/** Charts that are drawn, to be packed into one archive with a list; `files` in the order of `charts`. */
export interface ChartPackRequest extends Pick<ChartExportRequest, "kind" | "charts"> {
  readonly files: readonly Uint8Array<ArrayBuffer>[];
  /** Headings and words of the list. */
  readonly list: ChartListWords;
}

/** The words of the list that comes with several charts, and its name without extension. */
export interface ChartListWords extends ListingWords {
  readonly name: string;
}
