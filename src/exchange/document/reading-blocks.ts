import type { OutlineEntry } from "#core/plan/plan.ts";
import type { DocumentText, UnitSpan } from "./document-text.ts";
import { cutPieces, type Piece } from "./text-pieces.ts";
import { findHeadings } from "./find-headings.ts";
import { isBlankText } from "./readable-text.ts";

/** What blocks of every kind have: their place in units and the lines of the original, from 1. */
interface BlockPlace extends UnitSpan {
  readonly line: number;
  readonly lastLine: number;
  /** The heading that begins here, by its place in the plan's outline. */
  readonly heading: number | null;
}

/** One block of a document as it is read. `inked` is the part that is read: a block's blank lines stand behind it. */
export type ReadingBlock =
  | (BlockPlace & { readonly kind: "heading"; readonly level: number; readonly inked: UnitSpan })
  /** `lead` is where a heading ends that stands in the paragraph's own line; `null` without one. */
  | (BlockPlace & { readonly kind: "paragraph"; readonly lead: number | null; readonly inked: UnitSpan })
  | (BlockPlace & { readonly kind: "table"; readonly rows: readonly (readonly UnitSpan[])[] });

/**
 * Breaks a document into blocks for reading, without changing a character: the blocks follow one another and cover the
 * whole text. Lines that a page break tore apart are one paragraph, a line that holds a whole document is
 * many, lines that begin with a tab are the cells of a table.
 */
export function readingBlocks(
  document: DocumentText,
  outline: readonly OutlineEntry[],
): readonly ReadingBlock[] {
  const groups = groupPieces(cutPieces(document, findHeadings(document, outline)), document.text);
  return groups.map((group, at) => {
    const start = at === 0 ? 0 : (group[0]?.start ?? 0);
    const end = groups[at + 1]?.[0]?.start ?? document.text.length;
    return toBlock(document, group, { start, end });
  });
}

/** Puts pieces together that are one block; blank pieces go to the block before them. */
function groupPieces(pieces: readonly Piece[], text: string): readonly (readonly Piece[])[] {
  const groups: Piece[][] = [];
  for (const piece of pieces) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (isBlankText(text.slice(piece.start, piece.end)) && piece.heading === null) continue;
    if (group !== undefined && last !== undefined && belongsTogether(last, piece, text)) group.push(piece);
    else groups.push([piece]);
  }
  return groups;
}

function belongsTogether(last: Piece, next: Piece, text: string): boolean {
  if (next.heading !== null) return false;
  if (last.tabbed || next.tabbed) return last.tabbed && next.tabbed;
  if (last.heading !== null && !last.runsIn) return false;
  if (last.line === next.line || last.long || next.long) return false;
  return continues(text.slice(last.start, last.end).trim(), text.slice(next.start, next.end).trim());
}

/** A line of prose that a page break may have torn; titles and lines of an address are shorter and have no comma. */
const PROSE_LENGTH = 35;
const TORN = /[\p{L}\p{N}，、,]$/u;
const LISTED =
  /^(?:[（(]?[〇零一二三四五六七八九十百\d]+[）)、.．]|[—•·▪\-!]|第[一二三四五六七八九十]+[章节条])/u;

function continues(before: string, next: string): boolean {
  if (!TORN.test(before) || LISTED.test(next) || /\.{4}|\t/u.test(before)) return false;
  return /[，、,]$/u.test(before) || before.length >= PROSE_LENGTH || /[，。；]/u.test(before);
}

function toBlock(document: DocumentText, group: readonly Piece[], place: UnitSpan): ReadingBlock {
  const first = group[0];
  const last = group.at(-1);
  const inked = inkOf(document.text, { start: first?.start ?? place.start, end: last?.end ?? place.end });
  const shared = {
    ...place,
    line: document.lineAt(inked.start),
    lastLine: document.lineAt(Math.max(inked.start, inked.end - 1)),
    heading: first?.heading?.index ?? null,
  };
  if (first === undefined) return { ...shared, kind: "paragraph", lead: null, inked };
  if (first.tabbed) return { ...shared, kind: "table", rows: rowsOf(group, document.text) };
  if (first.heading !== null && first.heading.end > first.heading.start && !first.runsIn)
    return { ...shared, kind: "heading", level: first.heading.level, inked };
  return { ...shared, kind: "paragraph", lead: first.runsIn ? (first.heading?.end ?? null) : null, inked };
}

/** The cells of a table, whose rows are divided by blank lines. */
function rowsOf(group: readonly Piece[], text: string): readonly (readonly UnitSpan[])[] {
  const rows: UnitSpan[][] = [];
  group.forEach((piece, at) => {
    const before = group[at - 1];
    const apart = before === undefined || text.slice(before.end, piece.start).split("\n").length > 1;
    if (apart) rows.push([]);
    // One at a time: a line may hold more cells than a call takes arguments.
    for (const cell of cellsOf(piece, text)) rows.at(-1)?.push(cell);
  });
  return rows;
}

/** The cells of a line that begins with a tab; what stands between two tabs is one, also when it is empty. */
function cellsOf(piece: Piece, text: string): readonly UnitSpan[] {
  let at = piece.start;
  return text
    .slice(piece.start, piece.end)
    .split("\t")
    .map((cell) => {
      const span = inkOf(text, { start: at, end: at + cell.length });
      at += cell.length + 1;
      return span;
    })
    .slice(1);
}

/** A span without the white space at its ends. */
function inkOf(text: string, { start, end }: UnitSpan): UnitSpan {
  const slice = text.slice(start, end);
  const from = start + (slice.length - slice.trimStart().length);
  return { start: Math.min(from, end), end: Math.max(from, start + slice.trimEnd().length) };
}
