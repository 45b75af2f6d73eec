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

const YEARS_BEFORE = { least: 5, most: 10 } as const;

/** The time axis that all rows share: every period, and five to ten years of history before the first, as far as it is shown. */
export function librarySpan(library: readonly LibraryEntry[]): YearSpan {
  const start = Math.min(...library.map(({ period }) => period.start));
  const end = Math.max(...library.map(({ period }) => period.end));
  const known = library.flatMap(({ highlight }) => highlight?.points.map(({ year }) => year) ?? []);
  const first = Math.max(start - YEARS_BEFORE.most, Math.min(start - YEARS_BEFORE.least, ...known));
  return { first, last: end };
}
