import { changesSchema } from "./change-row.ts";
import type { JournalKind, JournalRow } from "./journal-row.ts";
import { z } from "./schema-library.ts";

/** Every kind, so that a new one is also read back. */
const KINDS: Readonly<Record<JournalKind, true>> = {
  do: true,
  undo: true,
  redo: true,
  create: true,
  rename: true,
  remove: true,
  version: true,
  renameVersion: true,
  removeVersion: true,
  rebuild: true,
};

const count = z.number().int().min(0);
const sequence = z.number().int().min(1);

/** What every program version wrote in an entry; the command is only shown, never carried out again. */
const journalRowSchema = z.object({
  sequence,
  plan: z.string(),
  kind: z.string().refine((kind) => Object.hasOwn(KINDS, kind)),
  command: z.looseObject({ type: z.string() }).nullable(),
  changes: changesSchema,
  parent: sequence.nullable(),
  target: sequence.nullable(),
  title: z.string().nullable(),
  note: z.string().nullish(),
  planFile: z.string().nullable(),
  revision: count,
  at: z.number(),
  author: z.string().nullish(),
  waited: z.string().optional(),
});

/**
 * Reads an entry that comes back from the machine, `null` when it is none that this program knows. It is kept exactly as it
 * was written, so that database and machine go on holding the same text.
 */
export function readJournalRow(json: string): JournalRow | null {
  const row = parseJson(json);
  return isJournalRow(row) ? row : null;
}

function isJournalRow(row: unknown): row is JournalRow {
  return journalRowSchema.safeParse(row).success;
}

/** What a JSON text holds; `undefined` when it is none, which no schema takes. */
export function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
