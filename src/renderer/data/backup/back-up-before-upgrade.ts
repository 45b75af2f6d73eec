import type { DesktopBridge } from "#bridge/desktop-bridge.ts";
import { BACKUP_RESERVE_BYTES } from "#bridge/disk-space.ts";
import { err, ok, type Result } from "#core/result.ts";
import type { PackedPlans } from "../../workers/plan-packing-messages.ts";
import { type FoundDatabase, readPatiently, toOpenError } from "../db/probe-database.ts";
import { SCHEMA_VERSION } from "../db/workbench-database.ts";
import type { OpenError } from "../open-error.ts";
import { packAnyhow } from "./pack-anyhow.ts";
import { writeReadableBackup } from "./write-readable-backup.ts";

/**
 * Keeps a database of an older version as it lies there before it is upgraded; without that copy it is not: `not-kept`, or why it cannot be read in
 * whole. Does nothing for one of this version, and for one that was never worked on.
 */
export async function backUpBeforeUpgrade(
  database: string,
  found: FoundDatabase,
  bridge: Pick<DesktopBridge, "writeBackup" | "log">,
): Promise<Result<null, OpenError>> {
  const { store } = found;
  if (found.version >= SCHEMA_VERSION || store === null) return ok(null);
  const packed = await readPatiently(() => packAsItIs(database));
  if (!packed.ok) {
    const message = `The database cannot be read for its copy before the upgrade: ${JSON.stringify(packed.error)}`;
    await bridge.log({ level: "error", message });
    return packed;
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

async function packAsItIs(database: string): Promise<Result<PackedPlans, OpenError>> {
  try {
    const packed = await packAnyhow({ database, what: { kind: "raw" } });
    return packed === null ? err({ kind: "unknown", detail: "The copy was stopped" }) : ok(packed);
  } catch (error) {
    return err(toOpenError(error));
  }
}
