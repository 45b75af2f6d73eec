import type { BridgeErrorCode, DesktopBridge } from "#bridge/desktop-bridge.ts";
import { INDICATOR_SHEET } from "#core/report/workbook/indicator-sheet.ts";
import type { SheetTexts } from "#core/report/workbook/sheet-edits.ts";
import { err, ok, type Result } from "#core/result.ts";
import type { WorkbookError } from "#exchange/table/parse-part.ts";
import { readSheetInWorker } from "../workers/file-reading.ts";
import type { TaskFailure } from "../workers/one-shot-worker.ts";
import { pickFiles } from "./sources/pick-files.ts";

/** Why no sheet was read: the machine refused, the file is no good or has no sheet of indicators, or its reading did not end well. */
export type ReadSheetError =
  | { readonly kind: "machine"; readonly code: BridgeErrorCode }
  | { readonly kind: "unread" | "no-sheet"; readonly name: string }
  | { readonly kind: "file"; readonly name: string; readonly error: WorkbookError }
  | { readonly kind: "task"; readonly name: string; readonly failure: TaskFailure };

/** The sheet of indicators of the Excel file that the planner chooses; `null` when none was chosen. */
export async function chooseSheet(
  bridge: Pick<DesktopBridge, "capabilities" | "openFiles">,
): Promise<Result<{ readonly name: string; readonly texts: SheetTexts } | null, ReadSheetError>> {
  const picked = await pickFiles(bridge, ["sheet"]);
  if (!picked.ok) return err({ kind: "machine", code: picked.code });
  const file = picked.value.kind === "cancelled" ? undefined : picked.value.files[0];
  if (file === undefined) return ok(null);
  const { name } = file;
  if (file.kind === "unread") return err({ kind: "unread", name });
  const read = await readSheetInWorker(file.bytes, INDICATOR_SHEET);
  if (!read.ok) return err({ kind: "task", name, failure: read.error });
  if (!read.value.ok) return err({ kind: "file", name, error: read.value.error });
  const texts = read.value.value;
  return texts === null ? err({ kind: "no-sheet", name }) : ok({ name, texts });
}
