import { execFileSync } from "node:child_process";
import { appendFile, mkdir, readdir, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { describe, expect, onTestFinished, test } from "vitest";
import { crc32 } from "#exchange/crc32.ts";
import { openJournalFiles, readJournal } from "#main/host/journal-files.ts";
import { encodeRecord, parseJournal } from "#main/host/journal-frame.ts";
import { silentLog } from "./silent-log.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const clock = () => new Date("2026-11-22T00:00:00Z");
const entry = (sequence: number, json = `{"n":${sequence}}`) => ({ store: "main", sequence, json });
const journalFile = (folder: string) => join(folder, "journal", "main.log");
const recordArbitrary = fc.array(fc.string({ unit: "grapheme" }), { minLength: 1, maxLength: 8 });

describe("frames", () => {
  // The check value of CRC-32/ISO-HDLC in every catalogue of CRCs.
  test("the checksum is the usual CRC-32", () => {
    expect(crc32(Buffer.from("123456789"))).toBe(0xcbf43926);
  });

  test("whole entries come back, and a cut at any byte loses only the last", () => {
    fc.assert(
      fc.property(recordArbitrary, fc.nat(), (texts, cut) => {
        const records = texts.map((json, index) => ({ sequence: index + 1, json }));
        const frames = records.map(encodeRecord);
        const whole = Buffer.concat(frames);
        expect(parseJournal(whole)).toEqual({ records, end: whole.length });
        const at = cut % whole.length;
        const kept = parseJournal(whole.subarray(0, at)).records;
        const complete = frames.filter((_, index) => Buffer.concat(frames.slice(0, index + 1)).length <= at);
        expect(kept).toEqual(records.slice(0, complete.length));
      }),
    );
  });

  test("a changed byte is never taken for an entry", () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1 }),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        (json, place, flip) => {
          const frame = encodeRecord({ sequence: 7, json });
          const at = place % frame.length;
          frame.writeUInt8(frame.readUInt8(at) ^ flip, at);
          const { records } = parseJournal(frame);
          // Digits of the checksum may change their case only, which is the same number.
          expect(records.length === 0 || (at < 8 && flip === 0x20)).toBe(true);
        },
      ),
    );
  });
});

