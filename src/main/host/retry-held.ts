import { setTimeout } from "node:timers/promises";
import { errorCode } from "./error-code.ts";

/** How long to wait before each further try, in ms: a virus scanner or an indexer lets a new file go within a second or two. */
const PAUSES = [10, 20, 50, 100, 200, 400, 800] as const;

/**
 * Does something with a file again while another program holds it, which only Windows knows: there a file that is open elsewhere can neither be
 * renamed nor removed. Throws the system's error when the last try fails, and any other error at once.
 */
export async function againWhileHeld<T>(
  task: () => Promise<T>,
  platform: NodeJS.Platform = process.platform,
  pauses: readonly number[] = PAUSES,
): Promise<T> {
  for (const pause of platform === "win32" ? pauses : []) {
    try {
      return await task();
    } catch (error) {
      if (!["EPERM", "EACCES", "EBUSY"].includes(errorCode(error))) throw error;
      await setTimeout(pause);
    }
  }
  return task();
}
