import type { Result } from "#core/result.ts";
import type { SheetTexts } from "#core/report/workbook/sheet-edits.ts";
import type { WorkbookError } from "#exchange/table/parse-part.ts";
import type { Recognition } from "#exchange/document/recognise-document.ts";
import type { BackupContents, BackupError, ExportedPlans } from "../data/backup/read-backup.ts";

/** A plan file or a backup for a worker to read. */
export interface PlanReadRequest {
  readonly kind: "plan-file" | "backup";
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The database whose plans a plan file is set beside. */
  readonly database: string;
}

/** The original of a plan for a worker to read; `known` are the SHA-256 of those that plans name. */
export interface DocumentReadRequest {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly known: readonly string[];
}

/** A workbook for a worker to read; `sheet` is the name of the sheet that is wanted. */
export interface SheetReadRequest {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly sheet: string;
}

/** What comes of each kind of file. */
export interface ReadOutcomes {
  readonly "plan-file": Result<ExportedPlans, BackupError>;
  readonly backup: Result<BackupContents, BackupError>;
  readonly document: Recognition;
  /** The texts of the sheet; `null` where the workbook has none of that name. */
  readonly sheet: Result<SheetTexts | null, WorkbookError>;
}
