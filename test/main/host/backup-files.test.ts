import { execFileSync } from "node:child_process";
import { mkdir, readdir, readFile, rm, symlink, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { openBackupFiles, type BackupFiles } from "#main/host/backup-files.ts";
import { type Disk, nodeDisk } from "#main/host/disk.ts";
import { acceptBackupFolder } from "#main/host/second-folder.ts";
import { silentLog } from "./silent-log.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const request = (sequence: number, plans = 1, size = 100) =>
  ({
    store: "main",
    sequence,
    reason: "periodic",
    plans,
    bytes: new Uint8Array(size).fill(sequence),
  }) as const;

/** Backups whose clock goes on by a day with each look. */
function open(folder: string, second: string | null = null, disk: Disk = nodeDisk): BackupFiles {
  let now = Date.parse("2026-11-22T00:00:00Z");
  const clock = () => new Date((now += 86_400_000));
  return openBackupFiles(folder, { disk, clock, log: silentLog(), secondPlace: () => second });
}

/** Names a place for second copies as a planner does whose data lies elsewhere. */
async function nameStick(stick: string) {
  return acceptBackupFolder(stick, stick, await temporaryFolder(), nodeDisk);
}

async function listed(backups: BackupFiles) {
  const reply = await backups.list();
  if (!reply.ok) throw new Error(reply.message);
  return reply.value;
}

describe("backups", () => {
  test("are thinned out as they are made, in both folders, and other files there are left alone", async () => {
    const folder = await temporaryFolder();
    const stick = join(folder, "stick");
    await nameStick(stick);
    await mkdir(join(folder, "backups"));
    await writeFile(join(folder, "backups", "我的笔记.wunian"), "not ours");
    const backups = open(folder, stick);
    for (let sequence = 1; sequence <= 40; sequence += 1) await backups.write(request(sequence));
    const { backups: left } = await listed(backups);
    expect(left.length).toBeGreaterThanOrEqual(24);
    expect(left.length).toBeLessThan(40);
    expect(left.every(({ places }) => places.length === 2)).toBe(true);
    expect(left[0]?.sequence).toBe(40);
    expect(await readdir(join(folder, "backups"))).toContain("我的笔记.wunian");
    expect(await readdir(join(stick, "五年备份"))).toHaveLength(left.length + 1);
  });

  test("are refused when they would leave no room for the journal", async () => {
    const free = 100 * 1024 ** 2 + 99;
    const backups = open(await temporaryFolder(), null, { ...nodeDisk, free: () => Promise.resolve(free) });
    expect(await backups.write(request(1))).toMatchObject({ ok: false, code: "disk-full" });
    expect(await backups.write(request(1, 1, 99))).toMatchObject({ ok: true });
  });

  test("that the disk gives back with other bytes are refused, and leave nothing behind", async () => {
    const folder = await temporaryFolder();
    const lying: Disk = { ...nodeDisk, readFile: () => Promise.resolve(Buffer.from("other bytes")) };
    expect(await open(folder, null, lying).write(request(1))).toMatchObject({ ok: false, code: "damaged" });
    expect(await readdir(join(folder, "backups"))).toEqual([]);
  });

  test("that grew beyond any backup are damaged, and are not read", async () => {
    const folder = await temporaryFolder();
    const backups = open(folder);
    await backups.write(request(1));
    const [found] = (await listed(backups)).backups;
    await truncate(join(folder, "backups", `${found?.id}.wunian`), 3 * 1024 ** 3);
    expect(await backups.read(found?.id ?? "")).toMatchObject({ ok: false, code: "damaged" });
  });

  test("whose marks are lost count as not verified, until they are looked at again", async () => {
    const folder = await temporaryFolder();
    await open(folder).write(request(1));
    await writeFile(join(folder, "backups", "verified.json"), "[1");
    const backups = open(folder);
    const [found] = (await listed(backups)).backups;
    expect(found?.verifiedAt).toBeNull();
    expect(await backups.verify(found?.id ?? "")).toMatchObject({ ok: true, value: { own: "good" } });
    expect((await listed(backups)).backups[0]?.verifiedAt).toBeGreaterThan(0);
  });
});

describe("a disk that refuses to read", () => {
  const refusing = (name: string, code: string): Disk => ({
    ...nodeDisk,
    readFile: (path) =>
      path.includes(name)
        ? Promise.reject(Object.assign(new Error(code), { code }))
        : nodeDisk.readFile(path),
  });

  test("the marks hides no backup", async () => {
    const folder = await temporaryFolder();
    await open(folder).write(request(1));
    const backups = open(folder, null, refusing("verified.json", "EBUSY"));
    expect((await listed(backups)).backups).toMatchObject([{ sequence: 1, verifiedAt: null }]);
  });

  test.each([
    ["EBUSY", "not-writable"],
    ["EIO", "damaged"],
  ])("a backup does not make it damaged where another program may hold it: %s", async (code, refused) => {
    const folder = await temporaryFolder();
    await open(folder).write(request(1));
    const backups = open(folder, null, refusing(".periodic.", code));
    const [found] = (await listed(backups)).backups;
    expect(await backups.read(found?.id ?? "")).toMatchObject({ ok: false, code: refused });
  });
});

describe("the second folder", () => {
  test.each([".", "backups", "journal/main", "../link/backups"])(
    "is refused in the data folder itself, at %s: whatever takes the one takes the other",
    async (place) => {
      const home = await temporaryFolder();
      const data = join(home, "data");
      await mkdir(data);
      await symlink(data, join(home, "link"));
      const named = join(data, place);
      expect(await acceptBackupFolder(named, home, data, nodeDisk)).toMatchObject({ code: "bad-argument" });
      expect(await acceptBackupFolder(join(home, "link", "backups"), home, data, nodeDisk)).toMatchObject({
        code: "bad-argument",
      });
    },
  );

  test("may lie beside the data folder, whose name its own begins with", async () => {
    const home = await temporaryFolder();
    const data = join(home, "data");
    await mkdir(data);
    const named = join(home, "data-copies");
    expect(await acceptBackupFolder(named, home, data, nodeDisk)).toEqual({ ok: true, value: named });
  });

  test("is absent where its mark is gone, though a folder is there, and nothing is written into it", async () => {
    const folder = await temporaryFolder();
    const stick = join(folder, "stick");
    await nameStick(stick);
    // As after unmounting: the path leads to an empty folder of the system's own disk.
    await rm(stick, { recursive: true });
    await mkdir(join(stick, "五年备份"), { recursive: true });
    const backups = open(folder, stick);
    expect(await backups.write(request(1))).toMatchObject({ ok: true, value: { second: "absent" } });
    expect(await readdir(join(stick, "五年备份"))).toEqual([]);
    expect((await listed(backups)).second).toEqual({ kind: "absent", label: join(stick, "五年备份") });
  });

  test("brings its backups to a machine that has none", async () => {
    const old = await temporaryFolder();
    const stick = join(old, "stick");
    await nameStick(stick);
    await open(old, stick).write(request(7));
    const machine = await temporaryFolder();
    // The planner may name the folder itself as well as the stick that it lies on.
    for (const named of [stick, join(stick, "五年备份")]) {
      expect(await nameStick(named)).toEqual({ ok: true, value: named });
      const backups = open(machine, named);
      const [found] = (await listed(backups)).backups;
      expect(found).toMatchObject({ sequence: 7, places: ["second"] });
      expect(await backups.read(found?.id ?? "")).toEqual({ ok: true, value: request(7).bytes });
    }
  });

  test("gives back what the own folder has lost, and gets back what it has lost itself", async () => {
    const folder = await temporaryFolder();
    const stick = join(folder, "stick");
    await nameStick(stick);
    const backups = open(folder, stick);
    await backups.write(request(3));
    const id = (await listed(backups)).backups[0]?.id ?? "";
    const [own, second] = [join(folder, "backups"), join(stick, "五年备份")].map((each) =>
      join(each, `${id}.wunian`),
    );
    for (const [damaged, place] of [
      [own, "own"],
      [second, "second"],
    ] as const) {
      await writeFile(damaged ?? "", "rotten");
      const other = place === "own" ? "second" : "own";
      expect(await backups.verify(id)).toMatchObject({
        ok: true,
        value: { [place]: "damaged", [other]: "good", mended: [place] },
      });
      expect(new Uint8Array(await readFile(damaged ?? ""))).toEqual(request(3).bytes);
      expect((await listed(backups)).backups[0]?.verifiedAt).toBeGreaterThan(0);
    }
    // Reading for a restore mends as well.
    await writeFile(own ?? "", "rotten");
    expect(await backups.read(id)).toEqual({ ok: true, value: request(3).bytes });
    expect(new Uint8Array(await readFile(own ?? ""))).toEqual(request(3).bytes);
  });

  test("that comes back gets the backups that were made without it, good ones only", async () => {
    const folder = await temporaryFolder();
    const stick = join(folder, "stick");
    const backups = open(folder, stick);
    for (const sequence of [1, 2, 3]) await backups.write(request(sequence));
    const [, rotten] = (await listed(backups)).backups;
    await writeFile(join(folder, "backups", `${rotten?.id}.wunian`), "rotten");
    await nameStick(stick);
    await backups.write(request(4));
    const placesOf = async () =>
      (await listed(backups)).backups.map(({ sequence, places }) => [sequence, places.length]);
    expect(await placesOf()).toEqual([
      [4, 2],
      [3, 2],
      [2, 1],
      [1, 2],
    ]);
  });

  test("that is full is said, and the own backup stands", async ({ skip }) => {
    const folder = await temporaryFolder();
    const stick = join(folder, "stick");
    await mkdir(stick);
    if (process.platform !== "linux" || process.getuid?.() !== 0) skip("a small disk cannot be mounted here");
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=64k", "tmpfs", stick]);
    onTestFinished(() => void execFileSync("umount", [stick]));
    await nameStick(stick);
    const backups = open(folder, stick);
    const written = await backups.write(request(1, 1, 200_000));
    expect(written).toMatchObject({ ok: true, value: { second: "full", backup: { places: ["own"] } } });
    expect((await readdir(join(stick, "五年备份"))).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });
});
