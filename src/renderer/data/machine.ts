import { createContext, createElement, type ReactNode, useContext, useEffect, useMemo } from "react";
import { useStore } from "zustand";
import type { DesktopBridge, Settings } from "#bridge/desktop-bridge.ts";
import { createSettingsStore, type SettingsStore } from "./settings-store.ts";

interface Machine {
  readonly bridge: DesktopBridge;
  readonly settings: SettingsStore;
}

const MachineContext = createContext<Machine | null>(null);

/** Gives the bridge to the machine, and the settings it keeps, to everything below; reads the settings once. */
export function BridgeProvider(props: { readonly bridge: DesktopBridge; readonly children: ReactNode }) {
  const { bridge, children } = props;
  const machine = useMemo(() => ({ bridge, settings: createSettingsStore(bridge) }), [bridge]);
  useEffect(() => {
    void machine.settings.getState().read();
  }, [machine]);
  return createElement(MachineContext.Provider, { value: machine }, children);
}

function useMachine(): Machine {
  const machine = useContext(MachineContext);
  if (machine === null) throw new Error("useBridge outside of BridgeProvider");
  return machine;
}

/** The bridge to the machine. */
export function useBridge(): DesktopBridge {
  return useMachine().bridge;
}

/** The settings, shown at once when changed; `undefined` until they are read. */
export function useSettings(): Settings | undefined {
  return useStore(useMachine().settings, (state) => state.settings);
}

/** Changes settings: `change` shows at once and goes back when the machine refuses; the reply says why. */
export function useSettingsActions(): Pick<
  ReturnType<SettingsStore["getState"]>,
  "change" | "chooseExportFolder" | "chooseBackupFolder"
> {
  const { settings } = useMachine();
  return useMemo(() => {
    const { change, chooseExportFolder, chooseBackupFolder } = settings.getState();
    return { change, chooseExportFolder, chooseBackupFolder };
  }, [settings]);
}
