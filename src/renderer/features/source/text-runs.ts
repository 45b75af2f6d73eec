import type { UnitSpan } from "#exchange/document/document-text.ts";
import { readableText } from "#exchange/document/readable-text.ts";
import type { StatedPlace } from "#exchange/document/stated-places.ts";

/** Why a stretch of text stands out: the place asked for, a find, the find being looked at, or a heading in its line. */
export type RunLook = "at" | "find" | "current" | "lead";

/** A stretch that looks the same throughout. */
export interface TextRun {
  readonly key: number;
  readonly text: string;
  readonly looks: readonly RunLook[];
}

/** What stands in a paragraph, in order: text, or a place that statements speak of. */
export type Piece =
  | { readonly kind: "text"; readonly key: number; readonly runs: readonly TextRun[] }
  | {
      readonly kind: "place";
      readonly key: number;
      readonly place: number;
      readonly runs: readonly TextRun[];
    };

/** A stretch with a look; these may overlap one another and the places. */
export interface Look extends UnitSpan {
  readonly look: RunLook;
}

/** A stated place with its number among those of the document. */
export interface NumberedPlace extends StatedPlace {
  readonly number: number;
}

/** Cuts a stretch of a document where places begin and end, and those into runs where looks do. */
export function cutStretch(
  text: string,
  stretch: UnitSpan,
  places: readonly NumberedPlace[],
  looks: readonly Look[],
): readonly Piece[] {
  const pieces: Piece[] = [];
  const add = (span: UnitSpan, place: NumberedPlace | null) => {
    const runs = cutRuns(text, span, looks);
    if (runs.length === 0) return;
    if (place === null) pieces.push({ kind: "text", key: span.start, runs });
    else pieces.push({ kind: "place", key: span.start, place: place.number, runs });
  };
  let at = stretch.start;
  for (const place of places) {
    const span = within(place, stretch);
    if (span.end <= span.start) continue;
    add({ start: at, end: span.start }, null);
    add(span, place);
    at = span.end;
  }
  add({ start: at, end: stretch.end }, null);
  return pieces;
}

function cutRuns(text: string, span: UnitSpan, looks: readonly Look[]): readonly TextRun[] {
  if (span.end <= span.start) return [];
  const near = looks.filter(({ start, end }) => start < span.end && end > span.start);
  const borders = [span.start, span.end, ...near.flatMap(({ start, end }) => [start, end])]
    .filter((border) => border >= span.start && border <= span.end)
    .sort((a, b) => a - b);
  return borders.flatMap((start, at) => {
    const end = borders[at + 1] ?? start;
    if (end === start) return [];
    const words = readableText(text, { start, end });
    const covering = near.filter((look) => look.start <= start && look.end >= end);
    return words === "" ? [] : [{ key: start, text: words, looks: covering.map(({ look }) => look) }];
  });
}

function within(span: UnitSpan, { start, end }: UnitSpan): UnitSpan {
  return { start: Math.max(span.start, start), end: Math.min(span.end, end) };
}
