import type { BrowserWindowConstructorOptions } from "electron";
import { MINIMUM_SIZE, type WindowState } from "./window-bounds.ts";

/** What a window's options depend on. */
export interface WindowContext {
  readonly state: WindowState;
  readonly preload: string;
  readonly icon: string | null;
  readonly dark: boolean;
  /** `false` for the smoke run, which needs no display. */
  readonly visible: boolean;
  /** A size of the page to open with, in CSS pixels; `null` for the window's own place. */
  readonly size: { readonly width: number; readonly height: number } | null;
}

/** The frame colours of both themes, seen for a moment before the page has drawn. */
const BACKGROUND = { light: "#f4f5f7", dark: "#12161b" } as const;

/** The options of every window: an isolated, sandboxed page that can reach the machine only through the preload script. */
export function windowOptions(context: WindowContext): BrowserWindowConstructorOptions {
  return {
    ...context.state.bounds,
    ...(context.size === null ? {} : { ...context.size, useContentSize: true }),
    minWidth: MINIMUM_SIZE.width,
    minHeight: MINIMUM_SIZE.height,
    title: "五年",
    // Shown once the page has drawn, so that the planner never sees an empty frame.
    show: false,
    backgroundColor: context.dark ? BACKGROUND.dark : BACKGROUND.light,
    ...(context.icon === null ? {} : { icon: context.icon }),
    webPreferences: {
      preload: context.preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      safeDialogs: true,
      devTools: false,
      ...(context.visible ? {} : { offscreen: true }),
    },
  };
}
