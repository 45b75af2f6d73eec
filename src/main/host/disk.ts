import { open, readdir, readFile, rename, rm, stat, statfs, type FileHandle } from "node:fs/promises";
import type { Stats } from "node:fs";
import { errorCode } from "./error-code.ts";
import { makeFolder } from "./make-folder.ts";
import { againWhileHeld } from "./retry-held.ts";

/** What a file is at the moment. */
export interface FileState {
  /** In bytes. */
  readonly size: number;
  /** In ms since the epoch. */
  readonly changedAt: number;
  /** Stays the same while a file lives, whatever its name; differs from that of every other file. */
  readonly identity: string;
}

/** An open file. */
export interface DiskFile {
  readonly append: (bytes: Uint8Array) => Promise<void>;
  readonly read: (start: number, length: number) => Promise<Buffer>;
  readonly truncate: (size: number) => Promise<void>;
  /** Returns when what was written would survive a power cut. */
  readonly sync: () => Promise<void>;
  readonly state: () => Promise<FileState>;
  readonly close: () => Promise<void>;
}

/**
 * The few file operations on which the planner's data rests: journal, backups and replaced files. A port, so that tests can cut
 * the power or fail any single one of them; every method throws the system's error.
 */
export interface Disk {
  /** Opens a file at its end: `new` must not exist yet (`EEXIST`), `any` is made where it is missing. */
  readonly open: (path: string, which: "new" | "any") => Promise<DiskFile>;
  readonly readFile: (path: string) => Promise<Buffer>;
  /** `null` when there is no such file. */
  readonly state: (path: string) => Promise<FileState | null>;
  /** Names of the files in a folder, sorted; none where there is no folder. */
  readonly list: (folder: string) => Promise<readonly string[]>;
  readonly rename: (from: string, to: string) => Promise<void>;
  /** Removes a file; one that is not there is no error. */
  readonly remove: (path: string) => Promise<void>;
  /** Makes a folder for the planner's eyes only; one that is there is no error. Its name lasts once the folder above it is synced. */
  readonly makeFolder: (path: string) => Promise<void>;
  /** Makes the names in a folder survive a power cut, as far as its file system knows how: see {@link confirmsNames}. */
  readonly syncFolder: (folder: string) => Promise<void>;
  /** Free bytes on the disk of a folder; `null` where the system does not tell. */
  readonly free: (folder: string) => Promise<number | null>;
}

/** The disk of this machine. */
export const nodeDisk: Disk = {
  open: async (path, which) => openFile(await open(path, which === "new" ? "ax+" : "a+", 0o600)),
  readFile: (path) => readFile(path),
  state: (path) => unlessMissing(async () => stateOf(await stat(path)), null),
  list: (folder) => unlessMissing(async () => (await readdir(folder)).sort(), []),
  rename: (from, to) => againWhileHeld(() => rename(from, to)),
  remove: (path) => againWhileHeld(() => rm(path, { force: true })),
  makeFolder: (path) => makeFolder(path, 0o700),
  syncFolder: async (folder) => {
    await confirmsNames(folder);
  },
  free: async (folder) => {
    try {
      const { bavail, bsize } = await statfs(folder);
      return bavail * bsize;
    } catch (error) {
      if (errorCode(error) === "") throw error;
      return null;
    }
  },
};

/** What file systems answer that cannot sync a folder: shares of other machines, and some that stand for a stick's. */
const CANNOT_SYNC = ["EINVAL", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EPERM", "EBADF", "EISDIR"];

/**
 * Syncs a folder and tells whether its file system confirms by it that the names in it survive a power cut. Where it cannot, nobody can do more
 * than to write the files themselves. Throws the system's error.
 */
export async function confirmsNames(folder: string): Promise<boolean> {
  // Windows has no such call and needs none.
  if (process.platform === "win32") return true;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
    return true;
  } catch (error) {
    if (CANNOT_SYNC.includes(errorCode(error))) return false;
    throw error;
  } finally {
    await handle.close();
  }
}

function openFile(file: FileHandle): DiskFile {
  return {
    append: (bytes) => file.appendFile(bytes),
    read: async (start, length) => {
      const buffer = Buffer.alloc(length);
      let filled = 0;
      while (filled < length) {
        const { bytesRead } = await file.read(buffer, filled, length - filled, start + filled);
        if (bytesRead === 0) break;
        filled += bytesRead;
      }
      return buffer.subarray(0, filled);
    },
    truncate: (size) => file.truncate(size),
    sync: () => file.sync(),
    state: async () => stateOf(await file.stat()),
    close: () => file.close(),
  };
}

function stateOf(stats: Stats): FileState {
  return { size: stats.size, changedAt: stats.mtimeMs, identity: `${stats.dev}:${stats.ino}` };
}

async function unlessMissing<T>(ask: () => Promise<T>, missing: T): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (errorCode(error) === "ENOENT") return missing;
    throw error;
  }
}
