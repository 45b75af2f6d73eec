import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { errorCode } from "./error-code.ts";

const run = promisify(execFile);

/**
 * When the process with this number began: text that is the same whenever it is asked for the same process, and another for
 * a later process that got the same number. `null` when no such process runs.
 */
export async function processStart(pid: number): Promise<string | null> {
  if (!isRunning(pid)) return null;
  try {
    if (process.platform === "linux") return linuxStart(await readFile(`/proc/${pid}/stat`, "utf8"));
    const { stdout } =
      process.platform === "win32"
        ? await run("powershell.exe", [
            "-NoProfile",
            "-Command",
            `(Get-Process -Id ${pid}).StartTime.ToUniversalTime().ToString('o')`,
          ])
        : await run("ps", ["-o", "lstart=", "-p", String(pid)], { env: { ...process.env, LC_ALL: "C" } });
    return stdout.trim();
  } catch (error) {
    if (["ENOENT", "ESRCH"].includes(errorCode(error)) && !isRunning(pid)) return null;
    // The time is not to be had here; a running process is then taken for the one that is meant.
    return "";
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === "EPERM";
  }
}

/** The start in clock ticks since boot: field 22, counted behind the name, which may hold spaces and brackets itself. */
function linuxStart(stat: string): string {
  return (
    stat
      .slice(stat.lastIndexOf(")") + 2)
      .split(" ")
      .at(19) ?? ""
  );
}
