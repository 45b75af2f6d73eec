import type { Result } from "#core/result.ts";
import type { AttachedDocument } from "../repositories/document-repository.ts";
import type { NamedDocument } from "../repositories/read-named-documents.ts";
import type { StorageError } from "../store-error.ts";

export type { AttachedDocument, NamedDocument };

/** What a page does with the originals of plans: only their texts are kept, and only in the planner's database. */
export interface SourceStore {
  /** The documents that plans name, attached or not. */
  readNamedDocuments(): Promise<readonly NamedDocument[]>;
  hasSource(sha256: string): Promise<boolean>;
  /** An attached original; `null` when there is none with this hash. */
  readSource(sha256: string): Promise<AttachedDocument | null>;
  /** Keeps an original for every plan that names it; the store notes when. */
  attachSource(document: Omit<AttachedDocument, "attachedAt">): Promise<Result<null, StorageError>>;
  /** Lets go of an original; the plans keep their places in it. */
  detachSource(sha256: string): Promise<Result<null, StorageError>>;
}
