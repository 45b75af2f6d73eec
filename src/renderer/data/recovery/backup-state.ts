import type { Backup } from "#bridge/backup.ts";
import type { DesktopBridge } from "#bridge/desktop-bridge.ts";
import type { JournalHead } from "#bridge/journal.ts";
import { type PlanId, planId } from "#core/plan/ids.ts";
import { err, ok, type Result } from "#core/result.ts";
import { type BackupBook, entryMark } from "../backup/backup-book.ts";
import { type BackupContents, readBackupContents } from "../backup/read-backup.ts";
import type { JournalRow } from "../db/journal-row.ts";
import type { RecoveryError } from "./recovery.ts";
import type { ReplayedPlan } from "./replay-journal.ts";

/** What a database is built again from. */
export interface RebuildSource {
  readonly bridge: Pick<DesktopBridge, "readJournal" | "readBackup" | "log">;
  readonly store: string;
  /** The store's journal on the machine; `undefined` when there is none. */
  readonly head: JournalHead | undefined;
  /** All backups, in any order. */
  readonly backups: readonly Backup[];
}

/** What plans were at a point of the journal, as a backup says. */
export interface Base {
  readonly plans: ReadonlyMap<PlanId, ReplayedPlan>;
  readonly sequence: number;
  readonly backup: Backup | null;
  readonly documents: BackupBook["documents"];
  /** Whether the journal shows that it went through this state; else it may be one of another course. */
  readonly isProven: boolean;
  /** Plans that are broken in that backup, and from where they are. */
  readonly carried: readonly CarriedPlan[];
}

/** A plan that is broken in the backup that a database is built from. */
export interface CarriedPlan {
  readonly id: PlanId;
  /** `null` where nothing tells it. */
  readonly title: string | null;
  /**
   * `whole`: it is as that backup had it; `earlier`: as it was at an earlier entry, {@link CarriedPlan.since}, behind which edits of it may be missing; `gone`: nothing else holds it.
   */
  readonly kind: "whole" | "earlier" | "gone";
  /** The other backup that it is from; `null` where the journal begins it, and where it is gone. */
  readonly backup: Backup | null;
  readonly since: number;
}

/** A backup that could be read, and what it lacks. */
export interface BackupState {
  /** Its sound plans. */
  readonly base: Base;
  readonly book: BackupBook;
  /** The titles of plans that its book knows and that it does not hold whole; `null` where a title cannot be told. */
  readonly broken: ReadonlyMap<PlanId, string | null>;
}

/** The backups of a store, that of the last entry first and of such the newest. */
export function furthestFirst({ store, backups }: RebuildSource): readonly Backup[] {
  const ofStore = backups.filter((each) => each.store === store);
  return ofStore.sort((a, b) => b.sequence - a.sequence || b.at - a.at);
}

/** Reads a backup; `null`, and a word in the log, where it is no good or the journal went another way. Its broken plans are left out. */
export async function readBackupState(
  bridge: RebuildSource["bridge"],
  backup: Backup,
  entries: readonly JournalRow[],
): Promise<Result<BackupState | null, RecoveryError>> {
  const bytes = await bridge.readBackup(backup.id);
  // A backup that another program holds may be the very one without which there is a hole.
  if (!bytes.ok && bytes.code !== "damaged" && bytes.code !== "not-found")
    return err({ kind: "machine", code: bytes.code });
  const read = bytes.ok ? await stateOf(backup, bytes.value, entries) : err(bytes.code);
  const wrong = read.ok
    ? [...read.value.broken.keys()].map((id) => `the plan ${id} is broken`).join(", ")
    : read.error;
  if (wrong !== "")
    await bridge.log({ level: "error", message: `The backup ${backup.id} is no good: ${wrong}` });
  return ok(read.ok ? read.value : null);
}

async function stateOf(
  backup: Backup,
  bytes: Uint8Array,
  entries: readonly JournalRow[],
): Promise<Result<BackupState, string>> {
  const read = await readBackupContents(bytes, undefined, "leave-out");
  if (!read.ok) return err(read.error.kind);
  const { plans, book } = read.value;
  const isProven = await isOfCourse(book, entries);
  if (isProven === false) return err("the journal went another way");
  const based = plans.flatMap((plan): [PlanId, ReplayedPlan][] => {
    const known = book.plans.get(plan.id);
    return known === undefined ? [] : [[plan.id, { plan, book: known }]];
  });
  const { sequence, documents } = book;
  const base = {
    plans: new Map(based),
    sequence,
    backup,
    documents,
    isProven: isProven ?? false,
    carried: [],
  };
  return ok({ base, book, broken: brokenIn(read.value) });
}

function brokenIn({ plans, book, broken }: BackupContents): BackupState["broken"] {
  const sound = new Set<string>(plans.map(({ id }) => id));
  const titles = new Map(broken.map(({ entry, title }) => [entry, title]));
  const lacking = [...book.plans.keys()].filter((id) => !sound.has(id));
  return new Map(lacking.map((id) => [planId(id), titles.get(`plans/${id}.json`) ?? null]));
}

/** Whether the journal goes through the state of a backup, by the last entry that both should hold; `null` where it cannot be told. */
async function isOfCourse(
  { sequence, entry, marks }: BackupBook,
  entries: readonly JournalRow[],
): Promise<boolean | null> {
  const last = entries.at(-1);
  if (last === undefined) return true;
  const common = sequence > last.sequence ? last : entries.find((each) => each.sequence === sequence);
  if (common === undefined) return null;
  const mark = common.sequence === sequence ? entry : marks.get(common.sequence);
  return mark === undefined || mark === null ? null : mark === (await entryMark(common));
}
