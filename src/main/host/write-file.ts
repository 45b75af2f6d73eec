import { randomUUID } from "node:crypto";
import { basename, dirname, join } from "node:path";
import { type Disk, nodeDisk } from "./disk.ts";

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
  const temporary = join(dirname(path), `.${basename(path)}.${randomUUID().slice(0, 8)}.tmp`);
  try {
    const file = await disk.open(temporary, "new");
    try {
      await file.append(typeof bytes === "string" ? Buffer.from(bytes) : bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    check?.(await disk.readFile(temporary));
    await disk.rename(temporary, path);
  } catch (error) {
    await disk.remove(temporary);
    throw error;
  }
  await disk.syncFolder(dirname(path));
}

/**
 * Writes a file that must not exist yet. Throws the system's error: `EEXIST` when there is one, and then nothing is touched.
 * The name is reserved with an empty file first, so that the finished bytes can take its place in one step.
 */
export async function createFile(path: string, bytes: Uint8Array, disk: Disk = nodeDisk): Promise<void> {
  const reservation = await disk.open(path, "new");
  await reservation.close();
  try {
    await replaceFile(path, bytes, disk);
  } catch (error) {
    await disk.remove(path);
    throw error;
  }
}
