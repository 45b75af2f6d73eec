import { createHash } from "node:crypto";
import type { Backup } from "#bridge/backup.ts";
import type { JournalEntry } from "#bridge/journal.ts";
import type { Reply } from "#bridge/desktop-bridge.ts";
import { writePlanArchive } from "#exchange/plan-file/plan-archive.ts";
import { type BackupFiles, openBackupFiles } from "#main/host/backup-files.ts";
import { compactJournal } from "#main/host/compact-journal.ts";
import { type JournalFiles, openJournalFiles } from "#main/host/journal-files.ts";
import { ModelDisk, PowerCut } from "./model-disk.ts";
import { type Random, randomFrom } from "./random.ts";
import type { TortureRow } from "./torture-row.ts";

const FULL = 200;
const SHORT = 60;
const STORE = "main";
/** Entries a power supply lasts for, at most. */
const EDITS = 60;

interface Machine {
  readonly journals: JournalFiles;
  readonly backups: BackupFiles;
}

interface CutRun {
  readonly acknowledged: number;
  readonly lost: number;
  readonly torn: number;
}

/**
 * Goal 2. Edits, backups and compaction on a modelled disk whose power goes in the middle of any call; then the journal and the newest
 * good backup are read as a start does, and every acknowledged edit must be in one of them.
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
  const before = open(model);
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
  const { last, torn } = await recover(open(model));
  return { acknowledged: EDITS, lost: EDITS - last, torn };
}

/** Three cuts on one disk: what one leaves behind must not harm the next. */
async function cutOnce(seed: number): Promise<CutRun> {
  const random = randomFrom(seed);
  const model = new ModelDisk();
  let acknowledged = 0;
  for (let cut = 0; cut < 3; cut += 1) {
    model.cutAfter(1 + random.below(250));
    acknowledged = await workUntilCut(open(model), acknowledged, random);
    model.comeBack(random);
    const found = await recover(open(model));
    if (found.last < acknowledged || found.torn > 0)
      return { acknowledged, lost: acknowledged - found.last, torn: found.torn };
    // What was written but not acknowledged may be there; the page keeps it, since its database has it too.
    acknowledged = found.last;
  }
  return { acknowledged, lost: 0, torn: 0 };
}

function open(model: ModelDisk): Machine {
  const log = { write: () => undefined, bug: () => undefined };
  let now = Date.parse("2026-11-22T00:00:00Z");
  const clock = () => new Date((now += 600_000));
  const { disk } = model;
  return {
    journals: openJournalFiles("/data", { disk, clock, log, segmentBytes: 300 }),
    backups: openBackupFiles("/data", { disk, clock, log, secondPlace: () => null }),
  };
}

/** Edits on and on, with a backup and a compaction now and then, until the power goes; the last acknowledged edit. */
async function workUntilCut({ journals, backups }: Machine, from: number, random: Random): Promise<number> {
  let acknowledged = from;
  try {
    for (let sequence = from + 1; sequence <= from + EDITS; sequence += 1) {
      valueOf(await journals.append(entry(sequence)));
      acknowledged = sequence;
      if (random.below(6) === 0) valueOf(await backups.write(await backup(sequence)));
      if (random.below(12) === 0) valueOf(await compactJournal(STORE, journals, backups));
    }
  } catch (error) {
    if (!(error instanceof PowerCut)) throw error;
  }
  return acknowledged;
}

/** The edits 1 to `last` that a start would find, and how many are not what was written or have a hole before them. */
async function recover({
  journals,
  backups,
}: Machine): Promise<{ readonly last: number; readonly torn: number }> {
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
