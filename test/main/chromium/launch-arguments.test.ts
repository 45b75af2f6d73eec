import { describe, expect, test } from "vitest";
import { launchArguments } from "#main/chromium/launch-arguments.ts";

const choice = { headless: false, locale: "zh-CN", withoutSandbox: false, freshProfile: false };

describe("the browser's arguments", () => {
  test.each([true, false])("close every way to a network (headless: %s)", (headless) => {
    expect(launchArguments({ ...choice, headless })).toEqual(
      expect.arrayContaining([
        "--proxy-server=http://127.0.0.1:9",
        "--proxy-bypass-list=<-loopback>",
        "--host-resolver-rules=MAP * ~NOTFOUND",
        "--webrtc-ip-handling-policy=disable_non_proxied_udp",
        "--disable-background-networking",
        "--disable-component-update",
        "--no-first-run",
      ]),
    );
  });

  test("open no debugging port and never switch the page's own protection off", () => {
    const words = launchArguments({ ...choice, withoutSandbox: true }).join(" ");
    expect(words).not.toMatch(/remote-debugging|disable-web-security|allow-running-insecure|no-sandbox/);
  });

  test("open an app window whose address is plain ASCII, else it would have tabs", () => {
    const app = launchArguments(choice).find((argument) => argument.startsWith("--app="));
    expect(app).toMatch(/^--app=data:text\/html,[\x21-\x7e]+$/);
    expect(launchArguments({ ...choice, headless: true }).join(" ")).not.toContain("--app");
  });

  test("give a window its size only while the profile remembers none", () => {
    const sizes = (freshProfile: boolean) =>
      launchArguments({ ...choice, freshProfile }).filter((argument) => argument.startsWith("--window-size"));
    expect(sizes(true)).toHaveLength(1);
    expect(sizes(false)).toHaveLength(0);
  });
});
