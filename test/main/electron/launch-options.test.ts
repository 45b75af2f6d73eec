import { describe, expect, test } from "vitest";
import { firstLocale, OFFLINE_SWITCHES, ownWords } from "#main/electron/launch-options.ts";

describe("the command line", () => {
  test.each([
    [["/opt/wunian/wunian"], []],
    [["electron", "--inspect=0", "--remote-debugging-port=0", ".", "--smoke"], ["--smoke"]],
    [
      ["electron", ".", "--data-dir", "/tmp/数据", "--no-sandbox"],
      ["--data-dir", "/tmp/数据"],
    ],
    [["wunian.exe", "--data-dir=D:\\五年", "--allow-file-access"], ["--data-dir=D:\\五年"]],
    [
      ["wunian", "--theme", "dark", "--locale=en", "file.json"],
      ["--theme", "dark", "--locale=en"],
    ],
    // A value that is missing stays missing, so that the shared parser refuses it.
    [["wunian", "--data-dir"], ["--data-dir"]],
    [["wunian", "-psn_0_1234", "--smoker"], []],
  ])("takes from %j only its own words", (words, expected) => {
    expect(ownWords(words)).toEqual(expected);
  });
});

describe("the first language", () => {
  test.each([
    [["zh-CN", "en-US"], "zh-CN"],
    [["zh-Hans-CN"], "zh-CN"],
    [["zh"], "zh-CN"],
    [["en-US", "zh-CN"], "en"],
    [["zho-x"], "en"],
    [[], "zh-CN"],
  ] as const)("for a system that prefers %j is %s", (languages, expected) => {
    expect(firstLocale(languages)).toBe(expected);
  });
});

describe("the engine's switches", () => {
  test("are those under which reliability.md saw no packet", () => {
    expect(Object.fromEntries(OFFLINE_SWITCHES)).toMatchObject({
      "proxy-server": "http://127.0.0.1:9",
      "proxy-bypass-list": "<-loopback>",
      "host-resolver-rules": "MAP * ~NOTFOUND",
      "webrtc-ip-handling-policy": "disable_non_proxied_udp",
    });
  });
});
