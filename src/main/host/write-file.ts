import { randomUUID } from "node:crypto";
import { basename, dirname, join } from "node:path";
import { type Disk, nodeDisk } from "./disk.ts";
import { errorCode } from "./error-code.ts";

/**
 * Replaces a file as one step: a reader, and a power cut, see the old content or the new one.
 * The bytes and the name are on the disk when it returns. `check` sees what the disk then gives back, before it takes the
 * name, and stops everything by throwing. Throws the system's error.
 */
export async function replaceFile(
  path: string,
  bytes: Uint8Array | string,
  disk: Disk = nodeDisk,
  check?: (written: Buffer) => void,
): Promise<void> {
  const temporary = temporaryPath(path);
  try {
    await writeNew(temporary, bytes, disk);
    check?.(await disk.readFile(temporary));
    await disk.rename(temporary, path);
  } catch (error) {
    await disk.remove(temporary);
    throw error;
  }
  await disk.syncFolder(dirname(path));
}

/**
 * Writes a file under the first of some names in one folder that is free, and returns it. Throws the system's error: `EEXIST` when none is, and then
 * nothing is touched. A name is taken once all bytes are on the disk, so that nobody sees a file that is empty or half there.
 */
export async function createFile(
  paths: readonly string[],
  bytes: Uint8Array,
  disk: Disk = nodeDisk,
): Promise<string> {
  const [first] = paths;
  if (first === undefined) throw new RangeError("no name for a new file");
  const temporary = temporaryPath(first);
  try {
    await writeNew(temporary, bytes, disk);
    return await takeFreeName(temporary, paths, disk);
  } catch (error) {
    await disk.remove(temporary);
    throw error;
  }
}

function temporaryPath(path: string): string {
  return join(dirname(path), `.${basename(path)}.${randomUUID().slice(0, 8)}.tmp`);
}

/** The name that a file under one of our hidden names was to get; `null` for any other file. */
export function temporaryOf(name: string): string | null {
  return /^\.(.+)\.[0-9a-f]{8}\.tmp$/su.exec(name)?.[1] ?? null;
}

async function writeNew(path: string, bytes: Uint8Array | string, disk: Disk): Promise<void> {
  const file = await disk.open(path, "new");
  try {
    await file.append(typeof bytes === "string" ? Buffer.from(bytes) : bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function takeFreeName(temporary: string, paths: readonly string[], disk: Disk): Promise<string> {
  for (const [at, path] of paths.entries()) {
    try {
      await takeName(temporary, path, disk);
      return path;
    } catch (error) {
      if (errorCode(error) !== "EEXIST" || at === paths.length - 1) throw error;
    }
  }
  throw new RangeError("no name for a new file");
}

/** Moves a file to a name that must be free: only a file that is opened as a new one proves that, and the move takes its place at once. */
async function takeName(temporary: string, path: string, disk: Disk): Promise<void> {
  const proof = await disk.open(path, "new");
  try {
    await proof.close();
    await disk.rename(temporary, path);
    await disk.syncFolder(dirname(path));
  } catch (error) {
    await disk.remove(path);
    throw error;
  }
}
