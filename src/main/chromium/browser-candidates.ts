import type { FolderEnvironment } from "#main/host/data-folder.ts";

/** A place where a browser may be. */
export interface BrowserCandidate {
  readonly name: "Chromium" | "Google Chrome" | "Microsoft Edge";
  readonly path: string;
}

type Names = readonly (readonly [BrowserCandidate["name"], readonly string[]])[];

const LINUX_COMMANDS: Names = [
  ["Chromium", ["chromium", "chromium-browser"]],
  ["Google Chrome", ["google-chrome-stable", "google-chrome"]],
  ["Microsoft Edge", ["microsoft-edge-stable", "microsoft-edge"]],
];

const LINUX_FOLDERS = [
  "/usr/bin",
  "/usr/local/bin",
  "/snap/bin",
  "/opt/google/chrome",
  "/opt/microsoft/msedge",
];

const WINDOWS_FILES: Names = [
  ["Google Chrome", ["Google\\Chrome\\Application\\chrome.exe"]],
  ["Microsoft Edge", ["Microsoft\\Edge\\Application\\msedge.exe"]],
  ["Chromium", ["Chromium\\Application\\chrome.exe"]],
];

const MAC_FILES: Names = [
  ["Google Chrome", ["Google Chrome.app/Contents/MacOS/Google Chrome"]],
  ["Chromium", ["Chromium.app/Contents/MacOS/Chromium"]],
  ["Microsoft Edge", ["Microsoft Edge.app/Contents/MacOS/Microsoft Edge"]],
];

/** Every place where a Chromium, Chrome or Edge may be on a platform, best first; none of them need exist. */
export function browserCandidates({ platform, env, home }: FolderEnvironment): readonly BrowserCandidate[] {
  if (platform === "win32") return windowsCandidates(env);
  if (platform === "darwin") return placed(MAC_FILES, ["/Applications", `${home}/Applications`], "/");
  const folders = (env["PATH"] ?? "").split(":").filter((folder) => folder.startsWith("/"));
  return placed(LINUX_COMMANDS, [...new Set([...folders, ...LINUX_FOLDERS])], "/");
}

function windowsCandidates(env: FolderEnvironment["env"]): readonly BrowserCandidate[] {
  const folders = ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"].flatMap((name) => env[name] ?? []);
  return placed(WINDOWS_FILES, folders, "\\");
}

function placed(names: Names, folders: readonly string[], separator: string): readonly BrowserCandidate[] {
  return names.flatMap(([name, files]) =>
    files.flatMap((file) => folders.map((folder) => ({ name, path: folder + separator + file }))),
  );
}
