import type { Backup } from "#bridge/backup.ts";

/** What the choice of backups to keep looks at. */
export type RotatedBackup = Pick<
  Backup,
  "id" | "at" | "sequence" | "store" | "reason" | "plans" | "verifiedAt"
>;

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Days begin at midnight in Beijing, whose time all of China keeps; the system's zone may be changed under us. */
const BEIJING = 8 * HOUR;

/** The spans of time of which one backup each is kept, and of how many of the latest spans. */
const SPANS: readonly { readonly kept: number; readonly keyOf: (local: number) => number | string }[] = [
  { kept: 24, keyOf: (local) => Math.floor(local / HOUR) },
  { kept: 14, keyOf: (local) => Math.floor(local / DAY) },
  // 1 January 1970 was a Thursday.
  { kept: 12, keyOf: (local) => Math.floor((Math.floor(local / DAY) + 3) / 7) },
  { kept: 12, keyOf: (local) => new Date(local).toISOString().slice(0, 7) },
];

/** How many of the newest verified backups that hold plans are always kept: as many as dropping journal entries asks for. */
const ALWAYS_KEPT = 2;

/** How many of the newest that the planner asked for are kept, and of those from before a large change. */
const ASKED_FOR = 10;

/**
 * The backups that are to go, by their ids: kept are, of every store by itself, one for each of the latest 24 hours, 14 days, 12
 * weeks and 12 months in which one was made, the ten newest that the planner asked for, the ten newest from before a large change, all from
 * before an upgrade, and the two newest verified ones that hold plans.
 * Of a span the newest is kept, a verified one before one that is not.
 */
export function expiredBackups(backups: readonly RotatedBackup[]): readonly string[] {
  const stores = new Set(backups.map(({ store }) => store));
  return [...stores].flatMap((store) => expiredOfStore(backups.filter((backup) => backup.store === store)));
}

function expiredOfStore(backups: readonly RotatedBackup[]): readonly string[] {
  // A clock can be set back; the numbers of edits cannot.
  const newestFirst = [...backups].sort((a, b) => b.sequence - a.sequence || b.at - a.at);
  const sound = newestFirst.filter(({ verifiedAt, plans }) => verifiedAt !== null && plans > 0);
  const kept = new Set([
    ...newestFirst.filter(({ reason }) => reason === "before-upgrade"),
    ...newestFirst.filter(({ reason }) => reason === "manual").slice(0, ASKED_FOR),
    ...newestFirst.filter(isBeforeChange).slice(0, ASKED_FOR),
    ...sound.slice(0, ALWAYS_KEPT),
    ...SPANS.flatMap(({ kept: count, keyOf }) => oneOfEach(newestFirst, keyOf, count)),
  ]);
  return newestFirst.filter((backup) => !kept.has(backup)).map(({ id }) => id);
}

function isBeforeChange({ reason }: RotatedBackup): boolean {
  return reason !== "periodic" && reason !== "manual" && reason !== "before-upgrade";
}

function oneOfEach(
  newestFirst: readonly RotatedBackup[],
  keyOf: (local: number) => number | string,
  count: number,
): readonly RotatedBackup[] {
  const chosen = new Map<number | string, RotatedBackup>();
  for (const backup of newestFirst) {
    const key = keyOf(backup.at + BEIJING);
    const before = chosen.get(key);
    if (before === undefined && chosen.size === count) break;
    if (before === undefined || (before.verifiedAt === null && backup.verifiedAt !== null))
      chosen.set(key, backup);
  }
  return [...chosen.values()];
}
