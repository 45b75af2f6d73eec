import { describe, expect, test } from "vitest";
import { windowOptions } from "#main/electron/window-options.ts";

const state = { bounds: { x: 10, y: 20, width: 1200, height: 700 }, maximized: false };
const context = {
  state,
  preload: "/program/preload.cjs",
  icon: null,
  dark: false,
  visible: true,
  size: null,
};

describe("a window", () => {
  test("keeps the page away from the machine", () => {
    expect(windowOptions(context).webPreferences).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      spellcheck: false,
      preload: "/program/preload.cjs",
    });
  });

  test("opens where it is placed and waits for the page's first picture", () => {
    expect(windowOptions(context)).toMatchObject({ ...state.bounds, show: false });
  });

  test("is painted in the frame colour of the theme", () => {
    // bg of tokens.md, light and dark
    expect(windowOptions(context).backgroundColor).toBe("#f4f5f7");
    expect(windowOptions({ ...context, dark: true }).backgroundColor).toBe("#12161b");
  });

  test("gives the page the size that the command line asks for", () => {
    const size = { width: 1920, height: 1080 };
    expect(windowOptions({ ...context, size })).toMatchObject({ ...size, useContentSize: true });
    expect(windowOptions(context).useContentSize).toBeUndefined();
  });

  test("draws off screen in the smoke run", () => {
    expect(windowOptions({ ...context, visible: false }).webPreferences?.offscreen).toBe(true);
    expect(windowOptions(context).webPreferences?.offscreen).toBeUndefined();
  });
});
