/** A stretch of a text in UTF-16 units, end exclusive: what `slice` takes. */
export interface UnitSpan {
  readonly start: number;
  readonly end: number;
}

const SUPPLEMENTARY = /[\u{10000}-\u{10ffff}]/gu;

/**
 * The text of a document with its two ways of counting: plan files count Unicode code points of the whole file (a CRLF
 * is two), `slice` counts UTF-16 units. They differ behind each character beyond the basic plane.
 */
export class DocumentText {
  readonly text: string;
  /** Where each character that takes two units begins, in units. */
  readonly #pairs: readonly number[];
  /** Where each line begins, in units. */
  readonly #lines: readonly number[];

  constructor(text: string) {
    this.text = text;
    this.#pairs = [...text.matchAll(SUPPLEMENTARY)].map(({ index }) => index);
    this.#lines = [0, ...[...text.matchAll(/\n/gu)].map(({ index }) => index + 1)];
  }

  /** Number of code points. */
  get length(): number {
    return this.text.length - this.#pairs.length;
  }

  /** Number of lines; a newline at the end begins one more. */
  get lines(): number {
    return this.#lines.length;
  }

  /** The place of a code point in units; places beyond the text are at its end. */
  toUnits(point: number): number {
    const pairsBefore = countWhile(this.#pairs, (unit, before) => unit - before < point);
    return Math.min(Math.max(point, 0) + pairsBefore, this.text.length);
  }

  /** The place of a unit in code points; within a character, the place of that character. */
  toPoints(unit: number): number {
    const at = Math.min(Math.max(unit, 0), this.text.length);
    return at - countWhile(this.#pairs, (pair) => pair < at);
  }

  /** A span of code points in units. */
  span({ start, end }: { readonly start: number; readonly end: number }): UnitSpan {
    return { start: this.toUnits(start), end: this.toUnits(end) };
  }

  /** What stands in a span of code points; what lies outside the text is left out. */
  slicePoints(start: number, end: number): string {
    return this.text.slice(this.toUnits(start), this.toUnits(end));
  }

  /** The line of a unit, from 1. */
  lineAt(unit: number): number {
    return countWhile(this.#lines, (start) => start <= unit);
  }

  /** Where a line begins, in units; lines count from 1, and lines beyond the last begin at the end. */
  startOfLine(line: number): number {
    return this.#lines[line - 1] ?? this.text.length;
  }
}

/** How many items from the first on fulfil a condition that none fulfils after the first that does not. */
function countWhile(items: readonly number[], holds: (item: number, at: number) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(items[middle] ?? 0, middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
