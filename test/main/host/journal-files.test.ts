import { execFileSync } from "node:child_process";
import { appendFile, mkdir, readdir, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { crc32 } from "#exchange/crc32.ts";
import type { JournalEntry } from "#bridge/journal.ts";
import { type Disk, nodeDisk } from "#main/host/disk.ts";
import { type JournalFiles, openJournalFiles, SEGMENT_BYTES } from "#main/host/journal-files.ts";
import { scanFrames } from "#main/host/journal-frame.ts";
import { systemError } from "../../torture/model-disk.ts";
import { silentLog } from "./silent-log.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const clock = () => new Date("2026-11-22T00:00:00Z");
const entry = (
  sequence: number,
  json = `{"n":${sequence}}`,
  after = sequence === 1 ? null : sequence - 1,
) => ({
  ...{ store: "main", sequence, after, json },
  ...{ offset: 0, more: false },
});
const journalFile = (folder: string) => join(folder, "journal", "main", "0000000000000001.log");

function open(folder: string, segmentBytes = SEGMENT_BYTES, log = silentLog()): JournalFiles {
  return openJournalFiles(folder, { disk: nodeDisk, clock, log, segmentBytes });
}

/** The entries that a journal gives back, oldest first. */
async function entriesOf(journal: JournalFiles, store = "main"): Promise<readonly JournalEntry[]> {
  const reply = await journal.read({ store, after: 0, offset: 0 });
  return reply.ok ? reply.value.entries : [];
}

/** What a journal holds for whoever opens it anew. */
async function readAnew(folder: string): Promise<readonly JournalEntry[]> {
  const journal = open(folder);
  const entries = await entriesOf(journal);
  await journal.close();
  return entries;
}

const numbers = (entries: readonly JournalEntry[]) => entries.map(({ sequence }) => sequence);

describe("the journal of a store", () => {
  test("keeps its entries through closing and opening again", async () => {
    const folder = await temporaryFolder();
    const first = open(folder);
    expect(await first.append(entry(1))).toEqual({ ok: true, value: { sequence: 1 } });
    expect(await first.append(entry(5, '{"text":"一\\n二"}', 1))).toMatchObject({ ok: true });
    await first.close();
    const second = open(folder);
    expect(await second.append(entry(6))).toMatchObject({ ok: true });
    expect(numbers(await entriesOf(second))).toEqual([1, 5, 6]);
    await second.close();
  });

  test("takes entries again that it holds, also after opening again, and no other old one", async () => {
    const folder = await temporaryFolder();
    const first = open(folder);
    await first.append(entry(1, '{"名":"第1"}'));
    await first.append(entry(12, '{"名":"第12"}', 1));
    await first.append(entry(13, '{"名":"第13"}'));
    const again = async (journal: JournalFiles) => {
      for (const sequence of [1, 12, 13]) {
        expect(await journal.append(entry(sequence, `{"名":"第${sequence}"}`))).toMatchObject({ ok: true });
        const other = await journal.append(entry(sequence, `{"名":"弟${sequence}"}`));
        expect(other).toMatchObject({ ok: false, code: "journal-conflict" });
      }
      expect(await journal.append(entry(2))).toMatchObject({ ok: false, code: "journal-conflict" });
    };
    await again(first);
    await first.close();
    const second = open(folder);
    await again(second);
    expect(await second.append(entry(14))).toMatchObject({ ok: true });
    expect(await second.append(entry(14))).toMatchObject({ ok: true });
    expect(numbers(await entriesOf(second))).toEqual([1, 12, 13, 14]);
    await second.close();
  });

  test("says that it lacks entries, and that it went another way than the database", async () => {
    const journal = open(await temporaryFolder());
    onTestFinished(() => journal.close());
    expect(await journal.append(entry(4))).toMatchObject({ ok: false, code: "journal-behind" });
    for (const sequence of [1, 2, 3]) await journal.append(entry(sequence));
    expect(await journal.append(entry(5))).toMatchObject({ ok: false, code: "journal-behind" });
    expect(await journal.append(entry(4, "{}", 2))).toMatchObject({ ok: false, code: "journal-conflict" });
    expect(await journal.append(entry(4))).toMatchObject({ ok: true });
  });

  test("begins a new run where a restored database begins, and offers only that", async () => {
    const folder = await temporaryFolder();
    const journal = open(folder);
    for (const sequence of [1, 2]) await journal.append(entry(sequence));
    expect(await journal.append({ ...entry(601), after: null })).toMatchObject({ ok: true });
    await journal.append(entry(602));
    await journal.close();
    const again = open(folder);
    expect(await again.heads()).toMatchObject({ ok: true, value: [{ base: 600, last: 602, count: 2 }] });
    expect(numbers(await entriesOf(again))).toEqual([601, 602]);
    await again.close();
  });

  test("reads the one file of the first program, and goes on behind it", async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, "journal"));
    // As the first program framed them: without the number of the entry before.
    const frames = [1, 2].map((sequence) => {
      const checked = `${sequence} {"n":${sequence}}`;
      return `${crc32(Buffer.from(checked)).toString(16).padStart(8, "0")} 7 ${checked}\n`;
    });
    await writeFile(join(folder, "journal", "main.log"), frames.join(""));
    const journal = open(folder);
    expect(await journal.heads()).toMatchObject({ ok: true, value: [{ store: "main", base: 0, last: 2 }] });
    expect(await journal.append(entry(2))).toMatchObject({ ok: true });
    expect(await journal.append(entry(3))).toMatchObject({ ok: true });
    await journal.close();
    expect(numbers(await readAnew(folder))).toEqual([1, 2, 3]);
  });

  test.each([
    ["torn", 1, (whole: Buffer) => whole.subarray(0, whole.length - 3)],
    ["zeroed", 0, (whole: Buffer) => Buffer.concat([whole, Buffer.alloc(512)])],
    ["followed by rubbish", 1, (whole: Buffer) => Buffer.concat([whole, Buffer.from("rubbish\n")])],
  ])("sets a tail aside that is %s, says so, and goes on", async (_kind, kept, damage) => {
    const folder = await temporaryFolder();
    const first = open(folder);
    for (const sequence of [1, 2, 3]) await first.append(entry(sequence));
    await first.close();
    const damaged = damage(await readFile(journalFile(folder)));
    const { places, end } = scanFrames(damaged);
    await writeFile(journalFile(folder), damaged);
    const log = silentLog();
    const second = open(folder, SEGMENT_BYTES, log);
    expect(await second.heads()).toMatchObject({
      ok: true,
      value: [{ last: places.length, setAside: damaged.length - end }],
    });
    expect(await second.append(entry(places.length + 1))).toMatchObject({ ok: true });
    expect(await entriesOf(second)).toHaveLength(places.length + 1);
    await second.close();
    const aside = (await readdir(dirname(journalFile(folder)))).filter((name) => name.endsWith(".bin"));
    expect(aside).toHaveLength(kept);
    for (const name of aside)
      expect(await readFile(join(dirname(journalFile(folder)), name))).toEqual(damaged.subarray(end));
    expect(log.lines.join()).toContain("set aside");
  });

  test("entries at once are written one after the other", async () => {
    const folder = await temporaryFolder();
    const journal = open(folder);
    const replies = await Promise.all(
      Array.from({ length: 30 }, (_, index) => journal.append(entry(index + 1))),
    );
    expect(replies.every(({ ok }) => ok)).toBe(true);
    await journal.close();
    expect(await readAnew(folder)).toHaveLength(30);
  });

  test("begins further files as it grows, and reads them as one", async () => {
    const folder = await temporaryFolder();
    const journal = open(folder, 40);
    for (let sequence = 1; sequence <= 12; sequence += 1) await journal.append(entry(sequence));
    await journal.close();
    expect((await readdir(join(folder, "journal", "main"))).length).toBeGreaterThan(3);
    const again = open(folder, 40);
    expect(numbers(await entriesOf(again))).toEqual(Array.from({ length: 12 }, (_, index) => index + 1));
    const reply = await again.read({ store: "main", after: 9, offset: 0 });
    expect(reply.ok && numbers(reply.value.entries)).toEqual([10, 11, 12]);
    await again.close();
  });

  test("drops whole files only, never the one that is written to, and says where it now begins", async () => {
    const folder = await temporaryFolder();
    const journal = open(folder, 40);
    for (let sequence = 1; sequence <= 9; sequence += 1) await journal.append(entry(sequence));
    const reply = await journal.dropThrough("main", 5);
    const base = reply.ok ? reply.value.base : -1;
    expect(base).toBeGreaterThan(0);
    expect(base).toBeLessThanOrEqual(5);
    expect(await journal.append(entry(10))).toMatchObject({ ok: true });
    await journal.dropThrough("main", 10);
    expect(await journal.append(entry(11))).toMatchObject({ ok: true });
    await journal.close();
    expect(numbers(await readAnew(folder)).slice(-2)).toEqual([10, 11]);
  });

  test("offers nothing before a hole between its files, and keeps those files", async () => {
    const folder = await temporaryFolder();
    const journal = open(folder, 20);
    for (const sequence of [1, 2, 3, 4]) await journal.append(entry(sequence));
    await journal.close();
    const files = await readdir(join(folder, "journal", "main"));
    await rm(join(folder, "journal", "main", files[1] ?? ""));
    const again = open(folder, 20);
    expect(await again.heads()).toMatchObject({ ok: true, value: [{ base: 2, last: 4, count: 2 }] });
    await again.close();
    expect(await readdir(join(folder, "journal", "main"))).toHaveLength(files.length - 1);
  });

  test("a damaged entry is said, not given", async () => {
    const folder = await temporaryFolder();
    const journal = open(folder);
    for (const sequence of [1, 2]) await journal.append(entry(sequence));
    const bytes = await readFile(journalFile(folder));
    bytes[bytes.length - 3] = 0x21;
    await writeFile(journalFile(folder), bytes);
    expect(await journal.read({ store: "main", after: 1, offset: 0 })).toMatchObject({
      ok: false,
      code: "damaged",
    });
    await journal.close();
  });

  test("a piece that does not follow the one before is refused, and no half entry is kept", async () => {
    const folder = await temporaryFolder();
    const journal = open(folder);
    const piece = (json: string, offset: number, more: boolean) =>
      journal.append({ ...entry(1, json), offset, more });
    expect(await piece('{"a":', 0, true)).toMatchObject({ ok: true });
    expect(await piece("1}", 3, false)).toMatchObject({ ok: false, code: "bad-argument" });
    expect(await piece("1}", 5, false)).toMatchObject({ ok: false, code: "bad-argument" });
    expect(await piece('{"b":', 0, true)).toMatchObject({ ok: true });
    expect(await piece('{"a":', 0, true)).toMatchObject({ ok: true });
    expect(await piece("1}", 5, false)).toMatchObject({ ok: true });
    await journal.close();
    expect((await readAnew(folder)).map(({ json }) => json)).toEqual(['{"a":1}']);
  });

  test("a folder that cannot be written is said with a code, and the next append works once it can", async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, "journal"), "a file in the way");
    const journal = open(folder);
    expect(await journal.append(entry(1))).toMatchObject({ ok: false, code: "not-writable" });
    await rm(join(folder, "journal"));
    expect(await journal.append(entry(1))).toMatchObject({ ok: true });
    await journal.close();
  });

  test("an entry whose fsync failed counts only after one that did not", async () => {
    const folder = await temporaryFolder();
    const state = { fails: true, cuts: true, syncs: 0 };
    const disk: Disk = {
      ...nodeDisk,
      open: async (path, which) => {
        const file = await nodeDisk.open(path, which);
        return {
          ...file,
          sync: () => {
            if (state.fails) return Promise.reject(Object.assign(new Error("EIO"), { code: "EIO" }));
            state.syncs += 1;
            return file.sync();
          },
          truncate: (size) => (state.cuts ? file.truncate(size) : Promise.reject(new Error("EIO"))),
        };
      },
    };
    const journal = openJournalFiles(folder, { disk, clock, log: silentLog(), segmentBytes: SEGMENT_BYTES });
    onTestFinished(() => journal.close());
    expect(await journal.append(entry(1))).toMatchObject({ ok: false, code: "not-writable" });
    // What is read again may be in the system's memory alone.
    expect(await readAnew(folder)).toEqual([]);
    state.cuts = false;
    expect(await journal.append(entry(1))).toMatchObject({ ok: false });
    expect(numbers(await readAnew(folder))).toEqual([1]);
    expect(await journal.append(entry(1))).toMatchObject({ ok: false });
    state.fails = false;
    expect(await journal.append(entry(1))).toEqual({ ok: true, value: { sequence: 1 } });
    expect(state.syncs).toBe(1);
    expect(await journal.append(entry(1))).toEqual({ ok: true, value: { sequence: 1 } });
    expect(state.syncs).toBe(1);
  });

  test("a full disk refuses the entry, keeps the earlier ones and takes it once there is room", async ({
    skip,
  }) => {
    const disk = join(await temporaryFolder(), "disk");
    await mkdir(disk);
    if (process.platform !== "linux" || process.getuid?.() !== 0) skip("a small disk cannot be mounted here");
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=64k", "tmpfs", disk]);
    onTestFinished(() => void execFileSync("umount", [disk]));
    const journal = open(disk);
    expect(await journal.append(entry(1))).toMatchObject({ ok: true });
    const large = JSON.stringify("数".repeat(100_000));
    expect(await journal.append(entry(2, large))).toMatchObject({ ok: false, code: "disk-full" });
    execFileSync("mount", ["-o", "remount,size=2m", disk]);
    expect(numbers(await entriesOf(journal))).toEqual([1]);
    expect(await journal.append(entry(2, large))).toMatchObject({ ok: true });
    await journal.close();
    expect(await readAnew(disk)).toHaveLength(2);
  });

  test("can be read on a disk that took half an entry and has no room for anything more", async () => {
    const folder = await temporaryFolder();
    const state = { full: false };
    const disk: Disk = {
      ...nodeDisk,
      open: async (path, which) => {
        const file = await nodeDisk.open(path, which);
        const append = async (bytes: Uint8Array) => {
          if (!state.full) return file.append(bytes);
          await file.append(bytes.subarray(0, path.endsWith(".log") ? bytes.length >> 1 : 0));
          throw systemError("ENOSPC");
        };
        return { ...file, append };
      },
    };
    const journal = openJournalFiles(folder, { disk, clock, log: silentLog(), segmentBytes: SEGMENT_BYTES });
    onTestFinished(() => journal.close());
    expect(await journal.append(entry(1))).toMatchObject({ ok: true });
    state.full = true;
    expect(await journal.append(entry(2))).toMatchObject({ ok: false, code: "disk-full" });
    expect(numbers(await entriesOf(journal))).toEqual([1]);
    state.full = false;
    expect(await journal.append(entry(2))).toMatchObject({ ok: true });
    expect(numbers(await readAnew(folder))).toEqual([1, 2]);
  });

  test.each([
    ["deleted", (file: string) => rm(file)],
    ["deleted with its folder", (file: string) => rm(dirname(file), { recursive: true })],
    ["cut within an entry", (file: string) => truncate(file, 4)],
  ])("asks for its entries again when its file was %s while it was open", async (_, harm) => {
    const folder = await temporaryFolder();
    const journal = open(folder);
    onTestFinished(() => journal.close());
    for (const sequence of [1, 2]) await journal.append(entry(sequence));
    await harm(journalFile(folder));
    expect(await journal.append(entry(3))).toMatchObject({ ok: false, code: "journal-behind" });
    for (const sequence of [1, 2, 3])
      expect(await journal.append(entry(sequence))).toMatchObject({ ok: true });
    expect(numbers(await readAnew(folder))).toEqual([1, 2, 3]);
  });

  test.each([
    ["lengthened", (file: string) => appendFile(file, "x")],
    [
      "replaced",
      async (file: string) => {
        const bytes = await readFile(file);
        await rm(file);
        await writeFile(file, bytes);
      },
    ],
  ])("goes on when its file was %s while it was open", async (_, harm) => {
    const folder = await temporaryFolder();
    const journal = open(folder);
    onTestFinished(() => journal.close());
    await journal.append(entry(1));
    await harm(journalFile(folder));
    expect(await journal.append(entry(2))).toMatchObject({ ok: true });
    expect(numbers(await readAnew(folder))).toEqual([1, 2]);
  });

  test("a file that is longer than any journal is set aside unread", async () => {
    const folder = await temporaryFolder();
    const journal = open(folder);
    await journal.append(entry(1));
    await journal.close();
    // Sparse: it takes no room on the disk.
    await truncate(journalFile(folder), 3 * 1024 ** 3);
    const again = open(folder);
    expect(await again.heads()).toMatchObject({ ok: true, value: [{ last: 0, setAside: 3 * 1024 ** 3 }] });
    expect(await again.append(entry(1))).toMatchObject({ ok: true });
    await again.close();
    expect(numbers(await readAnew(folder))).toEqual([1]);
  });

  test("an unknown store has no journal", async () => {
    const journal = open(await temporaryFolder());
    expect(await journal.heads()).toEqual({ ok: true, value: [] });
    const query = { store: "other", after: 0, offset: 0 };
    expect(await journal.read(query)).toMatchObject({ ok: false, code: "not-found" });
    await journal.close();
  });
});
