import { dirname } from "node:path";
import type { Disk } from "./disk.ts";
import { errorCode } from "./error-code.ts";

/** Folders whose names this process has seen to last, by disk. */
const lasting = new WeakMap<Disk, Set<string>>();

/**
 * Makes a folder, and the ones above it, whose names survive a power cut. One that is there already is not trusted to: a program that was killed
 * may have made it and not got so far. Throws the system's error.
 */
export async function makeLastingFolder(path: string, disk: Disk): Promise<void> {
  const known = lasting.get(disk) ?? new Set();
  lasting.set(disk, known);
  const isThere = (await disk.state(path)) !== null;
  const above = dirname(path);
  if (above === path || (isThere && known.has(path))) return;
  await makeLastingFolder(above, disk);
  if (!isThere) await disk.makeFolder(path);
  try {
    await disk.syncFolder(above);
  } catch (error) {
    // A folder of the system's that we may not read is none in which we made a name.
    if (!isThere || !["EACCES", "EPERM"].includes(errorCode(error))) throw error;
  }
  known.add(path);
}
