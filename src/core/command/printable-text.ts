/** Invisible, and in the way: they part digits (12<U+200B>3 from a web page), empty a title, or turn the text around them. */
const UNSEEN = /[\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/gu;

/** What nearly every text is made of: letters, digits, signs and Han characters, none of which is taken out. */
const PLAIN = /^[\t\n\r\x20-\x7E\u3000-\u303F\u4E00-\u9FFF\uFF01-\uFF5E]*$/u;

/**
 * A text without the characters that no document can hold (control characters, halves of surrogate pairs, U+FFFE and
 * U+FFFF): one of them in a name would make an exported drawing unreadable. Spaces without width and marks of direction
 * go too. The soft line breaks of word processors become spaces; tabs and line breaks stay.
 */
export function printableText(text: string): string {
  if (PLAIN.test(text)) return text;
  return text
    .replace(/[\v\f]/gu, " ")
    .replace(/(?![\t\n\r])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, "")
    .replace(UNSEEN, "");
}
