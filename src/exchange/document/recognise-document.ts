import { sha256Hex } from "../sha256.ts";

/** What a file turned out to be; `undecodable` is a known document that is no UTF-8 text. */
export type Recognition =
  | { readonly kind: "recognised"; readonly sha256: string; readonly text: string }
  | { readonly kind: "empty" | "unknown" | "undecodable" };

/**
 * Recognises a planner's own copy of a document that plans name, by the SHA-256 of its bytes: only the very same text has
 * its numbers where the plans say.
 */
export async function recogniseDocument(
  bytes: Uint8Array<ArrayBuffer>,
  known: ReadonlySet<string>,
): Promise<Recognition> {
  if (bytes.byteLength === 0) return { kind: "empty" };
  const sha256 = await sha256Hex(bytes);
  if (!known.has(sha256)) return { kind: "unknown" };
  const text = decode(bytes);
  return text === null ? { kind: "undecodable" } : { kind: "recognised", sha256, text };
}

/** Strict UTF-8. A byte order mark stays: offsets count it. */
function decode(bytes: Uint8Array<ArrayBuffer>): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
