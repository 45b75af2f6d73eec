import { describe, expect, test } from "vitest";
import { parseCommandLine } from "#main/host/command-line.ts";
import { dataFolderRefusal, messagesIn, systemLocale } from "#main/host/messages.ts";

const plain = {
  smoke: false,
  dataDir: null,
  browser: null,
  out: null,
  size: null,
  theme: null,
  locale: null,
  room: null,
};

describe("the command line", () => {
  test.each([
    [[], plain],
    [["--smoke"], { ...plain, smoke: true }],
    [["--data-dir", "/a b"], { ...plain, dataDir: "/a b" }],
    [["--data-dir=/a=b"], { ...plain, dataDir: "/a=b" }],
    [
      [
        "--smoke",
        "--size",
        "1920x1080",
        "--theme",
        "dark",
        "--locale=en",
        "--room",
        "settings",
        "--out",
        "x.png",
      ],
      {
        ...plain,
        smoke: true,
        size: { width: 1920, height: 1080 },
        theme: "dark",
        locale: "en",
        room: "settings",
        out: "x.png",
      },
    ],
  ])("%j", (words, options) => {
    expect(parseCommandLine(words)).toEqual({ ok: true, value: options });
  });

  test.each([
    [["--nope"], "--nope"],
    [["file.json"], "file.json"],
    [["--data-dir"], "--data-dir"],
    [["--data-dir="], "--data-dir="],
    [["--smoke=yes"], "--smoke=yes"],
    [["--size", "big"], "--size big"],
    [["--theme", "red"], "--theme red"],
    [["--locale", "fr"], "--locale fr"],
  ])("%j is refused for %j", (words, option) => {
    expect(parseCommandLine(words)).toEqual({ ok: false, error: { kind: "bad-option", option } });
  });
});

describe("the terminal's language", () => {
  test.each([
    [{}, "zh-CN"],
    [{ LANG: "zh_CN.UTF-8" }, "zh-CN"],
    [{ LANG: "C.UTF-8" }, "zh-CN"],
    [{ LANG: "en_US.UTF-8" }, "en"],
    [{ LANG: "en_US.UTF-8", LC_ALL: "zh_CN.UTF-8" }, "zh-CN"],
    [{ LANG: "de_DE.UTF-8", LC_ALL: "" }, "en"],
  ] as const)("%j → %s", (env, locale) => {
    expect(systemLocale(env)).toBe(locale);
  });

  test("both languages name the place and the cause of an unwritable folder", () => {
    for (const locale of ["zh-CN", "en"] as const) {
      const line = messagesIn(locale).dataFolderUnwritable("/data", "EACCES");
      expect(line).toContain("/data");
      expect(line).toContain("EACCES");
      expect(line).toContain("--data-dir");
      expect(line).not.toContain("\n");
    }
  });

  test("both languages say of a full disk that it is full, which folder lies on it, and how much to free", () => {
    for (const [locale, cause] of [
      ["zh-CN", "磁盘已满"],
      ["en", "The disk is full"],
    ] as const) {
      const error = { kind: "unwritable", folder: "/data", code: "ENOSPC" } as const;
      const line = dataFolderRefusal(messagesIn(locale), error);
      expect(line).toContain(cause);
      expect(line).toContain("“/data”");
      expect(line).toContain("500 MB");
      expect(line).not.toContain("\n");
    }
  });
});
