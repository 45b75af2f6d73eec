import { createHash } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { writePlanArchive } from "#exchange/plan-file/plan-archive.ts";
import { openBackupFiles } from "#main/host/backup-files.ts";
import { compactJournal } from "#main/host/compact-journal.ts";
import { nodeDisk } from "#main/host/disk.ts";
import { openJournalFiles } from "#main/host/journal-files.ts";
import { silentLog } from "./silent-log.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const textOf = (sequence: number) => JSON.stringify({ sequence });

/** A backup that ends with an entry, as far as compaction looks into it. */
const backupOf = (sequence: number, text = textOf(sequence)) =>
  writePlanArchive({
    plans: [],
    workbench: { sequence, entry: createHash("sha256").update(text).digest("hex") },
  });

test("a journal keeps every entry that two good backups do not hold", async () => {
  const folder = await temporaryFolder();
  let now = Date.parse("2026-11-22T00:00:00Z");
  // An hour a look, so that no backup is thinned out.
  const tools = { disk: nodeDisk, clock: () => new Date((now += 3_600_000)), log: silentLog() };
  const journals = openJournalFiles(folder, { ...tools, segmentBytes: 1 });
  onTestFinished(() => journals.close());
  const backups = openBackupFiles(folder, { ...tools, secondPlace: () => null });
  const backUp = async (sequence: number, text?: string) => {
    const bytes = await backupOf(sequence, text);
    const reply = await backups.write({ store: "main", sequence, reason: "periodic", plans: 1, bytes });
    return reply.ok && reply.value.kind === "written" ? reply.value.backup.id : "";
  };
  const begin = async () => {
    const reply = await compactJournal("main", journals, backups);
    return reply.ok ? reply.value.base : null;
  };

  const append = (sequence: number) => {
    const after = sequence === 1 ? null : sequence - 1;
    return journals.append({
      store: "main",
      sequence,
      after,
      json: textOf(sequence),
      offset: 0,
      more: false,
    });
  };
  for (let sequence = 1; sequence <= 9; sequence += 1) await append(sequence);
  expect(await begin()).toBe(0);
  await backUp(5);
  expect(await begin()).toBe(0);
  const damaged = await backUp(7);
  await writeFile(join(folder, "backups", `${damaged}.wunian`), "rot");
  expect(await begin()).toBe(0);
  const list = await backups.list();
  expect(list.ok && list.value.backups.find(({ id }) => id === damaged)?.verifiedAt).toBeNull();
  await backUp(8);
  expect(await begin()).toBe(5);
  await backUp(9);
  expect(await begin()).toBe(8);

  for (let sequence = 10; sequence <= 14; sequence += 1) await append(sequence);
  // Two of another course, and two whose entries the journal has not got.
  await backUp(11, "another entry");
  await backUp(12, "another entry");
  await backUp(20);
  await backUp(21);
  expect(await begin()).toBe(8);
  await backUp(13);
  expect(await begin()).toBe(9);
});
