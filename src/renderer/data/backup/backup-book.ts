import { err, ok, type Result } from "#core/result.ts";
import { sha256Hex } from "#exchange/sha256.ts";
import type { JournalRow } from "../db/journal-row.ts";
import { z } from "../db/schema-library.ts";
import type { PlanBook } from "../repositories/plan-mapping.ts";

const count = z.number().int().min(0);
const sequence = z.number().int().min(1);

const bookSchema = z.object({
  format: z.literal("wunian-backup"),
  version: z.literal(1),
  store: z.string(),
  sequence: count,
  // Backups of before it was noted lack it.
  entry: z.string().nullable().default(null),
  marks: z.array(z.tuple([sequence, z.string()])).default([]),
  plans: z.array(
    z.object({
      id: z.string(),
      revision: count,
      undo: sequence.nullable(),
      redo: z.array(sequence),
      lastEditAt: z.number().nullable(),
      createdAt: z.number(),
      updatedAt: z.number(),
    }),
  ),
  documents: z.array(z.object({ sha256: z.string(), file: z.string() })),
});

/** What a backup knows beside its plans. */
export interface BackupBook {
  /** The database that was backed up, and the last journal entry that it held. */
  readonly store: string;
  readonly sequence: number;
  /** {@link entryMark} of that entry, which tells a journal that went another way; `null` where it is not known. */
  readonly entry: string | null;
  /** {@link entryMark} of entries up to that one by their numbers, for a journal that ends before the backup does. */
  readonly marks: ReadonlyMap<number, string>;
  /** What the journal says of each plan. */
  readonly plans: ReadonlyMap<string, PlanBook>;
  /** The originals that were attached, so that it can be said which ones to attach again; their texts are in no backup. */
  readonly documents: readonly { readonly sha256: string; readonly file: string }[];
}

/** The book as plain JSON data. */
export function writeBackupBook(book: BackupBook): z.input<typeof bookSchema> {
  return {
    format: "wunian-backup",
    version: 1,
    store: book.store,
    sequence: book.sequence,
    entry: book.entry,
    marks: [...book.marks],
    plans: [...book.plans].map(([id, { revision, history, lastEditAt, createdAt, updatedAt }]) => ({
      ...{ id, revision, undo: history.undo, redo: [...history.redo] },
      ...{ lastEditAt, createdAt, updatedAt },
    })),
    documents: book.documents.map(({ sha256, file }) => ({ sha256, file })),
  };
}

/** Reads a book that {@link writeBackupBook} wrote; the error says in English what is wrong. */
export function readBackupBook(data: unknown): Result<BackupBook, string> {
  const read = bookSchema.safeParse(data);
  if (!read.success) return err(read.error.message);
  const { store, sequence: reached, entry, marks, plans, documents } = read.data;
  const books = plans.map(
    ({ id, undo, redo, ...book }) => [id, { ...book, history: { undo, redo } }] as const,
  );
  return ok({ store, sequence: reached, entry, marks: new Map(marks), plans: new Map(books), documents });
}

/** What tells an entry of the journal from any other of its number. */
export function entryMark(entry: JournalRow): Promise<string> {
  return sha256Hex(JSON.stringify(entry));
}
