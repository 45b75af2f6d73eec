import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { openBackupFiles } from "#main/host/backup-files.ts";
import { compactJournal } from "#main/host/compact-journal.ts";
import { nodeDisk } from "#main/host/disk.ts";
import { openJournalFiles } from "#main/host/journal-files.ts";
import { silentLog } from "./silent-log.ts";
import { temporaryFolder } from "./temporary-folder.ts";

test("a journal keeps every entry that two good backups do not hold", async () => {
  const folder = await temporaryFolder();
  let now = Date.parse("2026-11-22T00:00:00Z");
  const tools = { disk: nodeDisk, clock: () => new Date((now += 1_000)), log: silentLog() };
  const journals = openJournalFiles(folder, { ...tools, segmentBytes: 1 });
  onTestFinished(() => journals.close());
  const backups = openBackupFiles(folder, { ...tools, secondPlace: () => null });
  const backUp = async (sequence: number) => {
    const bytes = Uint8Array.of(sequence);
    const reply = await backups.write({ store: "main", sequence, reason: "periodic", plans: 1, bytes });
    return reply.ok && reply.value.kind === "written" ? reply.value.backup.id : "";
  };
  const begin = async () => {
    const reply = await compactJournal("main", journals, backups);
    return reply.ok ? reply.value.base : null;
  };

  for (let sequence = 1; sequence <= 9; sequence += 1) {
    const after = sequence === 1 ? null : sequence - 1;
    await journals.append({ store: "main", sequence, after, json: "{}", offset: 0, more: false });
  }
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
});
