import type { OutlineEntry, Plan, SourceDocument } from "#core/plan/plan.ts";
import type { DocumentText, UnitSpan } from "#exchange/document/document-text.ts";
import type { ReadingBlock } from "#exchange/document/reading-blocks.ts";
import { statedPlaces } from "#exchange/document/stated-places.ts";
import type { NumberedPlace } from "./text-runs.ts";

/** A document as the reader shows it. */
export interface Reading {
  readonly plan: Plan;
  readonly document: SourceDocument;
  readonly text: DocumentText;
  readonly blocks: readonly ReadingBlock[];
  readonly places: readonly NumberedPlace[];
  readonly headings: readonly IndexEntry[];
  /** The place asked for, in units. */
  readonly at: UnitSpan | null;
}

/** A heading of the index: its place in the outline, how deep it stands (from 1), and the block it begins. */
export interface IndexEntry {
  readonly index: number;
  readonly depth: number;
  readonly entry: OutlineEntry;
  readonly block: number;
}

/** The document that an address asks for by the beginning of its hash; without one the plan's first. */
export function wantedDocument(
  documents: readonly SourceDocument[],
  wanted: string | null,
): SourceDocument | null {
  const found = wanted === null ? undefined : documents.find(({ sha256 }) => sha256.startsWith(wanted));
  return found ?? documents[0] ?? null;
}

/** The place in code points that an address asks for, such as `3144-3148`; `null` for anything else. */
export function wantedPlace(at: string | null): { readonly start: number; readonly end: number } | null {
  const [, start, end] = /^(\d{1,9})-(\d{1,9})$/u.exec(at ?? "") ?? [];
  if (start === undefined || end === undefined || Number(end) <= Number(start)) return null;
  return { start: Number(start), end: Number(end) };
}

/** Puts together what the reader shows of a document. */
export function readingOf(
  plan: Plan,
  document: SourceDocument,
  text: DocumentText,
  blocks: readonly ReadingBlock[],
  at: string | null,
): Reading {
  const points = wantedPlace(at);
  const span = points === null ? null : text.span(points);
  return {
    plan,
    document,
    text,
    blocks,
    places: statedPlaces(text, document.file, plan.statements).map((place, number) => ({ ...place, number })),
    headings: indexOf(plan.outline, blocks),
    at: span === null || span.end <= span.start ? null : span,
  };
}

/** The index: a heading stands one deeper than the nearest before it of a lower level, however far their levels are apart. */
function indexOf(outline: readonly OutlineEntry[], blocks: readonly ReadingBlock[]): readonly IndexEntry[] {
  const path: OutlineEntry[] = [];
  return blocks.flatMap(({ heading }, block) => {
    const entry = heading === null ? undefined : outline[heading];
    if (entry === undefined || heading === null) return [];
    while ((path.at(-1)?.level ?? 0) >= entry.level) path.pop();
    path.push(entry);
    return [{ index: heading, depth: path.length, entry, block }];
  });
}

/** The section of a place, by its number among the headings: -1 before the first, `null` where no place is asked for. */
export function headingOf({ blocks, headings }: Reading, span: UnitSpan | null): number | null {
  if (span === null) return null;
  const block = blocks.findLastIndex(({ start }) => start <= span.start);
  return headings.findLastIndex((heading) => heading.block <= block);
}

/** The number of the stated place that holds a stretch, or overlaps it; `null` when none does. */
export function placeOver(places: readonly NumberedPlace[], span: UnitSpan | null): number | null {
  if (span === null) return null;
  return places.find(({ start, end }) => start < span.end && end > span.start)?.number ?? null;
}
