import type { DesktopBridge, Reply, Settings } from "#bridge/desktop-bridge.ts";

/** The same bridge, except that `listener` hears the settings after every change: menu and window colours follow them. */
export function announceSettings(
  bridge: DesktopBridge,
  listener: (settings: Settings) => void,
): DesktopBridge {
  const announced = async (reply: Promise<Reply<Settings>>): Promise<Reply<Settings>> => {
    const settled = await reply;
    if (settled.ok) listener(settled.value);
    return settled;
  };
  return {
    ...bridge,
    changeSettings: (change) => announced(bridge.changeSettings(change)),
    chooseExportFolder: () => announced(bridge.chooseExportFolder()),
    chooseBackupFolder: () => announced(bridge.chooseBackupFolder()),
  };
}
