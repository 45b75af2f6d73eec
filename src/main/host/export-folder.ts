import { rm, writeFile } from "node:fs/promises";
import { isAbsolute, join, normalize } from "node:path";
import { randomUUID } from "node:crypto";
import type { Reply } from "#bridge/desktop-bridge.ts";
import { done, refused } from "#bridge/reply.ts";
import { refusedWrite } from "./file-error.ts";
import { makeFolder } from "./make-folder.ts";

/** The name of the default export folder inside the user's Documents folder. */
export const EXPORT_FOLDER_NAME = "五年";

/**
 * Takes a folder as a planner typed it (`~/图表` means the home folder), makes it when it is missing, and proves that a
 * file can be written there. A path that is not absolute is a bad argument: it would depend on where the program started.
 */
export async function acceptFolder(typed: string, home: string): Promise<Reply<string>> {
  const trimmed = typed.trim().replace(/^"(.*)"$/, "$1");
  const path = /^~(?=$|[/\\])/.test(trimmed) ? join(home, trimmed.slice(1)) : trimmed;
  if (!isAbsolute(path)) return refused("bad-argument", "The folder is not an absolute path");
  const folder = normalize(path);
  try {
    await makeFolder(folder);
    const trial = join(folder, `.${randomUUID().slice(0, 8)}.tmp`);
    await writeFile(trial, "", { flag: "wx" });
    await rm(trial);
    return done(folder);
  } catch (error) {
    return refusedWrite(error);
  }
}
