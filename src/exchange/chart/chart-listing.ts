import type { ChartDrawing } from "#core/report/chart-drawing.ts";
import type { ChartLook } from "#core/report/chart-look.ts";
import { csvText } from "../table/csv-text.ts";

/** The words of a list of charts: its headings, and what the sizes are called. */
export interface ListingWords {
  readonly headings: readonly string[];
  readonly sizes: Readonly<Record<ChartLook["size"], string>>;
}

/** A name inside an archive stays far below what any system takes, with its folder before it. */
const MOST_LETTERS = 60;

/** The names of charts inside an archive: numbered, so that no two are the same, and without what a file's name must not have. */
export function entryNames(titles: readonly string[], extension: string): readonly string[] {
  const digits = String(titles.length).length;
  return titles.map((title, at) => {
    const plain = title
      .normalize("NFC")
      .replace(/[<>:"/\\|?*]/gu, "_")
      .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Surrogate}]/gu, "")
      .replace(/\s+/gu, " ");
    const name = Array.from(plain)
      .slice(0, MOST_LETTERS)
      .join("")
      .replace(/^[\s.]+|[\s.]+$/gu, "");
    return `${String(at + 1).padStart(Math.max(2, digits), "0")} ${name}`.trimEnd().concat(".", extension);
  });
}

/** The list that comes with several charts, as a CSV file: number, file, title, unit, size and source of each. */
export function chartListing(
  charts: readonly { readonly drawing: ChartDrawing; readonly look: ChartLook }[],
  names: readonly string[],
  { headings, sizes }: ListingWords,
): string {
  const lines = charts.map(({ drawing, look }, at) => {
    const { title, unit, source } = drawing.chart;
    return [String(at + 1), names[at] ?? "", title, unit, sizes[look.size], source.replace(/\n/gu, " ")];
  });
  return csvText([headings, ...lines]);
}
