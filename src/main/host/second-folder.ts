import { realpath } from "node:fs/promises";
import { basename, isAbsolute, join, relative, sep } from "node:path";
import type { Reply } from "#bridge/desktop-bridge.ts";
import { done, refused } from "#bridge/reply.ts";
import type { Disk } from "./disk.ts";
import { errorCode } from "./error-code.ts";
import { acceptFolder } from "./export-folder.ts";
import { refusedWrite } from "./file-error.ts";
import { makeLastingFolder } from "./lasting-folder.ts";
import { replaceFile } from "./write-file.ts";

/** The folder that holds the backups in whatever place the planner names, so that they do not lie among other files. */
const FOLDER_NAME = "五年备份";

/**
 * Marks a folder as ours. Where a stick is not plugged in, its path may still lead to an empty folder of the system's own
 * disk, and a backup there would be none.
 */
export const SECOND_FOLDER_MARK = ".wunian-backups";

/** Where the backups lie below the place that the planner named. */
export function secondBackupFolder(named: string): string {
  return basename(named) === FOLDER_NAME ? named : join(named, FOLDER_NAME);
}

/**
 * Takes a place for second copies as a planner typed it, and marks it; the place itself is what is kept in the settings. One in the data folder itself is
 * a bad argument: whatever takes the one away takes the other.
 */
export async function acceptBackupFolder(
  typed: string,
  home: string,
  dataFolder: string,
  disk: Disk,
): Promise<Reply<string>> {
  const accepted = await acceptFolder(typed, home);
  if (!accepted.ok) return accepted;
  try {
    if (isWithin(await realpath(accepted.value), await realpath(dataFolder)))
      return refused("bad-argument", "A second copy beside the first one is none");
    const folder = secondBackupFolder(accepted.value);
    await makeLastingFolder(folder, disk);
    if ((await disk.state(join(folder, SECOND_FOLDER_MARK))) === null)
      await replaceFile(join(folder, SECOND_FOLDER_MARK), "五年 wunian\n", disk);
    return done(accepted.value);
  } catch (error) {
    return refusedWrite(error);
  }
}

/** Whether the folder is there and carries our mark; a stick that was pulled out may answer with any error. */
export async function isSecondFolderThere(folder: string, disk: Disk): Promise<boolean> {
  try {
    return (await disk.state(join(folder, SECOND_FOLDER_MARK))) !== null;
  } catch (error) {
    if (errorCode(error) === "") throw error;
    return false;
  }
}

function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
