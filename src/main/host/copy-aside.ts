import { copyFile, mkdir, open, readdir, rename, rm } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { nodeDisk } from "./disk.ts";
import { errorCode } from "./error-code.ts";
import { isDiskFull, isHeld } from "./file-error.ts";

/** The browser holds this one for itself as long as it runs, and nothing is in it. */
const LOCK = "LOCK";

/**
 * Keeps a copy of the browser's own store before it is emptied, for whoever looks into the damage; one copy, the latest. What the disk cannot read any more is
 * left out. Rejects where the disk is full or another program holds a file: then the store is perhaps not damaged at all, or would be lost. Resolves to
 * whether anything was there to copy, and then that lies on the disk for good.
 */
export async function copyAside(
  browserStore: string,
  dataFolder: string,
  copy: (from: string, to: string) => Promise<void> = copyForGood,
): Promise<boolean> {
  const aside = join(dataFolder, "damaged-database");
  const begun = `${aside}.new`;
  await rm(begun, { recursive: true, force: true });
  let copied = 0;
  for (const path of await filesBelow(browserStore)) {
    const to = join(begun, relative(browserStore, path));
    await mkdir(dirname(to), { recursive: true });
    if (await isCopied(copy(path, to))) copied += 1;
  }
  if (copied === 0) return false;
  await rm(aside, { recursive: true, force: true });
  await rename(begun, aside);
  // The browser empties its own next: a power cut after that must find this one.
  for (const folder of [...(await foldersBelow(aside)), aside, dataFolder]) await nodeDisk.syncFolder(folder);
  return true;
}

async function copyForGood(from: string, to: string): Promise<void> {
  await copyFile(from, to);
  const file = await open(to, "r+");
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

async function foldersBelow(folder: string): Promise<readonly string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  return found.flatMap((entry) => (entry.isDirectory() ? [join(entry.parentPath, entry.name)] : []));
}

async function filesBelow(folder: string): Promise<readonly string[]> {
  try {
    const found = await readdir(folder, { recursive: true, withFileTypes: true });
    const files = found.filter((entry) => entry.isFile() && entry.name !== LOCK);
    return files.map(({ parentPath, name }) => join(parentPath, name));
  } catch (error) {
    if (errorCode(error) === "ENOENT") return [];
    throw error;
  }
}

async function isCopied(copying: Promise<void>): Promise<boolean> {
  try {
    await copying;
    return true;
  } catch (error) {
    if (errorCode(error) === "" || isDiskFull(error) || isHeld(error)) throw error;
    return false;
  }
}
