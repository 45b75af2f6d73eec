import { expect, test } from "vitest";
import type { DesktopBridge, Reply, Settings } from "#bridge/desktop-bridge.ts";
import { done, refused } from "#bridge/reply.ts";
import { announceSettings } from "#main/electron/announce-settings.ts";

const settings: Settings = {
  locale: "en",
  theme: "dark",
  exportFolder: { label: "/exports", custom: true },
  backupFolder: null,
  planner: { name: "lin", custom: false },
  tourDismissed: false,
};

function bridgeThatReplies(reply: Reply<Settings>): DesktopBridge {
  const unused = () => Promise.resolve(refused("unsupported", "not part of this test"));
  return {
    capabilities: unused,
    readSettings: () => Promise.resolve(reply),
    changeSettings: () => Promise.resolve(reply),
    chooseExportFolder: () => Promise.resolve(reply),
    chooseBackupFolder: () => Promise.resolve(reply),
    saveFile: unused,
    openFiles: unused,
    revealFile: unused,
    appendJournal: unused,
    journalHeads: unused,
    readJournal: unused,
    restartJournal: unused,
    compactJournal: unused,
    writeBackup: unused,
    listBackups: unused,
    readBackup: unused,
    verifyBackup: unused,
    diskSpace: unused,
    subsetFont: unused,
    printPdf: unused,
    openWindow: unused,
    emptyDatabase: unused,
    log: unused,
  };
}

test("menu and frames hear of every change of settings, and the page gets the same reply", async () => {
  const heard: Settings[] = [];
  const bridge = announceSettings(bridgeThatReplies(done(settings)), (changed) => heard.push(changed));
  expect(await bridge.changeSettings({ theme: "dark" })).toEqual(done(settings));
  expect(await bridge.chooseExportFolder()).toEqual(done(settings));
  expect(await bridge.chooseBackupFolder()).toEqual(done(settings));
  await bridge.readSettings();
  expect(heard).toEqual([settings, settings, settings]);
});

test("a change that was refused is not announced", async () => {
  const heard: Settings[] = [];
  const refusal = refused("not-writable", "EACCES");
  const bridge = announceSettings(bridgeThatReplies(refusal), (changed) => heard.push(changed));
  expect(await bridge.changeSettings({ theme: "dark" })).toEqual(refusal);
  expect(heard).toEqual([]);
});
