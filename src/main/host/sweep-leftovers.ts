import { join } from "node:path";
import { isStoreName } from "#bridge/argument-guards.ts";
import { FILE_EXTENSIONS } from "#bridge/file-kinds.ts";
import { parseBackupFileName } from "./backup-name.ts";
import type { Disk } from "./disk.ts";
import { errorCode } from "./error-code.ts";
import { isSegmentTail } from "./journal-store.ts";
import type { Log } from "./log-file.ts";
import { SECOND_FOLDER_MARK } from "./second-folder.ts";
import { temporaryOf } from "./write-file.ts";

/** What was removed. */
export interface Swept {
  readonly files: number;
  /** In bytes. */
  readonly bytes: number;
}

interface SweptFolder {
  readonly folder: string;
  /** How long nobody has written to a file that counts as left, in ms. */
  readonly age: number;
  readonly isLeft: (name: string) => boolean;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const BACKUP_PARTS = ["verified.json", SECOND_FOLDER_MARK];
const EXTENSIONS: readonly string[] = Object.values(FILE_EXTENSIONS);

/**
 * Removes what a program that was killed while it wrote has left in the data folder and in that of second copies (`null` for none): files under the hidden
 * names that ours have until they are whole, long untouched, and of kinds that lie in that very folder. Any other file stays. To be called while this
 * process holds the data folder. A folder that cannot be read is passed over and logged.
 */
export async function sweepLeftovers(
  dataFolder: string,
  second: string | null,
  now: number,
  disk: Disk,
  log: Log,
): Promise<Swept> {
  const journal = join(dataFolder, "journal");
  const stores = (await disk.list(journal)).filter(isStoreName);
  const own: readonly SweptFolder[] = [
    { folder: dataFolder, age: HOUR, isLeft: isLeftInDataFolder },
    { folder: join(dataFolder, "backups"), age: HOUR, isLeft: isLeftOfBackup },
    ...stores.map((store) => ({ folder: join(journal, store), age: HOUR, isLeft: isLeftOfJournal })),
  ];
  // Another machine may write to the same stick or drive, by a clock of its own.
  const shared = second === null ? [] : [{ folder: second, age: DAY, isLeft: isLeftOfBackup }];
  return sweep([...own, ...shared], now, disk, log);
}

/** As {@link sweepLeftovers}, for a folder that exports go to, into which others may write, too. */
export async function sweepExports(folder: string, now: number, disk: Disk, log: Log): Promise<Swept> {
  return sweep([{ folder, age: DAY, isLeft: isLeftOfExport }], now, disk, log);
}

async function sweep(folders: readonly SweptFolder[], now: number, disk: Disk, log: Log): Promise<Swept> {
  let swept: Swept = { files: 0, bytes: 0 };
  for (const { folder, age, isLeft } of folders) {
    try {
      for (const name of (await disk.list(folder)).filter(isLeft)) {
        const state = await disk.state(join(folder, name));
        if (state === null || state.changedAt > now - age) continue;
        await disk.remove(join(folder, name));
        swept = { files: swept.files + 1, bytes: swept.bytes + state.size };
      }
    } catch (error) {
      if (errorCode(error) === "") throw error;
      log.write("warn", `${folder} was not looked through for files left behind (${errorCode(error)})`);
    }
  }
  if (swept.files > 0)
    log.write("info", `removed ${swept.files} files that a killed run had left (${swept.bytes} bytes)`);
  return swept;
}

function isLeftInDataFolder(name: string): boolean {
  return (
    temporaryOf(name) === "settings.json" ||
    name === "electron-window.json.tmp" ||
    /^\.trial-\d+$/.test(name) ||
    /^instance\.draft-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(name)
  );
}

function isLeftOfBackup(name: string): boolean {
  const meant = temporaryOf(name);
  return meant !== null && (BACKUP_PARTS.includes(meant) || parseBackupFileName(meant) !== null);
}

function isLeftOfJournal(name: string): boolean {
  return isSegmentTail(temporaryOf(name) ?? "");
}

function isLeftOfExport(name: string): boolean {
  const meant = temporaryOf(name);
  return meant !== null && EXTENSIONS.some((extension) => meant.endsWith(`.${extension}`));
}
