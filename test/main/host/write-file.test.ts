import { execFileSync } from "node:child_process";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { type Disk, nodeDisk } from "#main/host/disk.ts";
import { saveIntoFolder } from "#main/host/save-export.ts";
import { createFile, replaceFile } from "#main/host/write-file.ts";
import { systemError } from "../../torture/model-disk.ts";
import { fullDisk } from "./full-disk.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const bytes = (...values: number[]) => Uint8Array.from(values);

describe("writing files", () => {
  test("replacing leaves one file with the new content", async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, "a"), "old");
    await replaceFile(join(folder, "a"), "new");
    expect(await readdir(folder)).toEqual(["a"]);
    expect(await readFile(join(folder, "a"), "utf8")).toBe("new");
  });

  test("creating never touches a file that is there", async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, "a"), "old");
    await expect(createFile([join(folder, "a")], bytes(1))).rejects.toMatchObject({ code: "EEXIST" });
    expect(await readFile(join(folder, "a"), "utf8")).toBe("old");
    expect(await readdir(folder)).toEqual(["a"]);
  });

  test("twenty exports at once under one name make twenty files", async () => {
    const folder = join(await temporaryFolder(), "五年");
    const saved = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        saveIntoFolder(folder, { kind: "png", suggestedName: "图", bytes: bytes(index) }),
      ),
    );
    expect(new Set(saved).size).toBe(20);
    const contents = await Promise.all(saved.map(async (path) => (await readFile(path))[0]));
    expect(contents).toEqual(Array.from({ length: 20 }, (_, index) => index));
    expect(await readdir(folder)).toHaveLength(20);
  });

  test("an export has its name only once all of its bytes are on the disk", async () => {
    const folder = await temporaryFolder();
    const seen: (readonly string[])[] = [];
    const watched: Disk = {
      ...nodeDisk,
      open: async (path, which) => {
        const file = await nodeDisk.open(path, which);
        const sync = async () => {
          await file.sync();
          seen.push(await readdir(folder));
        };
        return { ...file, sync };
      },
    };
    await writeFile(join(folder, "图.png"), "old");
    const path = await saveIntoFolder(folder, { kind: "png", suggestedName: "图", bytes: bytes(7) }, watched);
    expect(seen).toEqual([["图.png", expect.stringMatching(/^\..*\.tmp$/u)].sort()]);
    expect(path).toBe(join(folder, "图 (2).png"));
    expect(await readdir(folder)).toEqual(["图 (2).png", "图.png"].sort());
    expect(await readFile(join(folder, "图.png"), "utf8")).toBe("old");
  });

  test.each([
    ["the move to its name fails", { rename: () => Promise.reject(systemError("EBUSY")) }, "EBUSY"],
    ["the disk is full", fullDisk, "ENOSPC"],
  ] as const)("an export leaves nothing behind when %s", async (_, failing, code) => {
    const folder = await temporaryFolder();
    const request = { kind: "xlsx", suggestedName: "表", bytes: bytes(7) } as const;
    await writeFile(join(folder, "表.xlsx"), "old");
    await expect(saveIntoFolder(folder, request, { ...nodeDisk, ...failing })).rejects.toMatchObject({
      code,
    });
    expect(await readdir(folder)).toEqual(["表.xlsx"]);
    expect(await readFile(join(folder, "表.xlsx"), "utf8")).toBe("old");
  });

  test("a full disk leaves nothing behind and keeps the old file", async ({ skip }) => {
    const folder = await temporaryFolder();
    const disk = join(folder, "disk");
    await mkdir(disk);
    if (!mountedSmallDisk(disk)) skip("a small disk cannot be mounted here");
    onTestFinished(() => void execFileSync("umount", [disk]));
    await writeFile(join(disk, "settings"), "old");
    const large = new Uint8Array(1024 * 1024);
    await expect(replaceFile(join(disk, "settings"), large)).rejects.toMatchObject({ code: "ENOSPC" });
    await expect(createFile([join(disk, "export")], large)).rejects.toMatchObject({ code: "ENOSPC" });
    expect(await readdir(disk)).toEqual(["settings"]);
    expect(await readFile(join(disk, "settings"), "utf8")).toBe("old");
  });
});

function mountedSmallDisk(folder: string): boolean {
  if (process.platform !== "linux" || process.getuid?.() !== 0) return false;
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=64k", "tmpfs", folder], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
