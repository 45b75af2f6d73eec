import { parseJson } from "./db/read-journal-row.ts";
import type { z } from "./db/schema-library.ts";

/** What a page kept for itself as JSON; `null` for nothing, and for what no schema knows: another program's, or half of it. */
export function readKept<T>(kept: string | null, schema: z.ZodType<T>): T | null {
  if (kept === null) return null;
  const read = schema.safeParse(parseJson(kept));
  return read.success ? read.data : null;
}
