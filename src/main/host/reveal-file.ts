import { spawn } from "node:child_process";
import { dirname } from "node:path";

/** The command that shows a file in the file manager of a platform; Linux has none that selects the file. */
export function revealCommand(platform: NodeJS.Platform, path: string): readonly [string, readonly string[]] {
  if (platform === "win32") return ["explorer.exe", [`/select,${path}`]];
  if (platform === "darwin") return ["open", ["-R", path]];
  return ["xdg-open", [dirname(path)]];
}

/** Shows a file in the system's file manager without a shell between; rejects when the command cannot be started. */
export function revealFile(path: string): Promise<void> {
  const [command, commandArguments] = revealCommand(process.platform, path);
  return new Promise((resolve, reject) => {
    const child = spawn(command, commandArguments, {
      detached: true,
      stdio: "ignore",
    });
    child.once("error", reject);
    child.once("spawn", () => {
      child.unref();
      resolve();
    });
  });
}
