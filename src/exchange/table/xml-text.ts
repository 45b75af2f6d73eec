import { plainXmlText } from "../word/plain-xml-text.ts";

const MARKUP = /[&<>"]/u;

/** A text as XML writes it, in elements and attributes alike. */
export function xmlText(text: string): string {
  const plain = plainXmlText(text);
  if (!MARKUP.test(plain)) return plain;
  return plain
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
