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

  /** The original with this hash; throws {@link DamagedRecordError}. */
  async get(sha256: string): Promise<AttachedDocument | null> {
    const row = await this.#db.documentTexts.get(sha256);
    return row === undefined ? null : checked(row);
  }

  /** Whether an original with this hash is attached. */
  async has(sha256: string): Promise<boolean> {
    return (await this.#db.documentTexts.where("sha256").equals(sha256).count()) > 0;
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
