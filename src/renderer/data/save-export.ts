import { MAX_FILE_BYTES } from "#bridge/argument-guards.ts";
import type { DesktopBridge, ExportKind } from "#bridge/desktop-bridge.ts";
import { err, ok, type Result } from "#core/result.ts";
import type { ExportedChart, ExportFailure } from "../workers/export-outcome.ts";

/** Gives a file to the host to save; `null` when the planner cancelled. */
export async function saveExport(
  bridge: Pick<DesktopBridge, "saveFile">,
  kind: ExportKind,
  suggestedName: string,
  bytes: Uint8Array,
): Promise<Result<ExportedChart | null, ExportFailure>> {
  if (bytes.byteLength > MAX_FILE_BYTES) {
    return err({ code: "too-large", message: `${bytes.byteLength} bytes; ${MAX_FILE_BYTES} are allowed` });
  }
  const saved = await bridge.saveFile({ kind, suggestedName, bytes });
  if (!saved.ok) return err({ code: saved.code, message: saved.message });
  return ok(saved.value.kind === "cancelled" ? null : saved.value);
}
