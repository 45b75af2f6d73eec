import type { BackupPlace } from "#bridge/backup.ts";
import type { BridgeErrorCode, DesktopBridge } from "#bridge/desktop-bridge.ts";
import type { TaskWatch } from "../../workers/one-shot-worker.ts";
import { readBackupPlans } from "./read-plans.ts";

/** What a look at a backup found: good; good once more, since a damaged copy was written again; or of no use. */
export type BackupCheckOutcome =
  | { readonly kind: "good" | "damaged" }
  | { readonly kind: "mended"; readonly places: readonly BackupPlace[] }
  | { readonly kind: "refused"; readonly code: BridgeErrorCode };

/**
 * Looks at a backup as a restore would: its bytes in every place are compared with what was written, the archive is opened, each
 * entry compared with its checksum and its hash, and every plan read. `null` when it was stopped.
 */
export async function checkBackup(
  bridge: Pick<DesktopBridge, "verifyBackup" | "readBackup">,
  id: string,
  watch: TaskWatch = {},
): Promise<BackupCheckOutcome | null> {
  const reply = await bridge.verifyBackup(id);
  if (!reply.ok) return { kind: "refused", code: reply.code };
  const { mended, verifiedAt } = reply.value;
  const read = await readBackupPlans(bridge, id, watch);
  if (!read.ok && read.error.kind === "task" && read.error.failure.kind === "cancelled") return null;
  if (!read.ok || read.value.broken.length > 0 || (verifiedAt === null && mended.length === 0))
    return { kind: "damaged" };
  return mended.length === 0 ? { kind: "good" } : { kind: "mended", places: mended };
}
