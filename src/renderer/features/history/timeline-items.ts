import type { JournalEntry } from "#core/history/journal-entry.ts";
import type { NamedVersion } from "#core/history/named-versions.ts";

/** One line of the timeline: an entry, many edits in a row, or a named version. */
export type TimelineItem =
  | { readonly kind: "entry"; readonly entry: JournalEntry }
  /** At least two entries, the newest first. */
  | { readonly kind: "run"; readonly entries: readonly JournalEntry[] }
  | { readonly kind: "version"; readonly version: NamedVersion };

/** The lines of one day; `at` is a time of that day in ms since the epoch. */
export interface TimelineDay {
  readonly at: number;
  readonly items: readonly TimelineItem[];
}

/** How far apart edits may be that count as made in a row, in ms. */
const PAUSE = 10 * 60 * 1000;

/**
 * A journal as a planner reads it, the newest first: days, edits in a row as one line, and versions above the entry whose state
 * they name. `dayOf` gives the same text for two times exactly when they are of one day.
 */
export function timelineDays(
  entries: readonly JournalEntry[],
  versions: readonly NamedVersion[],
  dayOf: (at: number) => string,
): readonly TimelineDay[] {
  const named = new Map<number, NamedVersion[]>();
  for (const version of versions) named.set(version.of, [version, ...(named.get(version.of) ?? [])]);
  const known = new Set(versions.map(({ seq }) => seq));
  const days: { at: number; items: TimelineItem[] }[] = [];
  let below: JournalEntry | null = null;
  for (const entry of entries) {
    const milestones = (named.get(entry.seq) ?? []).map((version) => ({ kind: "version", version }) as const);
    // The version itself says when it was named and by whom.
    const isToldByVersion = entry.kind === "version" && known.has(entry.seq);
    if (isToldByVersion && milestones.length === 0) continue;
    let day = days.at(-1);
    if (day === undefined || dayOf(day.at) !== dayOf(entry.at)) {
      day = { at: entry.at, items: [] };
      days.push(day);
      below = null;
    }
    day.items.push(...milestones);
    if (isToldByVersion) continue;
    const last = day.items.at(-1);
    if (milestones.length === 0 && below !== null && inARow(below, entry) && last?.kind !== "version") {
      day.items.splice(-1, 1, { kind: "run", entries: [...entriesOf(last), entry] });
    } else day.items.push({ kind: "entry", entry });
    below = entry;
  }
  return days;
}

function entriesOf(item: Exclude<TimelineItem, { readonly kind: "version" }> | undefined) {
  if (item === undefined) return [];
  return item.kind === "run" ? item.entries : [item.entry];
}

function inARow(later: JournalEntry, earlier: JournalEntry): boolean {
  return (
    isEdit(later) && isEdit(earlier) && later.author === earlier.author && later.at - earlier.at <= PAUSE
  );
}

function isEdit(entry: JournalEntry): boolean {
  if (entry.kind !== "do") return false;
  const { deed } = entry;
  // What was pasted, filled or taken over is looked for by its name, and so it stands alone.
  if (deed.type === "editCell" || deed.type === "editCells") return deed.origin === null;
  return deed.type === "clearCells" || deed.type === "remark";
}
