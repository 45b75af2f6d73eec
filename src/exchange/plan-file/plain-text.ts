/** Text as it is compared: without white space, full-width signs as half-width ones. */
export function plainText(text: string): string {
  return text.normalize("NFKC").replace(/\s/gu, "");
}
