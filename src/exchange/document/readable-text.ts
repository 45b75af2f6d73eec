import type { UnitSpan } from "./document-text.ts";

/**
 * What a conversion from a word processor leaves in a text: the names of its bookmarks. A word processor takes 40 characters;
 * without a limit a long line of openings would be read to its end from each of them.
 */
const ARTEFACT = /\[bookmark: [^\]\n]{0,200}\]/gu;

/** A line's end with the blank lines and indents behind it, or any other run of white space. */
const WHITE = /\s+/gu;

const WIDE = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef\u2014\u2018\u2019\u201c\u201d\u2026]/u;

/**
 * A stretch of a document as it is read: lines that belong together are joined, without a gap between Chinese characters,
 * and blank lines and bookmarks are gone. Offsets speak of the document, never of this.
 */
export function readableText(text: string, { start, end }: UnitSpan): string {
  const bare = text.slice(start, end).replace(ARTEFACT, "");
  return bare.replace(WHITE, (white, at: number) => {
    if (!white.includes("\n")) return " ";
    const before = at > 0 ? bare[at - 1] : lastInk(text.slice(0, start));
    const behind = bare[at + white.length] ?? firstInk(text.slice(end, end + REACH));
    return isWide(before) && isWide(behind) ? "" : " ";
  });
}

/** Where the bookmarks of a text stand, in its order. */
export function bookmarksIn(text: string): readonly UnitSpan[] {
  return [...text.matchAll(ARTEFACT)].map(({ index, 0: found }) => ({
    start: index,
    end: index + found.length,
  }));
}

/** Whether a stretch holds nothing that is read. */
export function isBlankText(text: string): boolean {
  return text.replace(ARTEFACT, "").trim() === "";
}

/** How far beyond a stretch the character is looked for that follows its last line, in units. */
const REACH = 200;

const firstInk = (text: string): string | undefined => text.trimStart()[0];
const lastInk = (text: string): string | undefined => text.slice(-REACH).trimEnd().at(-1);

const isWide = (sign: string | undefined): boolean => sign === undefined || WIDE.test(sign);
