import type { UnitSpan } from "./document-text.ts";

/** Finds what a reader types: wide or narrow, upper or lower case, whatever line break or gap the text has within it. */
export type Finder = (query: string) => readonly UnitSpan[];

/** At most so many places are found. */
export const MOST_FINDS = 2000;

/** Reads a text once for many searches. */
export function createFinder(text: string): Finder {
  let folded = "";
  const origin: number[] = [];
  let unit = 0;
  for (const sign of text) {
    const plain = fold(sign);
    folded += plain;
    for (let at = 0; at < plain.length; at += 1) origin.push(unit);
    unit += sign.length;
  }
  return (query) => {
    const wanted = fold(query);
    if (wanted === "") return [];
    const found: UnitSpan[] = [];
    for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + wanted.length)) {
      const last = origin[at + wanted.length - 1] ?? 0;
      found.push({ start: origin[at] ?? 0, end: last + signLength(text, last) });
      if (found.length === MOST_FINDS) break;
    }
    return found;
  };
}

/** What folding leaves as it is, which is nearly everything in these texts. */
const PLAIN = /^[\u4e00-\u9fffa-z0-9]$/u;

const fold = (text: string): string =>
  PLAIN.test(text) ? text : text.normalize("NFKC").replace(/\s+/gu, "").toLowerCase();

const signLength = (text: string, at: number): number => ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
