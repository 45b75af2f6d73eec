import { createHash } from "node:crypto";
import type { Backup } from "#bridge/backup.ts";
import type { JournalEntry } from "#bridge/journal.ts";
import type { Reply } from "#bridge/desktop-bridge.ts";
import { writePlanArchive } from "#exchange/plan-file/plan-archive.ts";
import { type BackupFiles, openBackupFiles } from "#main/host/backup-files.ts";
import { compactJournal } from "#main/host/compact-journal.ts";
import { type JournalFiles, openJournalFiles } from "#main/host/journal-files.ts";
import { makeLastingFolder } from "#main/host/lasting-folder.ts";
import { defaultSettings, openSettingsFile, type SettingsFile } from "#main/host/settings-file.ts";
import { ModelDisk, PowerCut } from "./model-disk.ts";
import { type Random, randomFrom } from "./random.ts";
import type { TortureRow } from "./torture-row.ts";

const FULL = 200;
const SHORT = 40;
const STORE = "main";
/** Entries a power supply lasts for, at most. */
const EDITS = 60;

interface Machine {
  readonly journals: JournalFiles;
  readonly backups: BackupFiles;
  readonly settings: SettingsFile;
}

/** What the planner was told to be kept. */
interface Acknowledged {
  /** The last edit. */
  readonly edit: number;
  /** The edit that was the last when the settings were changed last. */
  readonly setting: number;
  /** The last edit in the backup made last; 0 for none. */
  readonly backup: number;
}

interface CutRun {
  readonly acknowledged: number;
  readonly lost: number;
  readonly torn: number;
}

/**
 * Goal 2. Edits, backups, changed settings and compaction on a modelled disk whose power goes in the middle of any call, or that only lost the program by
 * then; then the journal and the newest good backup are read as a start does, and every acknowledged edit must be in one of them, the last backup
 * and the last settings be there.
 */
export async function tortureWithPowerCuts(short: boolean): Promise<TortureRow> {
  const runs = short ? SHORT : FULL;
  const sums = { acknowledged: 0, cutsInCompaction: 0, lost: 0, torn: 0 };
  for (let step = 1; ; step += 1) {
    const cut = await cutCompactionAt(step);
    if (cut === null) break;
    sums.cutsInCompaction += 1;
    sums.lost += cut.lost;
    sums.torn += cut.torn;
  }
  for (let seed = 1; seed <= runs; seed += 1) {
    const { acknowledged, lost, torn } = await cutOnce(seed);
    sums.acknowledged += acknowledged;
    sums.lost += lost;
    sums.torn += torn;
  }
  return { goal: 2, runs, ok: sums.lost === 0 && sums.torn === 0 && sums.acknowledged > runs, figures: sums };
}

/** Cuts the power at one call after the other of a compaction; `null` when it has fewer calls. */
async function cutCompactionAt(step: number): Promise<CutRun | null> {
  const model = new ModelDisk();
  const before = await open(model);
  for (let sequence = 1; sequence <= EDITS; sequence += 1) {
    valueOf(await before.journals.append(entry(sequence)));
    if (sequence === EDITS - 20 || sequence === EDITS - 10)
      valueOf(await before.backups.write(await backup(sequence)));
  }
  model.cutAfter(step);
  try {
    const { base } = valueOf(await compactJournal(STORE, before.journals, before.backups));
    if (base === 0) throw new Error("The compaction dropped nothing");
    return null;
  } catch (error) {
    if (!(error instanceof PowerCut)) throw error;
  }
  model.comeBack(randomFrom(step));
  const { last, torn } = await recover(await open(model));
  return { acknowledged: EDITS, lost: EDITS - last, torn };
}

/** Three cuts on one disk, and before each the program may be killed: what one leaves behind must not harm the next. */
async function cutOnce(seed: number): Promise<CutRun> {
  const random = randomFrom(seed);
  const model = new ModelDisk();
  let told: Acknowledged = { edit: 0, setting: 0, backup: 0 };
  for (let cut = 0; cut < 3; cut += 1) {
    for (let kills = random.below(3); kills > 0; kills -= 1) {
      // Early more often than not: the first calls of all make the folders and their names.
      model.cutAfter(1 + random.below(random.below(2) === 0 ? 20 : 250));
      told = await workUntilCut(model, told, random);
      model.killedOnly();
      told = { ...told, edit: Math.max(told.edit, await continued(model)) };
    }
    model.cutAfter(1 + random.below(250));
    told = await workUntilCut(model, told, random);
    model.comeBack(random);
    const machine = await open(model);
    const found = await recover(machine);
    const setting = Number(machine.settings.read().planner ?? 0);
    const backup = (await newestGood(machine.backups))?.sequence ?? 0;
    if (found.last < told.edit || found.torn > 0)
      return { acknowledged: told.edit, lost: told.edit - found.last, torn: found.torn };
    if (setting < told.setting || backup < told.backup) return { acknowledged: told.edit, lost: 1, torn: 0 };
    // What was written but not acknowledged may be there; the page keeps it, since its database has it too.
    told = { edit: found.last, setting, backup };
  }
  return { acknowledged: told.edit, lost: 0, torn: 0 };
}

