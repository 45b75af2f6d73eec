import { homedir } from "node:os";
import type { DesktopBridge, Reply, Settings, SettingsChange } from "#bridge/desktop-bridge.ts";
import { done, refused } from "#bridge/reply.ts";
import { acceptExportFolder } from "./export-folder.ts";
import { refusedWrite } from "./file-error.ts";
import type { HostOptions } from "./host-options.ts";
import { createSerialQueue } from "./serial-queue.ts";
import type { SettingsFile, StoredSettings } from "./settings-file.ts";

/** The methods of the bridge that read and change settings; two changes at once are made one after the other. */
export function createSettingsMethods(
  file: SettingsFile,
  exportFolder: () => string,
  chooseFolder: HostOptions["chooseFolder"],
): Pick<DesktopBridge, "readSettings" | "changeSettings" | "chooseExportFolder"> {
  const inTurn = createSerialQueue();
  const shown = (): Settings => {
    const { locale, theme, tourDismissed, exportFolder: custom } = file.read();
    return { locale, theme, tourDismissed, exportFolder: { label: exportFolder(), custom: custom !== null } };
  };
  const change = (wanted: SettingsChange): Promise<Reply<Settings>> =>
    inTurn(async () => {
      const next = await changed(file.read(), wanted);
      if (!next.ok) return next;
      try {
        await file.replace(next.value);
        return done(shown());
      } catch (error) {
        return refusedWrite(error);
      }
    });
  return {
    readSettings: () => Promise.resolve(done(shown())),
    changeSettings: change,
    chooseExportFolder: async () => {
      if (chooseFolder === null) return refused("unsupported", "This shell has no folder dialog");
      const chosen = await chooseFolder(exportFolder());
      return chosen === null ? done(shown()) : change({ exportFolder: chosen });
    },
  };
}

async function changed(before: StoredSettings, wanted: SettingsChange): Promise<Reply<StoredSettings>> {
  const { locale = before.locale, theme = before.theme, tourDismissed = before.tourDismissed } = wanted;
  const after = { ...before, locale, theme, tourDismissed };
  if (wanted.exportFolder === undefined) return done(after);
  if (wanted.exportFolder === null) return done({ ...after, exportFolder: null });
  const accepted = await acceptExportFolder(wanted.exportFolder, homedir());
  return accepted.ok ? done({ ...after, exportFolder: accepted.value }) : accepted;
}
