import type { PlanId } from "#core/plan/ids.ts";
import { ok, type Result } from "#core/result.ts";
import type { JournalRow } from "../db/journal-row.ts";
import {
  type BackupState,
  type Base,
  type CarriedPlan,
  furthestFirst,
  readBackupState,
  type RebuildSource,
} from "./backup-state.ts";
import type { RecoveryError } from "./recovery.ts";
import { replayContent, type ReplayedPlan } from "./replay-journal.ts";

/** Where a broken plan is taken from, and what it was there; `null` before the entry of the journal that begins it. */
interface Found extends Pick<CarriedPlan, "kind" | "backup" | "since"> {
  readonly state: ReplayedPlan | null;
}

/**
 * The state of a backup with broken plans, and these as they are in the backups before it or as the journal begins them. One that the journal leads from there to
 * the revision and moment which the book of the backup notes is as the backup had it; any other stays as it was where it was found.
 */
export async function carryBroken(
  source: RebuildSource,
  entries: readonly JournalRow[],
  state: BackupState,
): Promise<Result<Base, RecoveryError>> {
  const { base, broken } = state;
  const found = new Map<PlanId, Found>();
  const unsure = new Map<PlanId, Found>();
  for (const id of broken.keys()) {
    const alone = lookAt(state, entries, id, { state: null, since: 0, backup: null });
    if (alone !== null) (alone.kind === "whole" ? found : unsure).set(id, alone);
  }
  for (const backup of furthestFirst(source)) {
    if (found.size === broken.size) break;
    if (backup.sequence > base.sequence || backup.id === base.backup?.id) continue;
    const read = await readBackupState(source.bridge, backup, entries);
    if (!read.ok) return read;
    if (read.value === null) continue;
    const isProven = read.value.base.isProven || isMarked(state, read.value);
    for (const [id, replayed] of read.value.base.plans) {
      if (!broken.has(id) || found.has(id)) continue;
      const here = lookAt(state, entries, id, { state: replayed, since: read.value.base.sequence, backup });
      if (here === null) continue;
      if (here.kind === "whole" || isProven) found.set(id, here);
      else if (!unsure.has(id)) unsure.set(id, here);
    }
  }
  return ok(withCarried(state, new Map([...unsure, ...found])));
}

/** Whether the later of two backups knows the last entry of the earlier one. */
function isMarked({ book }: BackupState, { book: before }: BackupState): boolean {
  return before.entry !== null && book.marks.get(before.sequence) === before.entry;
}

/** What a place gives of a broken plan; `null` where that is nothing. */
function lookAt(
  { base, book }: BackupState,
  entries: readonly JournalRow[],
  id: PlanId,
  place: Omit<Found, "kind">,
): Found | null {
  const known = book.plans.get(id);
  const after = entries.filter(
    ({ plan, sequence }) => plan === id && sequence > place.since && sequence <= base.sequence,
  );
  if (place.state === null && after.every(({ kind }) => kind !== "create")) return null;
  const end = stateAfter(place.state, after);
  const isWhole =
    known !== undefined &&
    end !== null &&
    end.book.revision === known.revision &&
    end.book.updatedAt === known.updatedAt;
  return isWhole
    ? { ...place, kind: "whole", state: { plan: end.plan, book: known } }
    : { ...place, kind: "earlier" };
}

/** A plan after its entries; `null` where it ends, or one of them does not fit. */
function stateAfter(before: ReplayedPlan | null, entries: readonly JournalRow[]): ReplayedPlan | null {
  const begun = entries.findLastIndex(({ kind }) => kind === "create");
  let state = before;
  for (const entry of begun < 0 ? entries : entries.slice(begun)) {
    const after = replayContent(state, entry);
    if (!after.ok) return null;
    state = after.value;
  }
  return state;
}

function withCarried({ base, broken }: BackupState, found: ReadonlyMap<PlanId, Found>): Base {
  const plans = new Map(base.plans);
  const carried = [...broken].map(([id, title]): CarriedPlan => {
    const place = found.get(id);
    if (place === undefined) return { id, title, kind: "gone", backup: null, since: base.sequence };
    const { kind, state, backup, since } = place;
    if (state !== null) plans.set(id, state);
    return { id, title: title ?? state?.plan.title ?? null, kind, backup, since };
  });
  return { ...base, plans, carried };
}
