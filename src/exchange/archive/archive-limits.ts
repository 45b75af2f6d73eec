/** What an archive may hold before reading it is refused; each is far above any real plan. */
export interface ArchiveLimits {
  /** The file itself, in bytes. */
  readonly packed: number;
  /** All entries unpacked, in bytes, counted while they are unpacked. */
  readonly unpacked: number;
  readonly entries: number;
  /** How many times larger than its packed bytes an entry may become. */
  readonly ratio: number;
}

/** The limits for a file from outside, such as a workbook. */
export const ARCHIVE_LIMITS: ArchiveLimits = {
  packed: 50 * 1024 * 1024,
  unpacked: 200 * 1024 * 1024,
  entries: 2_000,
  ratio: 200,
};

/** How many times larger than its packed bytes deflate can make an entry; one that repeats itself may come near it. */
const DEFLATE_RATIO = 1_032;

/**
 * The limits for a plan file from anywhere. Other than a workbook it may hold whatever plans a library holds, which repeat themselves; so its
 * bytes alone are counted while it is unpacked. Nothing that this program could not read again is exported.
 */
export const PLAN_FILE_LIMITS: ArchiveLimits = {
  ...ARCHIVE_LIMITS,
  unpacked: 500 * 1024 * 1024,
  ratio: DEFLATE_RATIO,
};

/**
 * The limits for a backup, whose bytes the machine has found to be those that the program itself wrote: what could be written must come back.
 * It packs no tighter than deflate can, and it crossed the bridge. A larger one is not written.
 */
export const BACKUP_LIMITS: ArchiveLimits = {
  packed: 64 * 1024 * 1024,
  unpacked: 1024 * 1024 * 1024,
  entries: 20_000,
  ratio: DEFLATE_RATIO,
};

/** Entries this small may be packed at any ratio: short JSON that repeats itself packs well. */
export const SMALL_ENTRY_BYTES = 1024 * 1024;
