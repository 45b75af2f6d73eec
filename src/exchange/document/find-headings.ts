import type { OutlineEntry } from "#core/plan/plan.ts";
import type { DocumentText, UnitSpan } from "./document-text.ts";
import { createFinder, type Finder } from "./find-in-text.ts";
import { bookmarksIn } from "./readable-text.ts";

/** Where a heading of a plan's outline stands in the text, in units; `end` is `start` where its words were not found there. */
export interface PlacedHeading extends UnitSpan {
  /** Its place in the plan's outline. */
  readonly index: number;
  readonly level: number;
}

/** How far from the place that a plan file names the words of a heading may begin (its number may be left out), in units. */
const NEAR = 6;

/**
 * Finds the headings in the text, in their order, whatever gaps the text has in them. One without an offset is looked for in
 * its line; one that stands before its predecessor, or nowhere, is passed over.
 */
export function findHeadings(
  document: DocumentText,
  outline: readonly OutlineEntry[],
): readonly PlacedHeading[] {
  const find = createFinder(document.text);
  const bookmarks = bookmarksIn(document.text);
  const placed: PlacedHeading[] = [];
  outline.forEach((entry, index) => {
    const from = placed.at(-1)?.end ?? 0;
    const found = entry.start === null ? searched(document, entry, find, from) : near(document, entry, find);
    const span = found === undefined ? undefined : outside(bookmarks, found);
    if (span === undefined || span.start < from || span.start >= document.text.length) return;
    placed.push({ index, level: entry.level, ...span });
  });
  return placed;
}

function near(document: DocumentText, entry: OutlineEntry, find: Finder): UnitSpan {
  const start = document.toUnits(entry.start ?? 0);
  const hit = find(entry.heading).find((span) => Math.abs(span.start - start) <= NEAR);
  return hit ?? { start, end: start };
}

/** A bookmark is not read: what is said to begin within one begins behind it. */
function outside(bookmarks: readonly UnitSpan[], span: UnitSpan): UnitSpan {
  const around = bookmarks.find(({ start, end }) => start < span.start && span.start < end);
  return around === undefined ? span : { start: around.end, end: Math.max(around.end, span.end) };
}

function searched(
  document: DocumentText,
  { line, heading }: OutlineEntry,
  find: Finder,
  from: number,
): UnitSpan | undefined {
  const [start, end] = [document.startOfLine(line), document.startOfLine(line + 1)];
  const inLine = find(heading).filter((span) => span.start >= Math.max(start, from) && span.end <= end);
  // In a line that holds a whole document the table of contents comes first; dots lead from its entries to their pages.
  return inLine.find((span) => !/^\s*\.{3}/u.test(document.text.slice(span.end, span.end + 10)));
}
