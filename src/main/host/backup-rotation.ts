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

/** At how many of the latest places where a database went back to a lower number the backups on both sides are kept. */
const FORKS = 10;

type Order = (a: RotatedBackup, b: RotatedBackup) => number;

/**
 * Which backups are the newest. A clock can be set back, and then the number of the last edit tells; a database can be left for another course of the same
 * name, whose numbers are lower, and then the time tells. Each order by itself would let the one push out what the other has proven, so both choose.
 */
const NEWEST_FIRST: readonly Order[] = [
  (a, b) => b.sequence - a.sequence || b.at - a.at,
  (a, b) => b.at - a.at || b.sequence - a.sequence,
];

/**
 * The backups that are to go, by their ids: kept are, of every store by itself, one for each of the latest 24 hours, 14 days, 12
 * weeks and 12 months in which one was made, the ten newest that the planner asked for, the ten newest from before a large change, all from
 * before an upgrade, the two newest verified ones that hold plans, and the last such one of a course that was left, with the first of the course that
 * was gone on with. Of a span the newest is kept, a verified one before one that is not.
 *
 * `now` in ms since the epoch: backups from after it are those of a clock that ran ahead. They are thinned out by themselves, so that they
 * push out none from before it.
 */
export function expiredBackups(backups: readonly RotatedBackup[], now: number): readonly string[] {
  const stores = new Set(backups.map(({ store }) => store));
  return [...stores].flatMap((store) => {
    const ofStore = backups.filter((backup) => backup.store === store);
    const isAhead = ({ at }: RotatedBackup) => at > now;
    return [
      ...expiredOfGroup(ofStore.filter((backup) => !isAhead(backup))),
      ...expiredOfGroup(ofStore.filter(isAhead)),
    ];
  });
}

function expiredOfGroup(backups: readonly RotatedBackup[]): readonly string[] {
  const kept = new Set([
    ...backups.filter(({ reason }) => reason === "before-upgrade"),
    ...besideForks(backups.filter(isSound)),
    ...NEWEST_FIRST.flatMap((order) => keptInOrder([...backups].sort(order), order)),
  ]);
  return backups.filter((backup) => !kept.has(backup)).map(({ id }) => id);
}

function keptInOrder(newestFirst: readonly RotatedBackup[], order: Order): readonly RotatedBackup[] {
  return [
    ...newestFirst.filter(({ reason }) => reason === "manual").slice(0, ASKED_FOR),
    ...newestFirst.filter(isBeforeChange).slice(0, ASKED_FOR),
    ...newestFirst.filter(isSound).slice(0, ALWAYS_KEPT),
    ...SPANS.flatMap(({ kept: count, keyOf }) => bestOfEach(newestFirst, keyOf).sort(order).slice(0, count)),
  ];
}

/** A proven backup that is worth a restore. */
function isSound({ verifiedAt, plans }: RotatedBackup): boolean {
  return verifiedAt !== null && plans > 0;
}

function isBeforeChange({ reason }: RotatedBackup): boolean {
  return reason !== "periodic" && reason !== "manual" && reason !== "before-upgrade";
}

/** Of each span the newest, a verified one before one that is not. */
function bestOfEach(
  newestFirst: readonly RotatedBackup[],
  keyOf: (local: number) => number | string,
): RotatedBackup[] {
  const chosen = new Map<number | string, RotatedBackup>();
  for (const backup of newestFirst) {
    const key = keyOf(backup.at + BEIJING);
    const before = chosen.get(key);
    if (before === undefined || (before.verifiedAt === null && backup.verifiedAt !== null))
      chosen.set(key, backup);
  }
  return [...chosen.values()];
}

/** Where the number of the last edit falls from one backup to the next made, one course was left: both, of the latest such places. */
function besideForks(backups: readonly RotatedBackup[]): readonly RotatedBackup[] {
  const inTime = [...backups].sort((a, b) => a.at - b.at || a.sequence - b.sequence);
  const forks = inTime.flatMap((backup, index) => {
    const next = inTime[index + 1];
    return next !== undefined && next.sequence < backup.sequence ? [[backup, next]] : [];
  });
  return forks.slice(-FORKS).flat();
}
