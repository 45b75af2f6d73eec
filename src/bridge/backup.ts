/** Why a backup was made; those before an upgrade are kept for good. */
export type BackupReason =
  | "periodic"
  | "manual"
  | "before-import"
  | "before-bulk-edit"
  | "before-restore"
  | "before-merge"
  | "before-removal"
  | "before-upgrade";

/** What to keep as a backup. */
export interface BackupRequest {
  /** The database that was backed up. */
  readonly store: string;
  /** The last journal entry that the backup contains; 0 before the first edit. */
  readonly sequence: number;
  readonly reason: BackupReason;
  /** How many plans of the planner's own it holds. */
  readonly plans: number;
  /** The backup itself, in its canonical form; the machine keeps it byte for byte. */
  readonly bytes: Uint8Array;
}

/** A backup that is there. */
export interface Backup extends Omit<BackupRequest, "bytes"> {
  /** Names it to {@link DesktopBridge.readBackup} and {@link DesktopBridge.verifyBackup}. */
  readonly id: string;
  /** When it was made, in ms since the epoch. */
  readonly at: number;
  /** Its size in bytes. */
  readonly size: number;
  /** When it was last read whole and found unchanged, in ms since the epoch; `null` when it never was, or the last look found damage. */
  readonly verifiedAt: number | null;
  /** In which folders a copy of it lies. */
  readonly places: readonly BackupPlace[];
}

/** The program's own folder, or the second one that the planner named, such as a USB stick. */
export type BackupPlace = "own" | "second";

/**
 * How the second backup folder does. `absent`: none of our marks is there, as when the stick is not plugged in; that is calm, and the
 * next backup is copied once it is back.
 */
export type SecondFolder =
  | { readonly kind: "none" }
  | { readonly kind: "ready"; readonly label: string }
  | { readonly kind: "absent"; readonly label: string };

/** All backups, the newest first, and the second folder. */
export interface BackupList {
  readonly backups: readonly Backup[];
  readonly second: SecondFolder;
}

/** What became of the copy in the second folder. */
export type SecondCopy = "none" | "written" | "absent" | "full" | "failed";

/** What became of a backup: `empty` was not kept, because it holds no plan while an older one does. */
export type BackupOutcome =
  | { readonly kind: "written"; readonly backup: Backup; readonly second: SecondCopy }
  | { readonly kind: "empty" };

/** What a look at a backup found in each of its places. */
export interface BackupCheck {
  readonly own: BackupHealth;
  readonly second: BackupHealth;
  /** Where a damaged copy was written again from the good one in the other place. */
  readonly mended: readonly BackupPlace[];
  /** As {@link Backup.verifiedAt}, after the look. */
  readonly verifiedAt: number | null;
}

/** Whether a copy holds exactly what was written. */
export type BackupHealth = "good" | "damaged" | "missing";
