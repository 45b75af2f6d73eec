import { describe, expect, test } from "vitest";
import { electronArguments } from "../../scripts/start/electron-arguments.mjs";

const linux = { platform: "linux" as const, env: { DISPLAY: ":0" }, root: false, smoke: false };

describe("Electron's command line", () => {
  test.each([
    ["is empty for a user with a display", linux, []],
    [
      "draws nowhere in a smoke run without a display",
      { ...linux, env: {}, smoke: true },
      ["--ozone-platform=headless"],
    ],
    [
      "uses a display that is there in a smoke run",
      { ...linux, env: { WAYLAND_DISPLAY: "w" }, smoke: true },
      [],
    ],
    ["leaves the sandbox out for root alone", { ...linux, root: true }, ["--no-sandbox"]],
    ["is empty on Windows and macOS", { ...linux, platform: "win32" as const, env: {}, smoke: true }, []],
  ])("%s", (_name, machine, expected) => {
    expect(electronArguments(machine)).toEqual(expected);
  });
});
