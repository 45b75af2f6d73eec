import { toHalfWidth } from "./unit.ts";

/** A text as typed and the form that is read: half-width, without spaces and without a closing full stop. */
export interface TypedText {
  readonly original: string;
  readonly plain: string;
  /** For each UTF-16 unit of `plain` its offset in `original`. */
  readonly offsets: readonly number[];
}

/** Prepares a typed text for reading. */
export function typedText(original: string): TypedText {
  const half = toHalfWidth(original);
  const end = half.replace(/[\s。;.,、]+$/u, "").length;
  const offsets: number[] = [];
  let plain = "";
  for (let at = 0; at < end; at += 1) {
    const sign = half.charAt(at);
    if (/\s/u.test(sign)) continue;
    plain += sign;
    offsets.push(at);
  }
  return { original, plain, offsets };
}

/** Where a place of the read form stands in the text as typed. */
export function originalOffset(text: TypedText, at: number): number {
  return text.offsets[at] ?? text.original.length;
}

/** The text without the first match of a pattern. */
export function without(text: TypedText, pattern: RegExp): TypedText {
  const found = pattern.exec(text.plain);
  if (found === null) return text;
  const end = found.index + found[0].length;
  return {
    original: text.original,
    plain: text.plain.slice(0, found.index) + text.plain.slice(end),
    offsets: [...text.offsets.slice(0, found.index), ...text.offsets.slice(end)],
  };
}
