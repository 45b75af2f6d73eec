import type { BackupPlace } from "#bridge/backup.ts";
import type { BridgeErrorCode, DesktopBridge } from "#bridge/desktop-bridge.ts";
import { assertNever } from "#core/assert-never.ts";
import type { TaskWatch } from "../../workers/one-shot-worker.ts";
import { readBackupPlans, type ReadPlansError } from "./read-plans.ts";

/**
 * What a look at a backup found: good; good once more, since a damaged copy was written again; or of no use. `newer` was written by a newer
 * program; of one that is `unfinished` the bytes are good, and only the look at what they hold did not come to its end.
 */
export type BackupCheckOutcome =
  | { readonly kind: "good" | "damaged" | "newer" | "unfinished" }
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
  if (verifiedAt === null && mended.length === 0) return { kind: "damaged" };
  if (!read.ok) return whyUnread(read.error);
  if (read.value.broken.length > 0) return { kind: "damaged" };
  return mended.length === 0 ? { kind: "good" } : { kind: "mended", places: mended };
}

function whyUnread(error: ReadPlansError): BackupCheckOutcome {
  switch (error.kind) {
    case "machine":
      return { kind: "refused", code: error.code };
    case "file":
      return { kind: error.error.kind === "newer-version" ? "newer" : "damaged" };
    case "task":
    case "unread":
      return { kind: "unfinished" };
    default:
      return assertNever(error);
  }
}
