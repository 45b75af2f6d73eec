/** Stands for a line break in an entry, which has one line. */
const SIGN = "↵";

/** A text as an entry shows it: signs in place of its line breaks. */
export function withSigns(text: string): string {
  return text.replace(/\r\n?|\n/gu, SIGN);
}

/** What an entry holds as a text: its signs are line breaks again. */
export function withBreaks(text: string): string {
  return text.replaceAll(SIGN, "\n");
}

/** A text from the clipboard as it goes into an entry; the break that ends a copied cell or line is none of its own. */
export function pastedEntry(text: string): string {
  return withSigns(text.replace(/[\r\n]+$/u, ""));
}
