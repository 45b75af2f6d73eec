import { err, ok, type Result } from "#core/result.ts";

/** Why bytes are no JSON data of ours. */
export type JsonError =
  | { readonly kind: "no-text" }
  | { readonly kind: "no-json" }
  | { readonly kind: "too-deep" };

/** No file of ours nests deeper than a dozen; deeper text is not even parsed. */
const MAX_DEPTH = 64;

/** Reads JSON from bytes: strict UTF-8 with or without a byte order mark, else GB18030, as an older editor saves it. */
export function readJson(bytes: Uint8Array): Result<unknown, JsonError> {
  const text = decode(bytes, "utf-8") ?? decode(bytes, "gb18030");
  if (text === null) return err({ kind: "no-text" });
  if (nestsDeeper(text, MAX_DEPTH)) return err({ kind: "too-deep" });
  try {
    const data: unknown = JSON.parse(text);
    return ok(data);
  } catch (error) {
    if (error instanceof SyntaxError) return err({ kind: "no-json" });
    throw error;
  }
}

function decode(bytes: Uint8Array, encoding: "utf-8" | "gb18030"): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** Whether brackets outside of strings nest deeper than `limit`; no regular expression, since a string may be 100 MB long. */
function nestsDeeper(text: string, limit: number): boolean {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charCodeAt(at);
    if (sign === QUOTE) quoted = !quoted;
    else if (quoted && sign === BACKSLASH) at += 1;
    else if (!quoted && (sign === OPEN_BRACKET || sign === OPEN_BRACE)) depth += 1;
    else if (!quoted && (sign === CLOSE_BRACKET || sign === CLOSE_BRACE)) depth -= 1;
    if (depth > limit) return true;
  }
  return false;
}

const [QUOTE, BACKSLASH, OPEN_BRACKET, CLOSE_BRACKET, OPEN_BRACE, CLOSE_BRACE] = Array.from(
  '"\\[]{}',
  (sign) => sign.charCodeAt(0),
);
