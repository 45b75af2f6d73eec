import { execFileSync } from "node:child_process";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { saveIntoFolder } from "#main/host/save-export.ts";
import { createFile, replaceFile } from "#main/host/write-file.ts";
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
    await expect(createFile(join(folder, "a"), bytes(1))).rejects.toMatchObject({ code: "EEXIST" });
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

  test("a full disk leaves nothing behind and keeps the old file", async ({ skip }) => {
    const folder = await temporaryFolder();
    const disk = join(folder, "disk");
    await mkdir(disk);
    if (!mountedSmallDisk(disk)) skip("a small disk cannot be mounted here");
    onTestFinished(() => void execFileSync("umount", [disk]));
    await writeFile(join(disk, "settings"), "old");
    const large = new Uint8Array(1024 * 1024);
    await expect(replaceFile(join(disk, "settings"), large)).rejects.toMatchObject({ code: "ENOSPC" });
    await expect(createFile(join(disk, "export"), large)).rejects.toMatchObject({ code: "ENOSPC" });
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
