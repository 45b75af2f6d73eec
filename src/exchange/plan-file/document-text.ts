/** The text of a document by Unicode code points, as evidence counts them. */
export class DocumentText {
  readonly #points: readonly string[];
  readonly #lineStarts: readonly number[];

  constructor(text: string) {
    this.#points = Array.from(text);
    this.#lineStarts = [0, ...this.#points.flatMap((sign, at) => (sign === "\n" ? [at + 1] : []))];
  }

  get length(): number {
    return this.#points.length;
  }

  /** The text from `start` to `end`, end exclusive; what lies outside is left out. */
  slice(start: number, end: number): string {
    return this.#points.slice(start, end).join("");
  }

  /** The line that a code point stands in, from 1. */
  lineOf(at: number): number {
    let [first, last] = [0, this.#lineStarts.length];
    while (last - first > 1) {
      const middle = (first + last) >> 1;
      if ((this.#lineStarts[middle] ?? 0) <= at) first = middle;
      else last = middle;
    }
    return first + 1;
  }
}

/** Text as it is compared: without white space, full-width signs as half-width ones. */
export function plainText(text: string): string {
  return text.normalize("NFKC").replace(/\s/gu, "");
}
