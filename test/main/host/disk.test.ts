import { mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { assetReader } from "#main/host/asset-reader.ts";
import { confirmsNames, type Disk, nodeDisk } from "#main/host/disk.ts";
import { refusedWrite } from "#main/host/file-error.ts";
import { makeLastingFolder } from "#main/host/lasting-folder.ts";
import { logProcessFaults } from "#main/host/log-process-faults.ts";
import { againWhileHeld } from "#main/host/retry-held.ts";
import { systemError } from "../../torture/model-disk.ts";
import { silentLog } from "./silent-log.ts";
import { temporaryFolder } from "./temporary-folder.ts";
import { EventEmitter } from "node:events";

/** The real disk, which notes the folders that are synced. */
function notingDisk(): { readonly disk: Disk; readonly synced: string[] } {
  const synced: string[] = [];
  const syncFolder = async (folder: string) => {
    await nodeDisk.syncFolder(folder);
    synced.push(folder);
  };
  return { disk: { ...nodeDisk, syncFolder }, synced };
}

describe("a folder whose name is to last", () => {
  test("is made with those above it, each synced in the one above", async () => {
    const folder = await temporaryFolder();
    const { disk, synced } = notingDisk();
    await makeLastingFolder(join(folder, "a", "b"), disk);
    expect(await readdir(join(folder, "a"))).toEqual(["b"]);
    expect(synced).toEqual(expect.arrayContaining([folder, join(folder, "a")]));
  });

  test("is synced by each program once, also when it is there: one that was killed may not have got so far", async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, "a"));
    const { disk, synced } = notingDisk();
    await makeLastingFolder(join(folder, "a"), disk);
    expect(synced).toContain(folder);
    const before = synced.length;
    await makeLastingFolder(join(folder, "a"), disk);
    expect(synced).toHaveLength(before);
  });

  test("whose sync fails counts as such only after one that did not", async () => {
    const folder = await temporaryFolder();
    let fails = true;
    const syncFolder = (path: string) =>
      fails && path === folder ? Promise.reject(systemError("EIO")) : nodeDisk.syncFolder(path);
    const disk: Disk = { ...nodeDisk, syncFolder };
    await expect(makeLastingFolder(join(folder, "a"), disk)).rejects.toMatchObject({ code: "EIO" });
    await expect(makeLastingFolder(join(folder, "a"), disk)).rejects.toMatchObject({ code: "EIO" });
    fails = false;
    await makeLastingFolder(join(folder, "a"), disk);
  });
});

describe("file systems and their moods", () => {
  // /proc refuses the sync of a folder with EINVAL, as shares of other machines do.
  test.skipIf(process.platform !== "linux")(
    "one that cannot sync a folder is written to all the same, and known for it",
    async () => {
      await nodeDisk.syncFolder("/proc");
      expect(await confirmsNames("/proc")).toBe(false);
      expect(await confirmsNames(await temporaryFolder())).toBe(true);
    },
  );

  test("a folder that is gone is no such file system", async () => {
    const gone = join(await temporaryFolder(), "gone");
    await expect(nodeDisk.syncFolder(gone)).rejects.toMatchObject({ code: "ENOENT" });
  });

  test.each(["EPERM", "EACCES", "EBUSY"])(
    "Windows: what another program holds (%s) is tried again, and then said",
    async (code) => {
      let left = 3;
      const task = () => ((left -= 1) >= 0 ? Promise.reject(systemError(code)) : Promise.resolve("done"));
      expect(await againWhileHeld(task, "win32", [0, 0, 0])).toBe("done");
      left = 4;
      await expect(againWhileHeld(task, "win32", [0, 0, 0])).rejects.toMatchObject({ code });
      left = 1;
      await expect(againWhileHeld(task, "linux", [0, 0, 0])).rejects.toMatchObject({ code });
    },
  );

  test("Windows: another failure is said at once", async () => {
    let calls = 0;
    const task = () => {
      calls += 1;
      return Promise.reject(systemError("ENOSPC"));
    };
    await expect(againWhileHeld(task, "win32", [0, 0, 0])).rejects.toMatchObject({ code: "ENOSPC" });
    expect(calls).toBe(1);
  });

  test.each(["ENODEV", "ENXIO", "ESTALE", "ETIMEDOUT", "EHOSTDOWN", "EMFILE", "EXDEV", "UNKNOWN"])(
    "a stick that was pulled out or a drive that does not answer (%s) is a refusal, and no bug of ours",
    (code) => {
      expect(refusedWrite(systemError(code))).toMatchObject({ ok: false, code: "not-writable" });
    },
  );

  test("a file of the page whose name no file can have is not there", async () => {
    const read = assetReader(await temporaryFolder());
    expect(await read(`${"a".repeat(5_000)}.png`)).toBeNull();
  });
});

test("an error that nobody caught goes to the log until one stops listening", () => {
  const process = new EventEmitter();
  const bugs: unknown[] = [];
  const stop = logProcessFaults({ ...silentLog(), bug: (error) => bugs.push(error) }, process);
  process.emit("unhandledRejection", "a");
  process.emit("uncaughtException", "b");
  stop();
  process.emit("unhandledRejection", "c");
  expect(bugs).toEqual(["a", "b"]);
});
