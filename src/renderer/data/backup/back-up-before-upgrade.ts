import type { BridgeErrorCode, DesktopBridge } from "#bridge/desktop-bridge.ts";
import { BACKUP_RESERVE_BYTES } from "#bridge/disk-space.ts";
import { err, ok, type Result } from "#core/result.ts";
import { packInWorker } from "../../workers/plan-packing.ts";
import type { FoundDatabase } from "../db/probe-database.ts";
import { SCHEMA_VERSION } from "../db/workbench-database.ts";
import { writeReadableBackup } from "./write-readable-backup.ts";

/** A database of an older version could not be kept before its upgrade, and so stays as it is. */
export interface NotKept {
  readonly kind: "not-kept";
  readonly code: BridgeErrorCode;
  /** Free bytes that the disk must have for that copy. */
  readonly needed: number;
}

/**
 * Keeps a database of an older version as it lies there before it is upgraded; without that copy it is not. One that cannot be read is left
 * to the check that follows. Does nothing for one of this version, and for one that was never worked on.
 */
export async function backUpBeforeUpgrade(
  database: string,
  found: FoundDatabase,
  bridge: Pick<DesktopBridge, "writeBackup" | "log">,
): Promise<Result<null, NotKept>> {
  const { store } = found;
  if (found.version >= SCHEMA_VERSION || store === null) return ok(null);
  const packed = await packInWorker({ database, what: { kind: "raw" } });
  if (!packed.ok) {
    const why = packed.error.kind === "worker-failed" ? packed.error.message : packed.error.kind;
    await bridge.log({ level: "error", message: `The database was not kept before its upgrade: ${why}` });
    return ok(null);
  }
  const { sequence, plans, bytes } = packed.value;
  const reply = await writeReadableBackup(bridge, {
    store,
    sequence,
    reason: "before-upgrade",
    plans,
    bytes,
  });
  if (reply.ok) return ok(null);
  return err({ kind: "not-kept", code: reply.code, needed: bytes.byteLength + BACKUP_RESERVE_BYTES });
}
