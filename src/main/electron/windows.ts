import { BrowserWindow, nativeTheme, screen } from "electron";
import { MENU_CHANNEL } from "#bridge/electron-binding.ts";
import type { MenuCommand } from "#bridge/menu-command.ts";
import { crashLimit } from "../host/crash-limit.ts";
import type { Log } from "../host/log-file.ts";
import { holdClose } from "./hold-close.ts";
import type { MenuLocale } from "./menu-labels.ts";
import { PAGE_URL } from "./page-origin.ts";
import { placeWindow, type Rectangle } from "./window-bounds.ts";
import { windowOptions } from "./window-options.ts";
import { keepWindowState, readWindowState } from "./window-state-file.ts";

/** What all windows have in common. */
export interface WindowSetup {
  readonly preload: string;
  readonly icon: string | null;
  /** The file that remembers the last window's place. */
  readonly stateFile: string;
  /** The size of the page that the command line asks for, in CSS pixels; `null` for the remembered place. */
  readonly size: { readonly width: number; readonly height: number } | null;
  /** `false` for the smoke run. */
  readonly visible: boolean;
  /** The language of the native question before a close, as it is set now. */
  readonly locale: () => MenuLocale;
  readonly log: Log;
  /** Tells the planner that a page crashed again and again; resolves once that is read, while other windows work on. */
  readonly tellCrashes: () => Promise<void>;
}

/** The windows of this run; all show the same data. */
export interface Windows {
  /** Opens a window and returns once the page is loaded; rejects when it cannot be. */
  readonly open: () => Promise<BrowserWindow>;
  /** The window with this title as it prints, as a PDF; `null` where there is none. */
  readonly printPdf: (title: string) => Promise<Uint8Array | null>;
  /** Brings the window used last to the front. */
  readonly focus: () => void;
  /** Sends a menu command to the window in front, or to the one used last. */
  readonly send: (command: MenuCommand) => void;
}

/** Opens and finds the program's windows. */
export function createWindows(setup: WindowSetup): Windows {
  const opened: BrowserWindow[] = [];
  const front = () => BrowserWindow.getFocusedWindow() ?? opened.at(-1);
  return {
    open: async () => {
      const window = openWindow(setup, opened.length);
      opened.push(window);
      window.on("focus", () => moveToEnd(opened, window));
      window.on("closed", () => opened.splice(opened.indexOf(window), 1));
      await window.loadURL(PAGE_URL);
      return window;
    },
    printPdf: async (title) => {
      const printed = opened.find((window) => window.webContents.getTitle() === title);
      if (printed === undefined) return null;
      const settings = { printBackground: true, preferCSSPageSize: true, generateDocumentOutline: true };
      return new Uint8Array(await printed.webContents.printToPDF(settings));
    },
    focus: () => {
      const window = front();
      if (window?.isMinimized() === true) window.restore();
      window?.focus();
    },
    send: (command) => front()?.webContents.send(MENU_CHANNEL, command),
  };
}

function openWindow(setup: WindowSetup, order: number): BrowserWindow {
  const state = placeWindow(readWindowState(setup.stateFile), workAreas(), order);
  const { preload, icon, visible, log, size } = setup;
  const dark = nativeTheme.shouldUseDarkColors;
  const window = new BrowserWindow(windowOptions({ state, preload, icon, dark, visible, size }));
  if (visible) {
    holdClose(window, setup);
    window.once("ready-to-show", () => (state.maximized ? window.maximize() : window.show()));
    window.on("close", () => {
      const bounds = window.getNormalBounds();
      const code = keepWindowState(setup.stateFile, { bounds, maximized: window.isMaximized() });
      if (code !== null) log.write("warn", `the place of the window was not kept (${code})`);
    });
  }
  // The window keeps the program's name; the page's title is the same in every room.
  window.on("page-title-updated", (event) => event.preventDefault());
  reloadAfterCrash(window, setup);
  return window;
}

/** Loads a crashed page again; one that crashes again and again is told of, and its window goes instead of standing there dead. */
function reloadAfterCrash(window: BrowserWindow, { log, visible, tellCrashes }: WindowSetup): void {
  const mayReload = crashLimit();
  window.webContents.on("render-process-gone", (_event, { reason, exitCode }) => {
    log.write("error", `the page ended: ${reason} (${exitCode})`);
    if (reason === "clean-exit") return;
    if (mayReload()) {
      window.webContents.reload();
      return;
    }
    const told = visible ? tellCrashes() : Promise.resolve();
    void told.finally(() => window.destroy());
  });
}

function workAreas(): [Rectangle, ...Rectangle[]] {
  const primary = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter(({ id }) => id !== primary.id);
  return [primary.workArea, ...others.map(({ workArea }) => workArea)];
}

function moveToEnd(opened: BrowserWindow[], window: BrowserWindow): void {
  opened.splice(opened.indexOf(window), 1);
  opened.push(window);
}
