import { join } from "node:path";
import { MAX_FILE_BYTES } from "#bridge/argument-guards.ts";
import type { BackupHealth } from "#bridge/backup.ts";
import { backupFileName, backupHash, type NamedBackup, parseBackupFileName } from "./backup-name.ts";
import type { Disk } from "./disk.ts";
import { replaceFile } from "./write-file.ts";

/** A backup as it lies in one folder. */
export interface StoredBackup extends NamedBackup {
  /** In bytes. */
  readonly size: number;
}

/** The disk gave back other bytes than were written. */
export class WrittenDifferently extends Error {}

/** The backups in a folder, in no particular order; other files there are left alone. */
export async function backupsIn(folder: string, disk: Disk): Promise<readonly StoredBackup[]> {
  const backups: StoredBackup[] = [];
  for (const name of await disk.list(folder)) {
    const backup = parseBackupFileName(name);
    const state = backup === null ? null : await disk.state(join(folder, name));
    if (backup !== null && state !== null) backups.push({ ...backup, size: state.size });
  }
  return backups;
}

/**
 * Writes a backup beside its place, reads it again and gives it its name only when every byte came back. Throws {@link WrittenDifferently}
 * or the system's error, and then nothing is left behind.
 */
export function writeBackupFile(
  folder: string,
  backup: NamedBackup,
  bytes: Uint8Array,
  disk: Disk,
): Promise<void> {
  return replaceFile(join(folder, backupFileName(backup.id)), bytes, disk, (written) => {
    if (backupHash(written) !== backup.hash) throw new WrittenDifferently("The disk gave other bytes back");
  });
}

/** The bytes of a backup and whether they are what was written. */
export async function readBackupFile(
  folder: string,
  backup: NamedBackup,
  disk: Disk,
): Promise<{ readonly health: BackupHealth; readonly bytes: Uint8Array }> {
  const path = join(folder, backupFileName(backup.id));
  const state = await disk.state(path);
  if (state === null) return { health: "missing", bytes: new Uint8Array() };
  // Longer than any backup that was written: not even read.
  if (state.size > MAX_FILE_BYTES) return { health: "damaged", bytes: new Uint8Array() };
  const read = await disk.readFile(path);
  const bytes = new Uint8Array(read.buffer, read.byteOffset, read.byteLength);
  return { health: backupHash(bytes) === backup.hash ? "good" : "damaged", bytes };
}
