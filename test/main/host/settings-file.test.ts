import { mkdir, readdir, readFile, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { defaultSettings, openSettingsFile, savedLocale } from "#main/host/settings-file.ts";
import { type Disk, nodeDisk } from "#main/host/disk.ts";
import { systemError } from "../../torture/model-disk.ts";
import { silentLog } from "./silent-log.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const clock = () => new Date("2026-11-22T03:04:05Z");
const defaults = defaultSettings("zh-CN");

test("a first start has the defaults and writes nothing", async () => {
  const folder = await temporaryFolder();
  const file = await openSettingsFile(folder, defaults, clock, silentLog());
  expect(file.read()).toEqual(defaults);
  expect(await readdir(folder)).toEqual([]);
  expect(await savedLocale(folder)).toBeNull();
});

test("what was replaced is there at the next start", async () => {
  const folder = await temporaryFolder();
  const changed = {
    locale: "en",
    theme: "dark",
    exportFolder: "/x",
    backupFolder: "/y",
    planner: "林晓",
    tourDismissed: true,
  } as const;
  await (await openSettingsFile(folder, defaults, clock, silentLog())).replace(changed);
  expect((await openSettingsFile(folder, defaults, clock, silentLog())).read()).toEqual(changed);
  expect(await savedLocale(folder)).toBe("en");
});

test.each(["", "{", "[1]", "null", '"text"', "\0\0\0\0"])(
  "a file that holds %j is set aside and the defaults are used",
  async (content) => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, "settings.json"), content);
    const log = silentLog();
    expect((await openSettingsFile(folder, defaults, clock, log)).read()).toEqual(defaults);
    const [aside = ""] = await readdir(folder);
    expect(aside).toBe("settings.corrupt-2026-11-22T030405.000Z.json");
    expect(await readFile(join(folder, aside), "utf8")).toBe(content);
    expect(log.lines).toHaveLength(1);
  },
);

test("a file that is far too long is set aside unread", async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, "settings.json"), "{}");
  await truncate(join(folder, "settings.json"), 3 * 1024 ** 3);
  const settings = await openSettingsFile(folder, defaults, clock, silentLog());
  expect(settings.read()).toEqual(defaults);
  expect((await readdir(folder)).some((name) => name.includes("corrupt"))).toBe(true);
});

test("a folder in the place of the file is set aside and the defaults are used", async () => {
  const folder = await temporaryFolder();
  await mkdir(join(folder, "settings.json"));
  expect(await savedLocale(folder)).toBeNull();
  const file = await openSettingsFile(folder, defaults, clock, silentLog());
  expect(file.read()).toEqual(defaults);
  await file.replace({ ...defaults, theme: "dark" });
  expect((await openSettingsFile(folder, defaults, clock, silentLog())).read().theme).toBe("dark");
});

test("a field that makes no sense takes its default and the others stay", async () => {
  const folder = await temporaryFolder();
  await writeFile(
    join(folder, "settings.json"),
    JSON.stringify({ schema: 1, locale: "fr", theme: "dark", exportFolder: 7, tourDismissed: true }),
  );
  expect((await openSettingsFile(folder, defaults, clock, silentLog())).read()).toEqual({
    ...defaults,
    theme: "dark",
    tourDismissed: true,
  });
});

test.each([
  ["nothing", ""],
  ["zeros", "\0".repeat(200)],
])("a file of which a power cut left %s is set aside, and said so", async (_what, left) => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, "settings.json"), left);
  const log = silentLog();
  expect((await openSettingsFile(folder, defaults, clock, log)).read()).toEqual(defaults);
  expect(log.lines).toEqual([expect.stringContaining("settings.json was no JSON object")]);
});

test("a broken file that cannot be set aside does not keep the program from starting", async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, "settings.json"), "{");
  const log = silentLog();
  const disk: Disk = { ...nodeDisk, rename: () => Promise.reject(systemError("EACCES")) };
  expect((await openSettingsFile(folder, defaults, clock, log, disk)).read()).toEqual(defaults);
  expect(log.lines).toEqual([expect.stringContaining("EACCES")]);
});