describe("the journal of a store", () => {
  test("keeps its entries through closing and opening again", async () => {
    const folder = await temporaryFolder();
    const first = openJournalFiles(folder, clock, silentLog());
    expect(await first.append(entry(1))).toEqual({ ok: true, value: { sequence: 1 } });
    expect(await first.append(entry(5, '{"text":"一\\n二"}'))).toEqual({ ok: true, value: { sequence: 5 } });
    await first.close();
    const second = openJournalFiles(folder, clock, silentLog());
    expect(await second.append(entry(6))).toMatchObject({ ok: true });
    await second.close();
    expect((await readJournal(folder, "main")).map(({ sequence }) => sequence)).toEqual([1, 5, 6]);
  });

  test("takes entries again that it holds, also after opening again, and no other old one", async () => {
    const folder = await temporaryFolder();
    const first = openJournalFiles(folder, clock, silentLog());
    for (const sequence of [1, 12, 13]) await first.append(entry(sequence, `{"名":"第${sequence}"}`));
    const again = async (journal: typeof first) => {
      for (const sequence of [1, 12, 13]) {
        expect(await journal.append(entry(sequence, `{"名":"第${sequence}"}`))).toMatchObject({ ok: true });
        const other = await journal.append(entry(sequence, `{"名":"弟${sequence}"}`));
        expect(other).toMatchObject({ ok: false, code: "bad-argument" });
      }
      expect(await journal.append(entry(2))).toMatchObject({ ok: false, code: "bad-argument" });
    };
    await again(first);
    await first.close();
    const second = openJournalFiles(folder, clock, silentLog());
    await again(second);
    expect(await second.append(entry(14))).toMatchObject({ ok: true });
    expect(await second.append(entry(14))).toMatchObject({ ok: true });
    await second.close();
    expect((await readJournal(folder, "main")).map(({ sequence }) => sequence)).toEqual([1, 12, 13, 14]);
  });

  test.each([
    ["torn", (whole: Buffer) => whole.subarray(0, whole.length - 3)],
    ["zeroed", (whole: Buffer) => Buffer.concat([whole, Buffer.alloc(512)])],
    ["followed by rubbish", (whole: Buffer) => Buffer.concat([whole, Buffer.from("rubbish\n")])],
  ])("sets a tail aside that is %s, says so, and goes on", async (_kind, damage) => {
    const folder = await temporaryFolder();
    const first = openJournalFiles(folder, clock, silentLog());
    for (const sequence of [1, 2, 3]) await first.append(entry(sequence));
    await first.close();
    const damaged = damage(await readFile(journalFile(folder)));
    const { records, end } = parseJournal(damaged);
    await writeFile(journalFile(folder), damaged);
    const log = silentLog();
    const second = openJournalFiles(folder, clock, log);
    expect(await second.append(entry(4))).toMatchObject({ ok: true });
    await second.close();
    expect(await readJournal(folder, "main")).toEqual([...records, { sequence: 4, json: '{"n":4}' }]);
    const aside = (await readdir(join(folder, "journal"))).filter((name) => name.endsWith(".bin"));
    expect(aside).toHaveLength(1);
    expect(await readFile(join(folder, "journal", aside[0] ?? ""))).toEqual(damaged.subarray(end));
    expect(log.lines.join()).toContain("set aside");
  });

  test("entries at once are written one after the other", async () => {
    const folder = await temporaryFolder();
    const journal = openJournalFiles(folder, clock, silentLog());
    const replies = await Promise.all(
      Array.from({ length: 30 }, (_, index) => journal.append(entry(index + 1))),
    );
    expect(replies.every(({ ok }) => ok)).toBe(true);
    await journal.close();
    expect(await readJournal(folder, "main")).toHaveLength(30);
  });

  test("a folder that cannot be written is said with a code, and the next append works once it can", async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, "journal"), "a file in the way");
    const journal = openJournalFiles(folder, clock, silentLog());
    expect(await journal.append(entry(1))).toMatchObject({ ok: false, code: "not-writable" });
    await rm(join(folder, "journal"));
    expect(await journal.append(entry(1))).toMatchObject({ ok: true });
    await journal.close();
  });

  test("a full disk refuses the entry, keeps the earlier ones and takes it once there is room", async ({
    skip,
  }) => {
    const disk = join(await temporaryFolder(), "disk");
    await mkdir(disk);
    if (process.platform !== "linux" || process.getuid?.() !== 0) skip("a small disk cannot be mounted here");
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=64k", "tmpfs", disk]);
    onTestFinished(() => void execFileSync("umount", [disk]));
    const journal = openJournalFiles(disk, clock, silentLog());
    expect(await journal.append(entry(1))).toMatchObject({ ok: true });
    const large = JSON.stringify("数".repeat(100_000));
    expect(await journal.append(entry(2, large))).toMatchObject({ ok: false, code: "disk-full" });
    expect(await readJournal(disk, "main")).toEqual([{ sequence: 1, json: '{"n":1}' }]);
    execFileSync("mount", ["-o", "remount,size=2m", disk]);
    expect(await journal.append(entry(2, large))).toMatchObject({ ok: true });
    await journal.close();
    expect(await readJournal(disk, "main")).toHaveLength(2);
  });

  test.each([
    ["deleted", (file: string) => rm(file)],
    ["deleted with its folder", (file: string) => rm(dirname(file), { recursive: true })],
    ["cut within an entry", (file: string) => truncate(file, 4)],
    ["lengthened", (file: string) => appendFile(file, "x")],
    [
      "replaced",
      async (file: string) => {
        const bytes = await readFile(file);
        await rm(file);
        await writeFile(file, bytes);
      },
    ],
  ])("an entry after the journal was %s while it was open can be read again", async (_, harm) => {
    const folder = await temporaryFolder();
    const journal = openJournalFiles(folder, clock, silentLog());
    onTestFinished(() => journal.close());
    await journal.append(entry(1));
    await harm(journalFile(folder));
    expect(await journal.append(entry(2))).toMatchObject({ ok: true });
    expect((await readJournal(folder, "main")).at(-1)?.sequence).toBe(2);
  });

  test("a journal that grew or shrank behind our back is not taken for whole", async () => {
    const folder = await temporaryFolder();
    const journal = openJournalFiles(folder, clock, silentLog());
    await journal.append(entry(1));
    await journal.close();
    await truncate(journalFile(folder), 4);
    await appendFile(journalFile(folder), "x");
    expect(await readJournal(folder, "main")).toEqual([]);
    expect(await readJournal(folder, "other")).toEqual([]);
  });
});
