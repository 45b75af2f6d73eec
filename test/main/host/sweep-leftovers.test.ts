import { mkdir, readdir, utimes, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { nodeDisk } from "#main/host/disk.ts";
import { sweepExports, sweepLeftovers } from "#main/host/sweep-leftovers.ts";
import { PowerCut, systemError } from "../../torture/model-disk.ts";
import { replaceFile } from "#main/host/write-file.ts";
import { silentLog } from "./silent-log.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const HOUR = 3_600_000;
const NOW = Date.parse("2026-11-30T08:00:00Z");
const BACKUP = `20261122T000000000Z.periodic.7.1.main.${"0f".repeat(16)}.wunian`;

/** Makes files of 100 bytes that were last written some hours ago. */
async function leave(folder: string, names: readonly string[], hours: number): Promise<void> {
  for (const name of names) {
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, new Uint8Array(100));
    await utimes(path, new Date(NOW - hours * HOUR), new Date(NOW - hours * HOUR));
  }
}

/** All files below a folder, by their paths from there. */
async function filesOf(folder: string): Promise<readonly string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  return found
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1))
    .sort();
}

const LEFT = [
  ".settings.json.0a1b2c3d.tmp",
  ".trial-4711",
  "instance.draft-01234567-89ab-cdef-0123-456789abcdef",
  "electron-window.json.tmp",
  `backups/.${BACKUP}.0a1b2c3d.tmp`,
  "backups/.verified.json.0a1b2c3d.tmp",
  "journal/main/.0000000000000001.log.tail-1764000000000-0a1b2c3d.bin.0a1b2c3d.tmp",
];

const OTHERS = [
  "settings.json",
  "instance.lock",
  ".0a1b2c3d.tmp",
  ".notes.txt.0a1b2c3d.tmp",
  "settings.json.0a1b2c3d.tmp",
  `backups/${BACKUP}`,
  `backups/.${BACKUP}.0a1b2c3.tmp`,
  "backups/.笔记.wunian.0a1b2c3d.tmp",
  "backups/.settings.json.0a1b2c3d.tmp",
  "journal/main/0000000000000001.log",
  "journal/main/0000000000000001.log.tail-1764000000000-0a1b2c3d.bin",
  "journal/我的/.0000000000000001.log.tail-1764000000000-0a1b2c3d.bin.0a1b2c3d.tmp",
];

describe("what a killed program left", () => {
  test("goes from the data folder, by its names alone, and every other file stays", async () => {
    const folder = await temporaryFolder();
    await leave(folder, [...LEFT, ...OTHERS], 2);
    expect(await sweepLeftovers(folder, null, NOW, nodeDisk, silentLog())).toEqual({
      files: LEFT.length,
      bytes: 100 * LEFT.length,
    });
    expect(await filesOf(folder)).toEqual([...OTHERS].sort());
  });

  test("stays where it may still be written: for an hour here, for a day where other machines write, and from a clock that ran ahead", async () => {
    const folder = await temporaryFolder();
    const [data, stick, exports] = ["data", "五年备份", "五年"].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ];
    await leave(data, LEFT, 0.9);
    await leave(stick, [`.${BACKUP}.00000001.tmp`], 23);
    await leave(stick, [`.${BACKUP}.00000002.tmp`], 25);
    await leave(stick, [`.${BACKUP}.00000003.tmp`], -99);
    await leave(exports, [".图.png.00000001.tmp", ".图.docx.00000001.tmp"], 25);
    await leave(exports, [".图.png.00000002.tmp", "图.png", ".图.iso.00000001.tmp", "00000001.tmp"], 23);
    const log = silentLog();
    expect(await sweepLeftovers(data, stick, NOW, nodeDisk, log)).toEqual({ files: 1, bytes: 100 });
    expect(await filesOf(data)).toEqual([...LEFT].sort());
    expect(await filesOf(stick)).toEqual([`.${BACKUP}.00000001.tmp`, `.${BACKUP}.00000003.tmp`]);
    expect(await sweepExports(exports, NOW, nodeDisk, log)).toEqual({ files: 2, bytes: 200 });
    expect(await filesOf(exports)).toHaveLength(4);
  });

  test("is what our own writing leaves when it is killed", async () => {
    const folder = await temporaryFolder();
    const killed = () => Promise.reject(new PowerCut());
    const disk = { ...nodeDisk, rename: killed, remove: killed };
    for (const name of ["settings.json", `backups/${BACKUP}`, "backups/verified.json"]) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await expect(replaceFile(join(folder, name), "half", disk)).rejects.toThrow(PowerCut);
    }
    expect(await filesOf(folder)).toHaveLength(3);
    const later = Date.now() + 2 * HOUR;
    expect(await sweepLeftovers(folder, null, later, nodeDisk, silentLog())).toEqual({ files: 3, bytes: 12 });
    expect(await filesOf(folder)).toEqual([]);
  });

  test("a folder that cannot be read keeps none of the others from being swept", async () => {
    const folder = await temporaryFolder();
    await leave(folder, LEFT, 2);
    const disk = {
      ...nodeDisk,
      list: (path: string) => (path === folder ? Promise.reject(systemError("EACCES")) : nodeDisk.list(path)),
    };
    expect(await sweepLeftovers(folder, null, NOW, disk, silentLog())).toMatchObject({ files: 3 });
  });
});
