import type { BackupOutcome, BackupRequest } from "#bridge/backup.ts";
import type { DesktopBridge, Reply } from "#bridge/desktop-bridge.ts";
import { refused } from "#bridge/reply.ts";
import { fitsLimits } from "#exchange/archive/archive.ts";
import { BACKUP_LIMITS } from "#exchange/archive/archive-limits.ts";

/** Gives a backup to the machine, unless this program could not read it again: `too-large`. */
export function writeReadableBackup(
  bridge: Pick<DesktopBridge, "writeBackup">,
  request: BackupRequest,
): Promise<Reply<BackupOutcome>> {
  const { bytes } = request;
  return fitsLimits(bytes, BACKUP_LIMITS)
    ? bridge.writeBackup(request)
    : Promise.resolve(refused("too-large", `${bytes.byteLength} bytes are beyond the limits of a backup`));
}
