import type { Seq } from "#core/command/history.ts";
import type { JournalEntry } from "#core/history/journal-entry.ts";
import type { NamedVersion } from "#core/history/named-versions.ts";
import type { PointInTime } from "../../data/history/use-history.ts";
import type { TimelineItem } from "./timeline-items.ts";

/** What the room shows at its right: what some entries changed, what a version changed since the one before, or a comparison. */
export type View =
  | { readonly kind: "entries"; readonly newest: Seq; readonly oldest: Seq }
  | { readonly kind: "version"; readonly version: Seq }
  | { readonly kind: "compare"; readonly from: PointInTime; readonly to: PointInTime };

/** Two points in a plan's past. */
export interface Span {
  readonly from: PointInTime;
  readonly to: PointInTime;
}

/** The view of a line of the timeline. */
export function viewOf(item: TimelineItem): View {
  switch (item.kind) {
    case "entry":
      return { kind: "entries", newest: item.entry.seq, oldest: item.entry.seq };
    case "run":
      return { kind: "entries", newest: item.entries[0]?.seq ?? 0, oldest: item.entries.at(-1)?.seq ?? 0 };
    case "version":
      return { kind: "version", version: item.version.seq };
  }
}

/** The states that a view compares; `first` is the entry with which the plan began. */
export function spanOf(view: View, versions: readonly NamedVersion[], first: Seq | null): Span {
  switch (view.kind) {
    case "entries":
      // The entry before need not be this plan's: nothing happened to the plan between the two.
      return { from: view.oldest - 1, to: view.newest };
    case "version": {
      const of = versions.find(({ seq }) => seq === view.version)?.of ?? null;
      const earlier = versions
        .filter((version) => of !== null && version.of < of)
        .map((version) => version.of);
      return { from: earlier.length === 0 ? first : Math.max(...earlier), to: of };
    }
    case "compare":
      return { from: view.from, to: view.to };
  }
}

/** A comparison of two points with the earlier one first. */
export function compareInOrder(a: PointInTime, b: PointInTime): View {
  const isLater = a === null || (b !== null && a > b);
  return { kind: "compare", from: isLater ? b : a, to: isLater ? a : b };
}

/** The entries that a view is about, the newest first; none for a comparison. */
export function entriesOfView(view: View, entries: readonly JournalEntry[]): readonly JournalEntry[] {
  if (view.kind !== "entries") return [];
  return entries.filter(({ seq }) => seq <= view.newest && seq >= view.oldest);
}

/** Whether two views are the same. */
export function sameView(a: View, b: View): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
