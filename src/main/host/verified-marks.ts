import { join } from "node:path";
import { isBackupId } from "#bridge/argument-guards.ts";
import type { Disk } from "./disk.ts";
import type { Log } from "./log-file.ts";
import { errorCode } from "./error-code.ts";
import { replaceFile } from "./write-file.ts";

/** When each backup was last read whole and found unchanged, in ms since the epoch. Losing them costs another look, no backup. */
export interface VerifiedMarks {
  readonly of: (id: string) => number | null;
  /** `null` takes a mark away. Marks of backups that are no longer `known` go too. */
  readonly set: (id: string, at: number | null, known: readonly string[]) => Promise<void>;
}

/** Thousands of backups take less, in bytes; a larger file is not even read. */
const MAX_BYTES = 4 * 1024 * 1024;

/** Reads the marks of a backup folder; a file that makes no sense, or cannot be read, holds none. */
export async function openVerifiedMarks(folder: string, disk: Disk, log: Log): Promise<VerifiedMarks> {
  const path = join(folder, "verified.json");
  const marks = await readMarks(path, disk, log);
  return {
    of: (id) => marks.get(id) ?? null,
    set: async (id, at, known) => {
      if (at === null) marks.delete(id);
      else marks.set(id, at);
      for (const marked of marks.keys()) if (marked !== id && !known.includes(marked)) marks.delete(marked);
      try {
        await replaceFile(path, `${JSON.stringify(Object.fromEntries(marks))}\n`, disk);
      } catch (error) {
        if (errorCode(error) === "") throw error;
        log.write("warn", `The marks of verified backups were not written (${errorCode(error)})`);
      }
    },
  };
}

async function readMarks(path: string, disk: Disk, log: Log): Promise<Map<string, number>> {
  try {
    const size = (await disk.state(path))?.size ?? 0;
    if (size > 0 && size <= MAX_BYTES) return parse(await disk.readFile(path));
  } catch (error) {
    if (errorCode(error) === "") throw error;
    log.write("warn", `The marks of verified backups were not read (${errorCode(error)})`);
  }
  return new Map();
}

function parse(bytes: Buffer): Map<string, number> {
  try {
    const data: unknown = JSON.parse(bytes.toString("utf8"));
    const entries = typeof data === "object" && data !== null ? Object.entries(data) : [];
    return new Map(
      entries.filter(
        (entry): entry is [string, number] => isBackupId(entry[0]) && typeof entry[1] === "number",
      ),
    );
  } catch {
    // Not JSON: without marks every backup counts as not yet verified.
    return new Map();
  }
}
