import { homedir } from "node:os";
import { join, posix, win32 } from "node:path";
import { err, ok, type Result } from "#core/result.ts";
import { type Disk, nodeDisk } from "./disk.ts";
import { errorCode } from "./error-code.ts";
import { isDiskFull } from "./file-error.ts";
import { makeLastingFolder } from "./lasting-folder.ts";

/** Why the data folder cannot be used. */
export interface DataFolderError {
  readonly kind: "unwritable";
  readonly folder: string;
  /** The system's code, such as `EACCES`. */
  readonly code: string;
}

/** What the place of a folder depends on. */
export interface FolderEnvironment {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
}

/** The environment of this process. */
export const thisEnvironment = (): FolderEnvironment => ({
  platform: process.platform,
  env: process.env,
  home: homedir(),
});

/** The place of the program's data by the customs of the platform. */
export function defaultDataFolder({ platform, env, home }: FolderEnvironment): string {
  if (platform === "win32")
    return win32.join(env["APPDATA"] ?? win32.join(home, "AppData", "Roaming"), "wunian");
  if (platform === "darwin") return posix.join(home, "Library", "Application Support", "wunian");
  const base = env["XDG_DATA_HOME"];
  // The XDG rules say that a relative path is to be ignored.
  return posix.join(
    base !== undefined && posix.isAbsolute(base) ? base : posix.join(home, ".local", "share"),
    "wunian",
  );
}

/**
 * Makes the data folder when it is missing and proves by a trial file that it can be written. A disk without room is no reason to refuse a
 * folder that holds something: it can still be looked at and exported.
 */
export async function prepareDataFolder(
  folder: string,
  disk: Disk = nodeDisk,
): Promise<Result<string, DataFolderError>> {
  const trial = join(folder, `.trial-${process.pid}`);
  try {
    await makeLastingFolder(folder, disk);
    const file = await disk.open(trial, "any");
    await file.append(Buffer.from("trial")).finally(file.close);
    await disk.remove(trial);
    return ok(folder);
  } catch (error) {
    const code = errorCode(error);
    if (code === "") throw error;
    if (!isDiskFull(error)) return err({ kind: "unwritable", folder, code });
    await disk.remove(trial);
    return (await disk.list(folder)).length > 0 ? ok(folder) : err({ kind: "unwritable", folder, code });
  }
}
