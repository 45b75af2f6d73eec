import { contextBridge, ipcRenderer, type IpcRendererEvent } from "electron";
import type { DesktopEvents } from "#bridge/desktop-events.ts";
import { CALL_CHANNEL, ELECTRON_BRIDGE, ELECTRON_EVENTS, MENU_CHANNEL } from "#bridge/electron-binding.ts";
import { isMenuCommand } from "#bridge/menu-command.ts";
import { BRIDGE_METHODS } from "#bridge/method-table.ts";

// One function a method and one for the menu. No channel name, event object or other part of Electron reaches the page.

const bridge = Object.fromEntries(
  BRIDGE_METHODS.map((method) => [
    method,
    (argument: unknown): Promise<unknown> => ipcRenderer.invoke(CALL_CHANNEL, method, argument),
  ]),
);

const events: DesktopEvents = {
  onMenuCommand(listener) {
    const hear = (_event: IpcRendererEvent, command: unknown) => {
      if (isMenuCommand(command)) listener(command);
    };
    ipcRenderer.on(MENU_CHANNEL, hear);
    return () => {
      ipcRenderer.off(MENU_CHANNEL, hear);
    };
  },
};

contextBridge.exposeInMainWorld(ELECTRON_BRIDGE, bridge);
contextBridge.exposeInMainWorld(ELECTRON_EVENTS, events);