/** The last edit that a start after a kill finds and goes on from: the page hands it over again, since its database has it too. */
async function continued(model: ModelDisk): Promise<number> {
  const { journals } = await open(model);
  const { last } = valueOf(await journals.heads())[0] ?? { last: 0 };
  if (last > 0) valueOf(await journals.append(entry(last)));
  return last;
}

async function open(model: ModelDisk): Promise<Machine> {
  const log = { write: () => undefined, bug: () => undefined };
  let now = Date.parse("2026-11-22T00:00:00Z");
  const clock = () => new Date((now += 600_000));
  // A disk of its own, as for a new process: what another knew of it is gone.
  const disk = { ...model.disk };
  await makeLastingFolder("/data", disk);
  return {
    journals: openJournalFiles("/data", { disk, clock, log, segmentBytes: 300 }),
    backups: openBackupFiles("/data", { disk, clock, log, secondPlace: () => null }),
    settings: await openSettingsFile("/data", defaultSettings("zh-CN"), clock, log, disk),
  };
}

/** Edits on and on, with a backup, a compaction and changed settings now and then, until the cut; what was acknowledged by then. */
async function workUntilCut(model: ModelDisk, from: Acknowledged, random: Random): Promise<Acknowledged> {
  let told = from;
  try {
    const { journals, backups, settings } = await open(model);
    for (let sequence = from.edit + 1; sequence <= from.edit + EDITS; sequence += 1) {
      valueOf(await journals.append(entry(sequence)));
      told = { ...told, edit: sequence };
      if (random.below(6) === 0) {
        valueOf(await backups.write(await backup(sequence)));
        told = { ...told, backup: sequence };
      }
      if (random.below(12) === 0) valueOf(await compactJournal(STORE, journals, backups));
      if (random.below(12) === 0) {
        await settings.replace({ ...settings.read(), planner: String(sequence) });
        told = { ...told, setting: sequence };
      }
    }
  } catch (error) {
    if (!(error instanceof PowerCut)) throw error;
  }
  return told;
}

/** The edits 1 to `last` that a start would find, and how many are not what was written or have a hole before them. */
async function recover({
  journals,
  backups,
}: Pick<Machine, "journals" | "backups">): Promise<{ readonly last: number; readonly torn: number }> {
  const newest = await newestGood(backups);
  let last = newest?.sequence ?? 0;
  let torn = 0;
  const heads = valueOf(await journals.heads());
  if (heads.length === 0) return { last, torn };
  const { entries } = valueOf(await journals.read({ store: STORE, after: last, offset: 0 }));
  for (const { sequence, after, json } of entries) {
    if (json !== entry(sequence).json || (after ?? 0) > last) torn += 1;
    last = sequence;
  }
  return { last, torn };
}

async function newestGood(backups: BackupFiles): Promise<Backup | null> {
  const { backups: listed } = valueOf(await backups.list());
  // The clock of this machine starts anew with every power cut; the numbers of edits do not.
  for (const found of [...listed].sort((a, b) => b.sequence - a.sequence)) {
    const reply = await backups.read(found.id);
    if (!reply.ok) throw new Error(`A power cut left the broken backup ${found.id}`);
    if (!Buffer.from(reply.value).equals((await backup(found.sequence)).bytes))
      throw new Error(`The backup ${found.id} holds other edits`);
    return found;
  }
  return null;
}

function entry(sequence: number): JournalEntry {
  const json = JSON.stringify({ sequence, text: "五年".repeat(1 + (sequence % 7)) });
  return {
    store: STORE,
    sequence,
    after: sequence === 1 ? null : sequence - 1,
    json,
    offset: 0,
    more: false,
  };
}

/** A backup that ends with an entry, as far as the machine looks into it. */
async function backup(sequence: number) {
  const mark = createHash("sha256").update(entry(sequence).json).digest("hex");
  const bytes = await writePlanArchive({ plans: [], workbench: { sequence, entry: mark } });
  return { store: STORE, sequence, reason: "periodic", plans: 1, bytes } as const;
}

function valueOf<T>(reply: Reply<T>): T {
  if (!reply.ok) throw new Error(`${reply.code}: ${reply.message}`);
  return reply.value;
}
