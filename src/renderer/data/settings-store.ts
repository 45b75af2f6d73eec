import { createStore, type StoreApi } from "zustand/vanilla";
import type { DesktopBridge, Reply, Settings, SettingsChange } from "#bridge/desktop-bridge.ts";

/** The settings as shown, and what changes them; `settings` is `undefined` until they are read. */
export interface SettingsState {
  readonly settings: Settings | undefined;
  readonly read: () => Promise<Reply<Settings>>;
  readonly change: (change: SettingsChange) => Promise<Reply<Settings>>;
  readonly chooseExportFolder: () => Promise<Reply<Settings>>;
  readonly chooseBackupFolder: () => Promise<Reply<Settings>>;
}

/** A store of the settings behind one bridge. */
export type SettingsStore = StoreApi<SettingsState>;

type SettingsBridge = Pick<
  DesktopBridge,
  "readSettings" | "changeSettings" | "chooseExportFolder" | "chooseBackupFolder"
>;

/** Makes the store; changes go to the machine one after the other, and show before it has answered. */
export function createSettingsStore(bridge: SettingsBridge): SettingsStore {
  let last: Promise<unknown> = Promise.resolve();
  let pending: readonly SettingsChange[] = [];
  let confirmed: Settings | undefined;

  const store: SettingsStore = createStore(() => ({
    settings: undefined,
    read: () => ask(() => bridge.readSettings()),
    change: (change) => {
      pending = [...pending, change];
      show();
      return ask(() => bridge.changeSettings(change), change);
    },
    chooseExportFolder: () => ask(() => bridge.chooseExportFolder()),
    chooseBackupFolder: () => ask(() => bridge.chooseBackupFolder()),
  }));

  function show(): void {
    store.setState({ settings: confirmed && pending.reduce(withChange, confirmed) });
  }

  function ask(call: () => Promise<Reply<Settings>>, change?: SettingsChange): Promise<Reply<Settings>> {
    const reply = last.then(call).then((answer) => {
      pending = pending.filter((waiting) => waiting !== change);
      if (answer.ok) confirmed = answer.value;
      show();
      return answer;
    });
    last = reply.catch(() => undefined);
    return reply;
  }
  return store;
}

/** The settings with a change on top; a folder or name back to the default keeps its label until the machine names it. */
function withChange(settings: Settings, change: SettingsChange): Settings {
  const { exportFolder, planner, ...plain } = change;
  const next = { ...settings, ...plain };
  const folder =
    exportFolder === null
      ? { label: settings.exportFolder.label, custom: false }
      : { label: exportFolder ?? "", custom: true };
  const name =
    planner === null ? { name: settings.planner.name, custom: false } : { name: planner ?? "", custom: true };
  return {
    ...next,
    exportFolder: exportFolder === undefined ? settings.exportFolder : folder,
    planner: planner === undefined ? settings.planner : name,
  };
}
