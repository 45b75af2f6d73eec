import type { BridgeErrorCode, DesktopBridge } from "#bridge/desktop-bridge.ts";
import { err, ok, type Result } from "#core/result.ts";
import { packInWorker } from "../../workers/plan-packing.ts";
import type { FoundDatabase } from "../db/probe-database.ts";
import { SCHEMA_VERSION } from "../db/workbench-database.ts";

/**
 * Keeps a database of an older version as it lies there before it is upgraded; without that copy it is not. One that cannot be read is left
 * to the check that follows. Does nothing for one of this version, and for one that was never worked on.
 */
export async function backUpBeforeUpgrade(
  database: string,
  found: FoundDatabase,
  bridge: Pick<DesktopBridge, "writeBackup" | "log">,
): Promise<Result<null, BridgeErrorCode>> {
  const { store } = found;
  if (found.version >= SCHEMA_VERSION || store === null) return ok(null);
  const packed = await packInWorker({ database, what: { kind: "raw" } });
  if (!packed.ok) {
    const why = packed.error.kind === "worker-failed" ? packed.error.message : packed.error.kind;
    await bridge.log({ level: "error", message: `The database was not kept before its upgrade: ${why}` });
    return ok(null);
  }
  const { sequence, plans, bytes } = packed.value;
  const reply = await bridge.writeBackup({ store, sequence, reason: "before-upgrade", plans, bytes });
  return reply.ok ? ok(null) : err(reply.code);
}
