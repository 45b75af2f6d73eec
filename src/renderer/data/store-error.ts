import type { CommandError } from "#core/command/command.ts";
import type { DraftProblem } from "#core/drafting/draft-choices.ts";

/** Why the database did not take a write; nothing of it was stored then. `disk-low`: it was not asked, since the disk is nearly full. */
export type StorageReason = "disk-low" | "quota" | "closed" | "blocked" | "corrupt" | "unknown";

/** A failed write or read; `detail` is for the copyable details, in English. */
export interface StorageError {
  readonly kind: "storage";
  readonly reason: StorageReason;
  readonly detail: string;
}

/** Why the store did not do what was asked; whatever the reason, nothing was changed. */
export type StoreError =
  | CommandError
  | StorageError
  | { readonly kind: "empty-title" }
  /** A plan of this id is here already. */
  | { readonly kind: "plan-exists" }
  /** A plan from outside differs from the one here in what no edit changes, so that it can only stand beside it. */
  | { readonly kind: "unfit-replacement" }
  /** The plan here is no longer the one that was shown beside the one from outside. */
  | { readonly kind: "changed-meanwhile" }
  | { readonly kind: "unfit-draft"; readonly problem: DraftProblem };
