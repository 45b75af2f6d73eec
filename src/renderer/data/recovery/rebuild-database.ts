import type { Backup } from "#bridge/backup.ts";
import { ok, type Result } from "#core/result.ts";
import type { JournalRow } from "../db/journal-row.ts";
import { readJournalRow } from "../db/read-journal-row.ts";
import { entriesToBackup } from "./entries-to-backup.ts";
import type { Base, CarriedPlan, RebuildSource } from "./backup-state.ts";
import { findBase, foldKept, type Kept, leavesHole, readKept, withHeldHistory } from "./kept-by-machine.ts";
import type { RecoveryError } from "./recovery.ts";
import { missingDocuments, replaceAll, type Replacement } from "./replace-all.ts";
import type { ReplayedPlans, ReplayTools } from "./replay-into.ts";
import { rebuildOverGap } from "./rebuild-over-gap.ts";

/** Edits that neither a backup nor the journal holds any more, by their numbers, both included (none where `from` is above `to`), and how many later ones did not fit. */
export interface Gap {
  readonly from: number;
  readonly to: number;
  readonly unfit: number;
}

/** What a database was built again from. */
export interface Rebuilt {
  /** The whole journal, and how many of its entries were carried out again behind the backup. */
  readonly entries: readonly JournalRow[];
  readonly replayed: number;
  readonly backup: Backup | null;
  readonly unattached: readonly string[];
  readonly gap: Gap | null;
  /** Whether the journal cannot tell that the backup is of its own course. */
  readonly unproven: boolean;
  /** Plans that the backup holds broken. */
  readonly carried: readonly CarriedPlan[];
}

/**
 * Builds the planner's own plans and the journal again, from the good backup that reaches furthest and the entries behind it, in one
 * transaction that replaces what the database holds of them. Entries that the database alone has are kept when they can be read.
 */
export async function rebuildDatabase(
  tools: ReplayTools,
  source: RebuildSource,
): Promise<Result<Rebuilt, RecoveryError>> {
  const { store, head } = source;
  const kept = await readKept(source, (last) => ownTail(tools, store, last));
  if (!kept.ok) return kept;
  const { entries, base, hasGap } = kept.value;
  const reached = source.backups.flatMap((each) => (each.store === store ? [each.sequence] : []));
  const remains = { base, entries, store, last: Math.max(head?.last ?? 0, ...reached) };
  if (hasGap) return ok(await rebuildOverGap(tools, remains));
  const plans = await foldKept(kept.value);
  // What does not follow from a backup of another course is no reason to refuse the rest.
  if (!plans.ok) return base.isProven ? plans : ok(await rebuildOverGap(tools, remains));
  const rebuilt = await rebuiltFrom(tools, source, kept.value, plans.value);
  if (!rebuilt.ok) return rebuilt;
  const { rows } = rebuilt.value;
  const held = new Set(rows.map(({ sequence }) => sequence));
  await replaceAll(tools, {
    store,
    mirrored: head?.last ?? 0,
    rows,
    plans: withHeldHistory(rebuilt.value.plans, (sequence) => held.has(sequence)),
  });
  const unattached = await missingDocuments(tools, base.documents);
  const replayed = entries.filter(({ sequence }) => sequence > base.sequence).length;
  const { backup, carried, isProven } = base;
  return ok({ entries, replayed, backup, unattached, gap: null, unproven: !isProven, carried });
}

/** Whether a store can be built again as {@link rebuildDatabase} does it, without the entries that only the database has. Changes nothing. */
export async function canBeRebuilt(source: RebuildSource): Promise<Result<null, RecoveryError>> {
  const kept = await readKept(source);
  if (!kept.ok) return kept;
  if (kept.value.hasGap || !kept.value.base.isProven) return ok(null);
  const plans = await foldKept(kept.value);
  return plans.ok ? ok(null) : plans;
}

/** Entries that the database of this store holds behind the machine's last; none where they cannot be read, or follow another one of its number. */
async function ownTail(
  { db }: ReplayTools,
  store: string,
  last: JournalRow | undefined,
): Promise<readonly JournalRow[]> {
  if ((await db.meta.get("store"))?.value !== store) return [];
  const reached = last?.sequence ?? 0;
  const here = await db.journal.get(reached);
  if (here !== undefined && JSON.stringify(here) !== JSON.stringify(last)) return [];
  const rows = await db.journal.where("sequence").above(reached).toArray();
  return rows.every((row) => readJournalRow(JSON.stringify(row)) !== null) ? rows : [];
}

/** What a rebuilt database is to hold. Where the backup goes further than the journal, entries that lead there follow. */
async function rebuiltFrom(
  { now }: ReplayTools,
  source: RebuildSource,
  { entries, base }: Kept,
  plans: ReplayedPlans,
): Promise<Result<Pick<Replacement, "rows" | "plans">, RecoveryError>> {
  const last = entries.at(-1)?.sequence ?? 0;
  if (last >= base.sequence) return ok({ rows: entries, plans });
  const before = await plansAtEnd(source, entries);
  if (!before.ok) return before;
  const added = entriesToBackup(entries, before.value, base, now());
  const end: Base = { ...base, plans: heldPlans(before.value) };
  const after = await foldKept({ entries: added, base: end, hasGap: false });
  return after.ok ? ok({ rows: [...entries, ...added], plans: after.value }) : after;
}

/** The plans as the journal alone leaves them; none where nothing tells what it began with. */
async function plansAtEnd(
  source: RebuildSource,
  entries: readonly JournalRow[],
): Promise<Result<ReplayedPlans, RecoveryError>> {
  const last = entries.at(-1)?.sequence ?? 0;
  const backups = source.backups.filter(({ sequence }) => sequence <= last);
  const base = await findBase({ ...source, backups }, entries);
  if (!base.ok) return base;
  if (leavesHole(base.value, source.head?.base ?? 0) || !base.value.isProven) return ok(new Map());
  const plans = await foldKept({ entries, base: base.value, hasGap: false });
  return ok(plans.ok ? plans.value : new Map());
}

function heldPlans(plans: ReplayedPlans): Base["plans"] {
  return new Map([...plans].flatMap(([id, plan]) => (plan === null ? [] : [[id, plan] as const])));
}
