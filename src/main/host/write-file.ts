import { randomUUID } from "node:crypto";
import { open, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

/**
 * Replaces a file as one step: a reader, and a power cut, see the old content or the new one.
 * The bytes and the name are on the disk when it returns. Throws the system's error.
 */
export async function replaceFile(path: string, bytes: Uint8Array | string): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path)}.${randomUUID().slice(0, 8)}.tmp`);
  try {
    const file = await open(temporary, "wx", 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await syncFolder(dirname(path));
}

/**
 * Writes a file that must not exist yet. Throws the system's error: `EEXIST` when there is one, and then nothing is touched.
 * The name is reserved with an empty file first, so that the finished bytes can take its place in one step.
 */
export async function createFile(path: string, bytes: Uint8Array): Promise<void> {
  const reservation = await open(path, "wx", 0o644);
  await reservation.close();
  try {
    await replaceFile(path, bytes);
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}

/** Makes the names in a folder last through a power cut; Windows has no such call and needs none. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
