import { toHalfWidth } from "#core/indicator/unit.ts";
import type { CellPlace } from "./cell-move.ts";
import { cellsOf, type Rect } from "./selection.ts";

/** What is looked for: letters of either case and width are the same; `whole` asks for all of a cell. */
export interface FindQuery {
  readonly text: string;
  readonly whole: boolean;
}

/** A text in the form that is compared, letter for letter as long as it was. */
function folded(text: string): string {
  return Array.from(toHalfWidth(text), (letter) => {
    const small = letter.toLowerCase();
    return small.length === letter.length ? small : letter;
  }).join("");
}

/** The cells of some blocks that hold what is looked for, row by row; none for an empty query. */
export function findCells(
  rects: readonly Rect[],
  textAt: (place: CellPlace) => string,
  query: FindQuery,
): readonly CellPlace[] {
  const wanted = folded(query.text);
  if (wanted === "") return [];
  const holds = (place: CellPlace) => {
    const text = folded(textAt(place));
    return query.whole ? text.trim() === wanted.trim() : text.includes(wanted);
  };
  return [...cellsOf(rects)].filter(holds).sort((a, b) => a.row - b.row || a.column - b.column);
}

/** A text with every occurrence of what is looked for replaced. */
export function replaceText(text: string, query: FindQuery, by: string): string {
  const wanted = folded(query.text);
  if (wanted === "") return text;
  if (query.whole) return by;
  const plain = folded(text);
  let result = "";
  let from = 0;
  for (let at = plain.indexOf(wanted); at >= 0; at = plain.indexOf(wanted, from)) {
    result += text.slice(from, at) + by;
    from = at + wanted.length;
  }
  return result + text.slice(from);
}
