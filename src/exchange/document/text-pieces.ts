import type { DocumentText, UnitSpan } from "./document-text.ts";
import type { PlacedHeading } from "./find-headings.ts";
import { isBlankText } from "./readable-text.ts";

/** A line of a document with its line end, or a part of one. Pieces follow one another and cover the text. */
export interface Piece extends UnitSpan {
  readonly line: number;
  /** The heading that begins in this piece. */
  readonly heading: PlacedHeading | null;
  /** The heading ends in the midst of a sentence's line, as in “1.投入增长。到2020年……”. */
  readonly runsIn: boolean;
  /** The line begins with a tab: a cell of a table. */
  readonly tabbed: boolean;
  /** The line holds more than one paragraph. */
  readonly long: boolean;
}

/** Lines longer than this hold more than one paragraph: their breaks were lost. In units. */
const LONG_LINE = 600;

/** A sentence of such a line is broken off where a gap follows it, else when the paragraph is this long. */
const SHORTEST_PARAGRAPH = 20;
const LONGEST_PARAGRAPH = 400;

/**
 * The end of a sentence with the gap behind it, or of a line of a table of contents: a page number behind dots,
 * which are only looked back at, so that many of them are read once.
 */
const SENTENCE_END = /[。！？][”’）」』》]*(\s*)|(?<=\.{3})\s*\d+(\s+)/gu;

/** Cuts a text at its line ends, around its headings, and in lines without breaks at sentence ends. */
export function cutPieces(document: DocumentText, headings: readonly PlacedHeading[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let next = 0;
  for (let line = 1; line <= document.lines; line += 1) {
    const start = document.startOfLine(line);
    const end = document.startOfLine(line + 1);
    const inside: PlacedHeading[] = [];
    for (; (headings[next]?.start ?? end) < end; next += 1) {
      const heading = headings[next];
      if (heading !== undefined) inside.push(heading);
    }
    // One at a time: a line may hold more pieces than a call takes arguments.
    for (const piece of cutLine(document.text, { start, end }, line, inside)) pieces.push(piece);
  }
  return pieces;
}

function cutLine(
  text: string,
  { start, end }: UnitSpan,
  line: number,
  headings: readonly PlacedHeading[],
): readonly Piece[] {
  const long = end - start > LONG_LINE;
  const pieces: Piece[] = [];
  const add = (from: number, to: number, heading: PlacedHeading | null, runsIn: boolean) => {
    if (to > from)
      pieces.push({ start: from, end: to, line, heading, runsIn, tabbed: text[from] === "\t", long });
  };
  const addText = (from: number, to: number) => {
    let at = from;
    for (const cut of long ? sentenceCuts(text, from, to) : []) {
      add(at, cut, null, false);
      at = cut;
    }
    add(at, to, null, false);
  };
  let at = start;
  headings.forEach((heading, index) => {
    // Bookmarks and indents before a heading belong to it.
    if (isBlankText(text.slice(at, heading.start))) at = Math.min(at, heading.start);
    else {
      addText(at, heading.start);
      at = heading.start;
    }
    const stop = headings[index + 1]?.start ?? end;
    const { to, runsIn } = headingPiece(text, heading, stop, long);
    add(at, to, heading, runsIn);
    at = to;
  });
  addText(at, end);
  return pieces;
}

/** How far the piece of a heading goes: to the end of the heading, and on where the sentence goes on in its line. */
function headingPiece(
  text: string,
  heading: PlacedHeading,
  stop: number,
  long: boolean,
): { readonly to: number; readonly runsIn: boolean } {
  const rest = text.slice(heading.end, stop);
  if (rest.trim() === "") return { to: stop, runsIn: false };
  const found = heading.end > heading.start;
  // Punctuation such as 。 right behind a heading is its own when nothing else follows.
  if (found && /^\p{P}\s*$/u.test(rest)) return { to: stop, runsIn: false };
  if (found && /^\s/u.test(rest))
    return { to: heading.end + (rest.length - rest.trimStart().length), runsIn: false };
  const [cut = stop] = long
    ? sentenceCuts(text, heading.start, stop).filter((place) => place > heading.end + 1)
    : [];
  return { to: cut, runsIn: found };
}

/** Where paragraphs begin in a stretch without line breaks. */
function sentenceCuts(text: string, from: number, to: number): readonly number[] {
  const cuts: number[] = [];
  let start = from;
  for (const match of text.slice(from, to).matchAll(SENTENCE_END)) {
    const end = from + match.index + match[0].length;
    const gap = (match[1] ?? match[2] ?? "") !== "";
    const length = end - start;
    const ends = gap ? length >= SHORTEST_PARAGRAPH : length >= LONGEST_PARAGRAPH;
    if (!ends || end >= to) continue;
    cuts.push(end);
    start = end;
  }
  return cuts;
}
