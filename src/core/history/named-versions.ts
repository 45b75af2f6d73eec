import type { Seq } from "../command/history.ts";
import type { JournalEntry } from "./journal-entry.ts";

/** A state of a plan that the planner gave a name, such as 征求意见稿; `seq` is the entry that named it. */
export interface NamedVersion {
  readonly seq: Seq;
  /** The entry after which the plan was in this state. */
  readonly of: Seq;
  readonly name: string;
  readonly note: string | null;
  readonly at: number;
  readonly author: string | null;
}

/** The versions that a journal speaks of, in the order in which they were named; those that were removed again are none. */
export function namedVersions(entries: readonly JournalEntry[]): readonly NamedVersion[] {
  const versions = new Map<Seq, NamedVersion>();
  for (const entry of entries) {
    if (entry.kind === "version") {
      const { seq, of, name, note, at, author } = entry;
      versions.set(seq, { seq, of, name, note, at, author });
    } else if (entry.kind === "renameVersion") {
      const version = versions.get(entry.version);
      if (version !== undefined) {
        versions.set(version.seq, { ...version, name: entry.name, note: entry.note });
      }
    } else if (entry.kind === "removeVersion") versions.delete(entry.version);
  }
  return [...versions.values()];
}
