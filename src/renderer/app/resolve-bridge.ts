import { CHROMIUM_BINDING, type ChromiumBinding } from "#bridge/chromium-binding.ts";
import type { DesktopBridge } from "#bridge/desktop-bridge.ts";

declare global {
  interface Window {
    /** Set by Electron's preload script. */
    readonly desktopBridge?: DesktopBridge;
    /** Set by the Chromium shell. */
    readonly [CHROMIUM_BINDING]?: ChromiumBinding;
  }
}

/** Where a shell puts its bridge. */
export type BridgeScope = Pick<Window, "desktopBridge" | typeof CHROMIUM_BINDING>;

/** Finds the machine side of whichever shell runs this page; throws when the page runs without one. */
export function resolveBridge(scope: BridgeScope = window): DesktopBridge {
  if (scope.desktopBridge !== undefined) return scope.desktopBridge;
  const call = scope[CHROMIUM_BINDING];
  if (call === undefined) throw new Error("This page runs only inside the workbench's own window");
  return {
    capabilities: () => call("capabilities", undefined),
    readSettings: () => call("readSettings", undefined),
    changeSettings: (change) => call("changeSettings", change),
    chooseExportFolder: () => call("chooseExportFolder", undefined),
    chooseBackupFolder: () => call("chooseBackupFolder", undefined),
    saveFile: (request) => call("saveFile", request),
    openFiles: (kinds) => call("openFiles", kinds),
    revealFile: (handle) => call("revealFile", handle),
    appendJournal: (entry) => call("appendJournal", entry),
    journalHeads: () => call("journalHeads", undefined),
    readJournal: (query) => call("readJournal", query),
    restartJournal: (store) => call("restartJournal", store),
    compactJournal: (store) => call("compactJournal", store),
    writeBackup: (request) => call("writeBackup", request),
    listBackups: () => call("listBackups", undefined),
    readBackup: (id) => call("readBackup", id),
    verifyBackup: (id) => call("verifyBackup", id),
    diskSpace: () => call("diskSpace", undefined),
    subsetFont: (request) => call("subsetFont", request),
    printPdf: (title) => call("printPdf", title),
    openWindow: () => call("openWindow", undefined),
    emptyDatabase: () => call("emptyDatabase", undefined),
    log: (entry) => call("log", entry),
  };
}
