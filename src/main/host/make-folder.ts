import { mkdir, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { errorCode } from "./error-code.ts";

/**
 * Makes a folder and the ones above it where they are missing; rejects with the system's error, `EEXIST` or `ENOTDIR` where a file is in the way.
 * Node's own recursive call never returns where a file system refuses new names with `ENOENT`, as /proc does.
 */
export async function makeFolder(path: string, mode = 0o777): Promise<void> {
  try {
    await mkdir(path, { mode });
  } catch (error) {
    const code = errorCode(error);
    if (code === "ENOENT" && dirname(path) !== path) {
      await makeFolder(dirname(path), mode);
      await mkdir(path, { mode });
    } else if (code !== "EEXIST" || !(await stat(path)).isDirectory()) {
      throw error;
    }
  }
}
