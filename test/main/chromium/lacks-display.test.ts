import { expect, test } from "vitest";
import { lacksDisplay } from "#main/chromium/lacks-display.ts";

// What Chromium 156 wrote with DISPLAY naming a display that is not there, and with a profile folder that is a file.
test.each([
  ["[1:1:ERROR:ui/ozone/platform/x11/ozone_platform_x11.cc:259] Missing X server or $DISPLAY", true],
  ["ENOTDIR: not a directory, mkdir '/data/chromium-profile/Default'", false],
])("%s", (message, lacks) => {
  expect(lacksDisplay(new Error(message))).toBe(lacks);
});
