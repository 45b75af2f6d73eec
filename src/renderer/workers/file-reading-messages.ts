import type { Plan } from "#core/plan/plan.ts";
import type { Result } from "#core/result.ts";
import type { Recognition } from "#exchange/document/recognise-document.ts";
import type { BackupContents, BackupError } from "../data/backup/read-backup.ts";

/** A plan file or a backup for a worker to read. */
export interface PlanReadRequest {
  readonly kind: "plan-file" | "backup";
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** The original of a plan for a worker to read; `known` are the SHA-256 of those that plans name. */
export interface DocumentReadRequest {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly known: readonly string[];
}

/** What comes of each kind of file. */
export interface ReadOutcomes {
  readonly "plan-file": Result<readonly Plan[], BackupError>;
  readonly backup: Result<BackupContents, BackupError>;
  readonly document: Recognition;
}
