/** Signs that XML 1.0 forbids, lone surrogates, and marks that turn the direction of what follows. */
const FORBIDDEN =
  /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]|[\u{202A}-\u{202E}\u{2066}-\u{2069}]/gu;

/** A text that any office program reads as nothing but text: what XML cannot hold is left out. */
export function plainXmlText(text: string): string {
  return text.replace(FORBIDDEN, "");
}
