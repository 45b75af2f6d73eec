import { homedir } from "node:os";
import type { DesktopBridge, Reply, Settings, SettingsChange } from "#bridge/desktop-bridge.ts";
import { done, refused } from "#bridge/reply.ts";
import type { Disk } from "./disk.ts";
import { acceptFolder } from "./export-folder.ts";
import { refusedWrite } from "./file-error.ts";
import type { HostOptions } from "./host-options.ts";
import { acceptBackupFolder } from "./second-folder.ts";
import { createSerialQueue } from "./serial-queue.ts";
import type { SettingsFile, StoredSettings } from "./settings-file.ts";
import { systemUser } from "./system-user.ts";

/** The methods of the bridge that read and change settings; two changes at once are made one after the other. */
export function createSettingsMethods(
  file: SettingsFile,
  exportFolder: () => string,
  { chooseFolder, dataFolder }: Pick<HostOptions, "chooseFolder" | "dataFolder">,
  disk: Disk,
): Pick<DesktopBridge, "readSettings" | "changeSettings" | "chooseExportFolder" | "chooseBackupFolder"> {
  const inTurn = createSerialQueue();
  const shown = (): Settings => {
    const { exportFolder: folder, planner, ...plain } = file.read();
    return {
      ...plain,
      exportFolder: { label: exportFolder(), custom: folder !== null },
      planner: { name: planner ?? systemUser(), custom: planner !== null },
    };
  };
  const change = (wanted: SettingsChange): Promise<Reply<Settings>> =>
    inTurn(async () => {
      const next = await changed(file.read(), wanted, dataFolder, disk);
      if (!next.ok) return next;
      try {
        await file.replace(next.value);
        return done(shown());
      } catch (error) {
        return refusedWrite(error);
      }
    });
  const choose = async (
    opensIn: string,
    changeTo: (chosen: string) => SettingsChange,
  ): Promise<Reply<Settings>> => {
    if (chooseFolder === null) return refused("unsupported", "This shell has no folder dialog");
    const chosen = await chooseFolder(opensIn);
    return chosen === null ? done(shown()) : change(changeTo(chosen));
  };
  return {
    readSettings: () => Promise.resolve(done(shown())),
    changeSettings: change,
    chooseExportFolder: () => choose(exportFolder(), (chosen) => ({ exportFolder: chosen })),
    chooseBackupFolder: () =>
      choose(file.read().backupFolder ?? homedir(), (chosen) => ({ backupFolder: chosen })),
  };
}

async function changed(
  before: StoredSettings,
  wanted: SettingsChange,
  dataFolder: string,
  disk: Disk,
): Promise<Reply<StoredSettings>> {
  const { locale = before.locale, theme = before.theme, tourDismissed = before.tourDismissed } = wanted;
  const { planner = before.planner } = wanted;
  const exportFolder = await folderAfter(before.exportFolder, wanted.exportFolder, (typed) =>
    acceptFolder(typed, homedir()),
  );
  if (!exportFolder.ok) return exportFolder;
  const backupFolder = await folderAfter(before.backupFolder, wanted.backupFolder, (typed) =>
    acceptBackupFolder(typed, homedir(), dataFolder, disk),
  );
  if (!backupFolder.ok) return backupFolder;
  return done({
    locale,
    theme,
    planner,
    tourDismissed,
    exportFolder: exportFolder.value,
    backupFolder: backupFolder.value,
  });
}

/** A folder of the settings after a change: the same when nothing is wanted, none for `null`, else what `accept` makes of the text. */
async function folderAfter(
  before: string | null,
  wanted: string | null | undefined,
  accept: (typed: string) => Promise<Reply<string>>,
): Promise<Reply<string | null>> {
  if (wanted === undefined) return done(before);
  return wanted === null ? done(null) : accept(wanted);
}
