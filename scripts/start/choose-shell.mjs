import {
  downloadElectron,
  electronProgram,
  rememberDownload,
  rememberedFailure,
} from "./electron-program.mjs";

/** @typedef {{ shell: "electron", program: string, why: string } | { shell: "chromium", why: string } | { shell: null, why: string }} Choice */

/**
 * Picks the shell: the asked one; else Electron where it is there or can be had; else Chromium.
 * @param {{ root: string, asked: string | null, smoke: boolean, words: import("./words.mjs").StartWords, onProgress: (percent: number) => void }} wish
 * @returns {Promise<Choice>}
 */
export async function chooseShell({ root, asked, smoke, words, onProgress }) {
  if (asked === "chromium") return { shell: "chromium", why: words.asked };
  if (asked === null && smoke && !hasDisplay()) return { shell: "chromium", why: words.smokeWithoutDisplay };
  const present = electronProgram();
  if (present !== null) return { shell: "electron", program: present, why: words.electronPresent };
  const failedAt = asked === null ? await rememberedFailure(root) : null;
  if (failedAt !== null)
    return {
      shell: "chromium",
      why: words.rememberedUnreachable(failedAt.toLocaleString("sv-SE").slice(0, 16)),
    };
  const download = await downloadElectron(onProgress);
  await rememberDownload(root, "failure" in download);
  if ("program" in download)
    return { shell: "electron", program: download.program, why: words.electronDownloaded };
  return asked === "electron"
    ? { shell: null, why: words.electronMissing(download.failure) }
    : { shell: "chromium", why: words.unreachable(download.failure) };
}

function hasDisplay() {
  return process.platform !== "linux" || Boolean(process.env.DISPLAY) || Boolean(process.env.WAYLAND_DISPLAY);
}
