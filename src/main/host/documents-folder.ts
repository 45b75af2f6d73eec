import { readFile } from "node:fs/promises";
import { posix, win32 } from "node:path";
import type { FolderEnvironment } from "./data-folder.ts";
import { errorCode } from "./error-code.ts";

/**
 * The user's Documents folder: XDG_DOCUMENTS_DIR of user-dirs.dirs on Linux (a Chinese desktop names it 文档),
 * Documents in the profile else. It need not exist.
 */
export async function documentsFolder(environment: FolderEnvironment): Promise<string> {
  const { platform, env, home } = environment;
  if (platform === "win32") return win32.join(env["USERPROFILE"] ?? home, "Documents");
  if (platform === "darwin") return posix.join(home, "Documents");
  const fromEnvironment = env["XDG_DOCUMENTS_DIR"];
  if (fromEnvironment !== undefined && posix.isAbsolute(fromEnvironment)) return fromEnvironment;
  const config = env["XDG_CONFIG_HOME"] ?? posix.join(home, ".config");
  return (
    parseUserDirs(await readOrEmpty(posix.join(config, "user-dirs.dirs")), home) ??
    posix.join(home, "Documents")
  );
}

/** The Documents folder that the text of a user-dirs.dirs file names; `null` when it names none or the home folder itself. */
export function parseUserDirs(text: string, home: string): string | null {
  const value = /^\s*XDG_DOCUMENTS_DIR="((?:[^"\\]|\\.)*)"/m.exec(text)?.[1]?.replace(/\\(.)/g, "$1");
  if (value === undefined) return null;
  const path = value === "$HOME" || value.startsWith("$HOME/") ? posix.join(home, value.slice(5)) : value;
  return posix.isAbsolute(path) && posix.relative(home, path) !== "" ? posix.normalize(path) : null;
}

async function readOrEmpty(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if (["ENOENT", "EACCES", "ENOTDIR", "EISDIR"].includes(errorCode(error))) return "";
    throw error;
  }
}
