import type { LibraryEntry } from "../../data/library-entry.ts";

/** How a plan of the library is linked to the selected one. */
export type KinRole = "superior" | "predecessor" | "self" | "successor" | "subordinate" | "peers";

/** The plans in one role; never empty. */
export interface KinGroup {
  readonly role: KinRole;
  readonly plans: readonly LibraryEntry[];
}

/** The plans linked to one plan, from above to below; peers are of the same level and cover some of the same years. */
export function kinOf(entry: LibraryEntry, library: readonly LibraryEntry[]): readonly KinGroup[] {
  const overlaps = (other: LibraryEntry) =>
    other.period.start <= entry.period.end && other.period.end >= entry.period.start;
  const roles: Readonly<Record<KinRole, (other: LibraryEntry) => boolean>> = {
    superior: ({ id }) => id === entry.superior,
    predecessor: ({ id }) => id === entry.predecessor,
    self: ({ id }) => id === entry.id,
    successor: ({ predecessor }) => predecessor === entry.id,
    subordinate: ({ superior }) => superior === entry.id,
    peers: (other) =>
      other.level === entry.level && other.jurisdiction !== entry.jurisdiction && overlaps(other),
  };
  const order: readonly KinRole[] = ["superior", "predecessor", "self", "successor", "subordinate", "peers"];
  return order
    .map((role) => ({ role, plans: library.filter(roles[role]) }))
    .filter(({ plans }) => plans.length > 0);
}
