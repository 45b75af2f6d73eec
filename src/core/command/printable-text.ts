/**
 * A text without the characters that no document can hold (control characters, halves of surrogate pairs, U+FFFE and
 * U+FFFF): one of them in a name would make an exported drawing unreadable. The soft line breaks of word processors
 * become spaces; tabs and line breaks stay.
 */
export function printableText(text: string): string {
  return text.replace(/[\v\f]/gu, " ").replace(/(?![\t\n\r])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, "");
}
