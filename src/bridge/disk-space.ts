/** Below this many free bytes the planner is warned. */
export const LOW_DISK_BYTES = 2 * 1024 ** 3;

/** Below this many free bytes nothing new is edited, so that what is there can still be saved, exported and restored. */
export const READ_ONLY_DISK_BYTES = 500 * 1024 ** 2;

/** What a backup must leave free, so that the journal can still take edits; in bytes. */
export const BACKUP_RESERVE_BYTES = 100 * 1024 ** 2;

/** How much may still be written. */
export type DiskLevel = "enough" | "low" | "read-only";

/** The free space of the disk that holds the planner's data; `null` bytes where the system does not tell, which counts as enough. */
export interface DiskSpace {
  readonly free: number | null;
  readonly level: DiskLevel;
}

/** Judges free space in bytes; what the system does not tell is no reason to keep a planner from working. */
export function diskLevel(free: number | null): DiskLevel {
  if (free === null || free >= LOW_DISK_BYTES) return "enough";
  return free >= READ_ONLY_DISK_BYTES ? "low" : "read-only";
}
