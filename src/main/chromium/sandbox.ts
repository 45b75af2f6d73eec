import { readFile } from "node:fs/promises";
import { errorCode } from "#main/host/error-code.ts";

/** Why the browser has to run without its sandbox; `null` when it can have it. */
export type NoSandboxReason = "root" | "no-user-namespaces" | null;

/** Asks the system whether a browser can be started with its sandbox. Only Linux has reasons against it. */
export async function noSandboxReason(): Promise<NoSandboxReason> {
  if (process.platform !== "linux") return null;
  if (process.getuid?.() === 0) return "root";
  const switches = ["/proc/sys/kernel/unprivileged_userns_clone", "/proc/sys/user/max_user_namespaces"];
  const values = await Promise.all(switches.map(readOrNull));
  return values.includes("0") ? "no-user-namespaces" : null;
}

async function readOrNull(path: string): Promise<string | null> {
  try {
    return (await readFile(path, "utf8")).trim();
  } catch (error) {
    if (["ENOENT", "EACCES"].includes(errorCode(error))) return null;
    throw error;
  }
}
