import type { DesktopBridge, Reply, SaveOutcome } from "#bridge/desktop-bridge.ts";
import { refused } from "#bridge/reply.ts";
import { DATABASE_NAME } from "../db/workbench-database.ts";
import { savePlanFile } from "./export-plans.ts";
import { packAnyhow } from "./pack-anyhow.ts";

/** How the export of a database ended; `isStripped` where it was too large for one file with all that its plans do not need. */
export type DatabaseOutcome = SaveOutcome & { readonly isStripped: boolean };

/**
 * Saves the planner's whole database as it lies there, without opening it for work: the way out where it belongs to a newer program, which
 * takes the file in as it does any plan file.
 */
export async function exportDatabase(
  bridge: Pick<DesktopBridge, "saveFile">,
  suggestedName: string,
  database: string = DATABASE_NAME,
): Promise<Reply<DatabaseOutcome>> {
  try {
    const packed = await packAnyhow({ database, what: { kind: "raw" } });
    if (packed === null) return refused("internal", "The export was stopped");
    const saved = await savePlanFile(bridge, suggestedName, packed.bytes);
    return saved.ok ? { ok: true, value: { ...saved.value, isStripped: packed.isStripped } } : saved;
  } catch (error) {
    return refused("internal", `The database cannot be read: ${String(error)}`);
  }
}
