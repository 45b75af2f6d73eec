import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { defaultDataFolder, prepareDataFolder } from "#main/host/data-folder.ts";
import { documentsFolder, parseUserDirs } from "#main/host/documents-folder.ts";
import { fullDisk } from "./full-disk.ts";
import { temporaryFolder } from "./temporary-folder.ts";

describe("the data folder", () => {
  // XDG Base Directory Specification; Microsoft's Known Folders; Apple's File System Programming Guide.
  test.each([
    ["linux", {}, "/home/a", "/home/a/.local/share/wunian"],
    ["linux", { XDG_DATA_HOME: "/data" }, "/home/a", "/data/wunian"],
    ["linux", { XDG_DATA_HOME: "relative" }, "/home/a", "/home/a/.local/share/wunian"],
    ["darwin", {}, "/Users/a", "/Users/a/Library/Application Support/wunian"],
    [
      "win32",
      { APPDATA: "C:\\Users\\a\\AppData\\Roaming" },
      "C:\\Users\\a",
      "C:\\Users\\a\\AppData\\Roaming\\wunian",
    ],
    ["win32", {}, "C:\\Users\\a", "C:\\Users\\a\\AppData\\Roaming\\wunian"],
  ] as const)("on %s with %j", (platform, env, home, folder) => {
    expect(defaultDataFolder({ platform, env, home })).toBe(folder);
  });

  test("is made with the folders above it", async () => {
    const folder = join(await temporaryFolder(), "a", "b");
    expect(await prepareDataFolder(folder)).toEqual({ ok: true, value: folder });
  });

  test("below a file it is refused with the system's reason, and the file stays", async () => {
    const file = join(await temporaryFolder(), "file");
    await writeFile(file, "x");
    const folder = join(file, "data");
    expect(await prepareDataFolder(folder)).toEqual({
      ok: false,
      error: { kind: "unwritable", folder, code: "ENOTDIR" },
    });
    expect(await readFile(file, "utf8")).toBe("x");
  });

  test("on a full disk is taken as it is when it holds something, and refused when it is new", async () => {
    const folder = await temporaryFolder();
    const fresh = join(folder, "new");
    expect(await prepareDataFolder(fresh, fullDisk)).toEqual({
      ok: false,
      error: { kind: "unwritable", folder: fresh, code: "ENOSPC" },
    });
    await writeFile(join(fresh, "settings.json"), "{}");
    expect(await prepareDataFolder(fresh, fullDisk)).toEqual({ ok: true, value: fresh });
    expect(await readdir(fresh)).toEqual(["settings.json"]);
  });

  test.skipIf(process.platform !== "linux")(
    "where no name can be made it is refused and does not hang",
    async () => {
      expect(await prepareDataFolder("/proc/wunian/data")).toMatchObject({
        ok: false,
        error: { code: "ENOENT" },
      });
    },
  );
});

describe("the Documents folder", () => {
  test.each([
    ['XDG_DOCUMENTS_DIR="$HOME/文档"', "/home/a/文档"],
    ['# c\nXDG_DESKTOP_DIR="$HOME/桌面"\nXDG_DOCUMENTS_DIR="/data/docs"\n', "/data/docs"],
    ['XDG_DOCUMENTS_DIR="$HOME/a \\"b\\""', '/home/a/a "b"'],
    ['XDG_DOCUMENTS_DIR="$HOME/"', null],
    ['XDG_DOCUMENTS_DIR="relative"', null],
    ['#XDG_DOCUMENTS_DIR="/x"', null],
    ["", null],
  ])("user-dirs.dirs %j names %j", (text, folder) => {
    expect(parseUserDirs(text, "/home/a")).toBe(folder);
  });

  test("comes from user-dirs.dirs on Linux and has a default elsewhere", async () => {
    const home = await temporaryFolder();
    const linux = { platform: "linux", home, env: { XDG_CONFIG_HOME: home } } as const;
    expect(await documentsFolder(linux)).toBe(join(home, "Documents"));
    await writeFile(join(home, "user-dirs.dirs"), 'XDG_DOCUMENTS_DIR="$HOME/文档"\n');
    expect(await documentsFolder(linux)).toBe(join(home, "文档"));
    expect(await documentsFolder({ platform: "darwin", home: "/Users/a", env: {} })).toBe(
      "/Users/a/Documents",
    );
    expect(await documentsFolder({ platform: "win32", home: "C:\\Users\\a", env: {} })).toBe(
      "C:\\Users\\a\\Documents",
    );
  });
});
