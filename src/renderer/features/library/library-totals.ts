import type { LibraryEntry } from "../../data/library-entry.ts";
import type { YearSpan } from "./sparkline-shape.ts";

/** What the bundled plans hold together, as data attributes of the room. */
export function bundledTotals(library: readonly LibraryEntry[]): Readonly<Record<`data-${string}`, number>> {
  const bundled = library.filter(({ origin }) => origin === "bundled");
  const sum = (count: (entry: LibraryEntry) => number) =>
    bundled.reduce((total, entry) => total + count(entry), 0);
  return {
    "data-plans": bundled.length,
    "data-indicators": sum(({ indicatorCount }) => indicatorCount),
    "data-observations": sum(({ observationCount }) => observationCount),
    "data-targets": sum(({ targetCount }) => targetCount),
  };
}

const YEARS_BEFORE = 5;

/** The time axis that all rows share: every period and five years of history before the first. */
export function librarySpan(library: readonly LibraryEntry[]): YearSpan {
  const starts = library.map(({ period }) => period.start);
  const ends = library.map(({ period }) => period.end);
  return { first: Math.min(...starts) - YEARS_BEFORE, last: Math.max(...ends) };
}
