import { spawn } from "node:child_process";
import { EventEmitter, once } from "node:events";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { nodeDisk } from "#main/host/disk.ts";
import { takeInstanceLock } from "#main/host/instance-lock.ts";
import { processStart } from "#main/host/process-start.ts";
import { systemError } from "../../torture/model-disk.ts";
import { fullDisk } from "./full-disk.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const lockOf = (pid: number, start: string) => JSON.stringify({ pid, start, token: "another" });

describe("one instance a data folder", () => {
  test("the second start is refused and asks the first to come to the front", async () => {
    const folder = await temporaryFolder();
    const first = await takeInstanceLock(folder);
    const asked = new Promise<void>((resolve) => first?.onFrontRequest(resolve));
    expect(await takeInstanceLock(folder)).toBeNull();
    await asked;
    await first?.release();
    expect(await readdir(folder)).toEqual([]);
  });

  test("a full disk, on which the lock cannot be written, does not keep the program from starting, nor another from its right", async () => {
    const folder = await temporaryFolder();
    const first = await takeInstanceLock(folder, fullDisk);
    expect(first).not.toBeNull();
    expect(await readdir(folder)).toEqual([]);
    const second = await takeInstanceLock(folder);
    expect(second).not.toBeNull();
    expect(await takeInstanceLock(folder, fullDisk)).toBeNull();
    await first?.release();
    expect(await takeInstanceLock(folder, fullDisk)).toBeNull();
    await second?.release();
  });

  test("after release the folder can be taken again", async () => {
    const folder = await temporaryFolder();
    await (await takeInstanceLock(folder))?.release();
    const second = await takeInstanceLock(folder);
    expect(second).not.toBeNull();
    await second?.release();
  });

  test.each([
    ["no watch left to give", true],
    ["a watch that breaks", false],
  ])("a system with %s still starts the program and brings it to the front", async (_what, refuses) => {
    const folder = await temporaryFolder();
    const first = await takeInstanceLock(folder, nodeDisk, () => {
      if (refuses) throw systemError("ENOSPC");
      const watcher = new EventEmitter();
      queueMicrotask(() => watcher.emit("error", systemError("EPERM")));
      return Object.assign(watcher, { close: () => undefined });
    });
    const asked = new Promise<void>((resolve) => first?.onFrontRequest(resolve));
    expect(await takeInstanceLock(folder)).toBeNull();
    await asked;
    await first?.release();
    expect(await readdir(folder)).toEqual([]);
  });

  test.each([
    ["nothing", ""],
    ["zeros", "\0".repeat(90)],
    ["half a record", lockOf(1, "1").slice(0, 20)],
    ["a record and zeros behind it", `${lockOf(1, "1")}${"\0".repeat(20)}`],
    ["half a record and zeros", lockOf(1, "1").slice(0, 20).padEnd(90, "\0")],
  ])("a lock of which a power cut left %s is taken over", async (_what, left) => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, "instance.lock"), left);
    const lock = await takeInstanceLock(folder);
    expect(lock).not.toBeNull();
    expect(await takeInstanceLock(folder)).toBeNull();
    await lock?.release();
    expect((await readdir(folder)).filter((name) => name !== "instance.front")).toEqual([]);
  });

  test("the lock of a process that has ended is taken over", async () => {
    const folder = await temporaryFolder();
    const child = spawn(process.execPath, ["-e", ""]);
    await once(child, "exit");
    await writeFile(join(folder, "instance.lock"), lockOf(child.pid ?? 0, "1"));
    const lock = await takeInstanceLock(folder);
    expect(lock).not.toBeNull();
    expect(await readFile(join(folder, "instance.lock"), "utf8")).toContain(`"pid":${process.pid}`);
    await lock?.release();
  });

  test("a later process with the same number is not taken for the holder", async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, "instance.lock"), lockOf(process.pid, "not when this process began"));
    const lock = await takeInstanceLock(folder);
    expect(lock).not.toBeNull();
    await lock?.release();
  });

  test("a lock with rubbish in it is taken over", async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, "instance.lock"), "\0\0\0");
    const lock = await takeInstanceLock(folder);
    expect(lock).not.toBeNull();
    await lock?.release();
  });

  test.each(["dead", "rubbish", "dead, its follower as well"])(
    "of many starts at once one gets the folder: the lock there is %s",
    async (left) => {
      const folder = await temporaryFolder();
      for (let round = 0; round < (left === "rubbish" ? 3 : 20); round += 1) {
        const path = join(folder, "instance.lock");
        await writeFile(path, left === "rubbish" ? "" : lockOf(process.pid, "dead"));
        if (left.includes("follower")) await writeFile(`${path}.another`, lockOf(process.pid, "dead"));
        const locks = await Promise.all(Array.from({ length: 8 }, () => takeInstanceLock(folder)));
        const held = locks.filter((lock) => lock !== null);
        expect(held).toHaveLength(1);
        expect(await takeInstanceLock(folder)).toBeNull();
        await held[0]?.release();
        expect(await readdir(folder)).toEqual([]);
      }
    },
  );

  test("releasing does not remove another's lock", async () => {
    const folder = await temporaryFolder();
    const first = await takeInstanceLock(folder);
    await writeFile(join(folder, "instance.lock"), lockOf(process.pid, "other"));
    await first?.release();
    expect(await readdir(folder)).toEqual(["instance.lock"]);
  });
});

describe("when a process began", () => {
  test.skipIf(process.platform !== "linux")(
    "is the same text at every question, field 22 of its status",
    async () => {
      const start = await processStart(process.pid);
      expect(await processStart(process.pid)).toBe(start);
      const stat = await readFile(`/proc/${process.pid}/stat`, "utf8");
      const behindName = stat.slice(stat.lastIndexOf(") ") + 2).split(" ");
      // proc(5) counts from 1, and the pid and the name are the first two.
      expect(start).toBe(behindName[22 - 3]);
    },
  );

  test("is nothing for a process that has ended", async () => {
    const child = spawn(process.execPath, ["-e", ""]);
    await once(child, "exit");
    expect(await processStart(child.pid ?? 0)).toBeNull();
  });
});
