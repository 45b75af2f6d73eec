import type { DocumentText, UnitSpan } from "./document-text.ts";
import type { ReadingBlock } from "./reading-blocks.ts";
import { readableText } from "./readable-text.ts";

/** A place of a document with what stands around it, ready to be shown. */
export interface Passage {
  readonly before: string;
  readonly marked: string;
  readonly after: string;
}

/** How much text stands around the place on each side, in units; up to `STRETCH` where a sentence ends there. */
const AROUND = 60;
const STRETCH = 80;

const ELLIPSIS = "…";
const CELL_GAP = "　";

/**
 * The passage around a place given in code points: some sixty characters to each side, cut where sentences or paragraphs
 * end if one does, else within the sentence with an ellipsis. In a table it is the row.
 */
export function passageAt(
  document: DocumentText,
  blocks: readonly ReadingBlock[],
  points: { readonly start: number; readonly end: number },
): Passage {
  const place = document.span(points);
  const first = blockAt(blocks, place.start);
  const last = blockAt(blocks, Math.max(place.start, place.end - 1));
  const marked = readableText(document.text, place);
  if (first?.kind === "table" && first === last) return { ...rowAround(document.text, first, place), marked };
  return {
    before: textBefore(document.text, first?.start ?? 0, place.start),
    marked,
    after: textAfter(document.text, place.end, last?.end ?? document.text.length),
  };
}

/** The block that a unit belongs to. */
export function blockAt(blocks: readonly ReadingBlock[], unit: number): ReadingBlock | undefined {
  let low = 0;
  let high = blocks.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((blocks[middle]?.start ?? 0) <= unit) low = middle;
    else high = middle - 1;
  }
  return blocks[low];
}

function rowAround(
  text: string,
  { rows }: Extract<ReadingBlock, { kind: "table" }>,
  place: UnitSpan,
): Omit<Passage, "marked"> {
  const row = rows.find((cells) => (cells.at(-1)?.end ?? 0) >= place.end) ?? [];
  const before = row.filter(({ start }) => start < place.start);
  const after = row.filter(({ end }) => end > place.end);
  const cells = (spans: readonly UnitSpan[]) => spans.map((span) => readableText(text, span));
  const head = cells(before.map(({ start, end }) => ({ start, end: Math.min(end, place.start) })));
  const tail = cells(after.map(({ start, end }) => ({ start: Math.max(start, place.end), end })));
  const splitsFirst = before.at(-1)?.end !== undefined && (before.at(-1)?.end ?? 0) > place.start;
  const splitsLast = after[0] !== undefined && after[0].start < place.end;
  return {
    before: head.length === 0 ? "" : head.join(CELL_GAP) + (splitsFirst ? "" : CELL_GAP),
    after: tail.length === 0 ? "" : (splitsLast ? "" : CELL_GAP) + tail.join(CELL_GAP),
  };
}

const SENTENCE_END = /[。！？；;][”’）」』]*/gu;
const SOFT_END = /[，、：,\s]/u;

function textBefore(text: string, blockStart: number, start: number): string {
  const from = Math.max(blockStart, start - STRETCH);
  const borders = [
    ...(from === blockStart ? [blockStart] : []),
    ...[...text.slice(from, start).matchAll(SENTENCE_END)].map(
      ({ index, 0: end }) => from + index + end.length,
    ),
  ].filter((border) => border < start || border === blockStart);
  const near = borders.filter((border) => start - border <= AROUND);
  const border = near[0] ?? borders.at(-1);
  if (border !== undefined) return readableText(text, { start: border, end: start }).trimStart();
  const cut = softCut(text, start - AROUND, start, 1);
  return ELLIPSIS + readableText(text, { start: cut, end: start }).trimStart();
}

function textAfter(text: string, end: number, blockEnd: number): string {
  const to = Math.min(blockEnd, end + STRETCH);
  const borders = [
    ...[...text.slice(end, to).matchAll(SENTENCE_END)].map(({ index, 0: sign }) => end + index + sign.length),
    ...(to === blockEnd ? [blockEnd] : []),
  ];
  const near = borders.filter((border) => border - end <= AROUND);
  const border = near.at(-1) ?? borders[0];
  if (border !== undefined) return readableText(text, { start: end, end: border }).trimEnd();
  const cut = softCut(text, end + AROUND, end, -1);
  return readableText(text, { start: end, end: cut }).trimEnd() + ELLIPSIS;
}

/** A place near `wanted`, on its side towards `towards`, that does not cut a clause, or at least no character. */
function softCut(text: string, wanted: number, towards: number, step: 1 | -1): number {
  const most = AROUND / 3;
  for (let moved = 0; moved < most; moved += 1) {
    const at = wanted + moved * step;
    if (at !== towards && SOFT_END.test(text[at - 1] ?? "")) return at;
  }
  return isLowSurrogate(text, wanted) ? wanted + step : wanted;
}

function isLowSurrogate(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff;
}
