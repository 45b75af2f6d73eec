import type { DesktopBridge, Reply, SaveOutcome } from "#bridge/desktop-bridge.ts";
import { packInWorker } from "../../workers/plan-packing.ts";
import { DATABASE_NAME } from "../db/workbench-database.ts";
import { savePlanFile } from "./export-plans.ts";

/**
 * Saves the planner's whole database as it lies there, without opening it for work: the way out where it belongs to a newer program, which
 * takes the file in as it does any plan file.
 */
export async function exportDatabase(
  bridge: Pick<DesktopBridge, "saveFile">,
  suggestedName: string,
  database: string = DATABASE_NAME,
): Promise<Reply<SaveOutcome>> {
  const packed = await packInWorker({ database, what: { kind: "raw" } });
  if (!packed.ok) return { ok: false, code: "internal", message: packed.error.kind };
  return savePlanFile(bridge, suggestedName, packed.value.bytes);
}
