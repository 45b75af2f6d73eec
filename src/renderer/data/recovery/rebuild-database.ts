import type { Backup } from "#bridge/backup.ts";
import { ok, type Result } from "#core/result.ts";
import type { JournalRow } from "../db/journal-row.ts";
import { readJournalRow } from "../db/read-journal-row.ts";
import { foldKept, readKept, type RebuildSource, withHeldHistory } from "./kept-by-machine.ts";
import type { RecoveryError } from "./recovery.ts";
import { missingDocuments, replaceAll } from "./replace-all.ts";
import type { ReplayTools } from "./replay-into.ts";
import { rebuildOverGap } from "./rebuild-over-gap.ts";

/** Edits that neither a backup nor the journal holds any more, by their numbers, both included; and whether later ones did not fit without them. */
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
  if (hasGap) return ok(await rebuildOverGap(tools, { base, entries, store }));
  const plans = await foldKept(kept.value);
  // What does not follow from a backup of another course is no reason to refuse the rest.
  if (!plans.ok) return base.isProven ? plans : ok(await rebuildOverGap(tools, { base, entries, store }));
  const held = new Set(entries.map(({ sequence }) => sequence));
  await replaceAll(tools, {
    store,
    mirrored: head?.last ?? 0,
    rows: withMark(tools, entries, base.sequence),
    plans: withHeldHistory(plans.value, (sequence) => held.has(sequence)),
  });
  const unattached = await missingDocuments(tools, base.documents);
  const replayed = entries.filter(({ sequence }) => sequence > base.sequence).length;
  return ok({ entries, replayed, backup: base.backup, unattached, gap: null, unproven: !base.isProven });
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

/** The journal of the rebuilt database; where it ends before the backup does, a mark keeps the numbers growing. */
function withMark(
  { now }: ReplayTools,
  entries: readonly JournalRow[],
  reached: number,
): readonly JournalRow[] {
  if ((entries.at(-1)?.sequence ?? 0) >= reached) return entries;
  const mark = { sequence: reached + 1, plan: "", kind: "rebuild", revision: 0, at: now() } as const;
  const unset = { command: null, changes: [], parent: null, target: null, title: null, planFile: null };
  return [...entries, { ...unset, ...mark }];
}
