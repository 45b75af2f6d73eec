import type { Result } from "#core/result.ts";
import type { SheetTexts } from "#core/report/workbook/sheet-edits.ts";
import type { WorkbookError } from "#exchange/table/parse-part.ts";
import type { BackupContents, BackupError, ExportedPlans } from "../data/backup/read-backup.ts";

/** A plan file or a backup for a worker to read. */
export interface PlanReadRequest {
  readonly kind: "plan-file" | "backup";
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The database whose plans a plan file is set beside. */
  readonly database: string;
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
  /** The texts of the sheet; `null` where the workbook has none of that name. */
  readonly sheet: Result<SheetTexts | null, WorkbookError>;
}
