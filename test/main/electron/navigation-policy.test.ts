import { describe, expect, test } from "vitest";
import {
  allowsNavigation,
  allowsPermission,
  allowsRequest,
  trustsSender,
} from "#main/electron/navigation-policy.ts";

describe("navigation", () => {
  test.each(["app://workbench/", "app://workbench/#/plans/1", "app://workbench/?q=1"])(
    "lets a window reload %s",
    (url) => {
      expect(allowsNavigation(url)).toBe(true);
    },
  );

  test.each([
    "app://workbench",
    "app://workbench/assets/index.js",
    "app://workbench.evil/",
    "app://other/",
    "app://user@workbench/",
    "APP://workbench/",
    "https://workbench/",
    "http://127.0.0.1/",
    "file:///etc/passwd",
    "data:text/html,x",
    "blob:app://workbench/1",
    "javascript:alert(1)",
    "about:blank",
    "",
  ])("keeps a window from going to %j", (url) => {
    expect(allowsNavigation(url)).toBe(false);
  });
});

describe("requests", () => {
  test.each([
    "app://workbench/",
    "app://workbench/assets/index-1.js",
    "blob:app://workbench/7a",
    "data:image/png;base64,AA",
  ])("lets the page have %s", (url) => {
    expect(allowsRequest(url)).toBe(true);
  });

  test.each([
    "https://example.org/",
    "http://127.0.0.1:8080/",
    "ws://127.0.0.1/",
    "ftp://example.org/",
    "file:///etc/passwd",
    "app://other/",
    "app://workbench.evil/",
    "blob:https://example.org/1",
    "filesystem:app://workbench/temporary/x",
    "chrome://settings/",
    "devtools://devtools/bundled/inspector.html",
    "chrome-extension://abc/x.js",
  ])("cancels %s", (url) => {
    expect(allowsRequest(url)).toBe(false);
  });
});

describe("permissions", () => {
  test.each(["clipboard-read", "clipboard-sanitized-write"])("lets the page use %s", (permission) => {
    expect(allowsPermission(permission, "app://workbench/")).toBe(true);
    expect(allowsPermission(permission, "https://example.org/")).toBe(false);
    expect(allowsPermission(permission, "")).toBe(false);
  });

  // The names that Electron's types list for requests and checks.
  test.each([
    "media",
    "geolocation",
    "notifications",
    "midi",
    "midiSysex",
    "pointerLock",
    "fullscreen",
    "openExternal",
    "display-capture",
    "fileSystem",
    "hid",
    "serial",
    "usb",
    "idle-detection",
    "storage-access",
    "top-level-storage-access",
    "window-management",
    "speaker-selection",
    "unknown",
  ])("refuses %s", (permission) => {
    expect(allowsPermission(permission, "app://workbench/")).toBe(false);
  });
});

describe("the sender of a call", () => {
  test("is trusted when it is the page in a window's main frame", () => {
    expect(trustsSender({ url: "app://workbench/#/plans/1", mainFrame: true })).toBe(true);
  });

  test.each([
    ["a frame inside the page", { url: "app://workbench/", mainFrame: false }],
    ["another page", { url: "https://example.org/", mainFrame: true }],
    ["an empty document", { url: "about:blank", mainFrame: true }],
    ["a frame that is gone", null],
  ])("is not trusted when it is %s", (_name, sender) => {
    expect(trustsSender(sender)).toBe(false);
  });
});
