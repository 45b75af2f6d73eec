import { createHash } from "node:crypto";
import { BACKUP_REASONS } from "#bridge/argument-guards.ts";
import type { Backup, BackupRequest } from "#bridge/backup.ts";

/** What the name of a backup says about it: all that is known of it but its size, so that no list can get lost. */
export type NamedBackup = Pick<Backup, "id" | "at" | "reason" | "sequence" | "plans" | "store"> & {
  /** The first half of the bytes' SHA-256, in hex. */
  readonly hash: string;
};

const EXTENSION = ".wunian";

const ID =
  /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z\.([a-z-]+)\.(\d{1,16})\.(\d{1,6})\.([a-z0-9][a-z0-9_-]*)\.([0-9a-f]{32})$/;

/** Names a backup that is made now. */
export function nameBackup(request: BackupRequest, at: Date): NamedBackup {
  const { reason, sequence, plans, store } = request;
  const hash = backupHash(request.bytes);
  const time = at.toISOString().replace(/[-:.]/g, "");
  return {
    id: [time, reason, sequence, plans, store, hash].join("."),
    at: at.getTime(),
    reason,
    sequence,
    plans,
    store,
    hash,
  };
}

/** What the name of a backup says; `null` for a name that is none. */
export function parseBackupId(id: string): NamedBackup | null {
  const [, year, month, day, hour, minute, second, ms, named, sequence, plans, store, hash] =
    ID.exec(id) ?? [];
  const reason = BACKUP_REASONS.find((known) => known === named);
  const at = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}.${ms}Z`);
  if (reason === undefined || store === undefined || hash === undefined || Number.isNaN(at)) return null;
  return { id, at, reason, sequence: Number(sequence), plans: Number(plans), store, hash };
}

/** The name of a backup's file. */
export const backupFileName = (id: string): string => id + EXTENSION;

/** What the name of a file says about the backup in it; `null` for any other file. */
export function parseBackupFileName(name: string): NamedBackup | null {
  return name.endsWith(EXTENSION) ? parseBackupId(name.slice(0, -EXTENSION.length)) : null;
}

/** The part of the SHA-256 that stands in a backup's name. */
export function backupHash(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex").slice(0, 32);
}
