import type { Backup } from "#bridge/backup.ts";
import type { JournalHead } from "#bridge/journal.ts";

/** Work in the data folder that this database has not met: another copy of the program made it under a name of its own. */
export interface Stranger {
  /** The name of its database. */
  readonly store: string;
  /** Up to which entry it was met before; 0 for never. */
  readonly met: number;
  /** The number of its last entry that the machine keeps, in its journal or in a backup. */
  readonly last: number;
  /** When that was written, in ms since the epoch, as far as the files tell: copying them may have changed it. */
  readonly writtenAt: number;
}

/** Up to which entry a database has met others, by their names. */
export type MetStores = ReadonlyMap<string, number>;

/** What the machine keeps of all databases; the journals are without those of waiting edits. */
export interface AllKept {
  readonly heads: readonly Pick<JournalHead, "store" | "last" | "count" | "writtenAt">[];
  readonly backups: readonly Pick<Backup, "store" | "sequence" | "plans" | "at" | "places">[];
}

/**
 * The other databases of the data folder that went further than `own` has met them, the one written last first. A backup counts that lies in the program's own
 * folder and holds plans: a second folder may be a stick that goes from one colleague to the next, and what lies there alone is restored when it is wanted.
 */
export function judgeStrangers(
  own: string,
  { heads, backups }: AllKept,
  met: MetStores,
): readonly Stranger[] {
  const reached = new Map<string, { readonly last: number; readonly writtenAt: number }>();
  const take = (store: string, last: number, writtenAt: number) => {
    if (last > (reached.get(store)?.last ?? 0)) reached.set(store, { last, writtenAt });
  };
  for (const { store, last, count, writtenAt } of heads) if (count > 0) take(store, last, writtenAt);
  for (const { store, sequence, plans, at, places } of backups)
    if (plans > 0 && places.includes("own")) take(store, sequence, at);
  return [...reached]
    .map(([store, { last, writtenAt }]) => ({ store, last, writtenAt, met: met.get(store) ?? 0 }))
    .filter((each) => each.store !== own && each.last > each.met)
    .sort((a, b) => b.writtenAt - a.writtenAt);
}
