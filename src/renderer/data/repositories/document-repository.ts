import { type DocumentTextRow, documentTextSchema } from "../db/document-row.ts";
import type { WorkbenchDatabase } from "../db/workbench-database.ts";
import { DamagedRecordError } from "./plan-mapping.ts";

/** An original that the planner attached: `sha256` of the file's bytes as lower-case hex, `attachedAt` in ms since the epoch. */
export type AttachedDocument = Readonly<DocumentTextRow>;

/** The originals that the planner attached, by the SHA-256 of their bytes; each method can be the source of a live query. */
export class DocumentRepository {
  readonly #db: WorkbenchDatabase;

  constructor(db: WorkbenchDatabase) {
    this.#db = db;
  }

  /** Keeps an original, in place of one with the same hash. */
  async put(document: AttachedDocument): Promise<void> {
    await this.#db.documentTexts.put(checked(document));
  }

  /** The original with this hash. A damaged record counts as none, so that attaching the file again mends it. */
  async get(sha256: string): Promise<AttachedDocument | null> {
    const row = await this.#db.documentTexts.get(sha256);
    const read = documentTextSchema.safeParse(row);
    return read.success ? read.data : null;
  }

  /** Whether an original with this hash is attached and can be read. */
  async has(sha256: string): Promise<boolean> {
    return (await this.get(sha256)) !== null;
  }

  /** Lets go of an original; does nothing when there is none with this hash. */
  async remove(sha256: string): Promise<void> {
    await this.#db.documentTexts.delete(sha256);
  }
}

/** Only what can be read again is written. */
function checked(row: DocumentTextRow): DocumentTextRow {
  const read = documentTextSchema.safeParse(row);
  if (!read.success) throw new DamagedRecordError(`document ${row.sha256}: ${read.error.message}`);
  return read.data;
}
