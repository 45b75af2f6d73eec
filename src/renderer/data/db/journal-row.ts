import type { ChangeRow } from "./change-row.ts";
import type { CommandRow } from "./command-row.ts";

/** What one entry of the journal did. */
export type JournalKind = "do" | "undo" | "redo" | "create" | "rename" | "remove";

/** One entry of the journal; entries are added and never changed. */
export interface JournalRow {
  readonly sequence: number;
  readonly plan: string;
  readonly kind: JournalKind;
  /** What the planner did, for `do`. */
  readonly command: CommandRow | null;
  /** What this entry changed, for `do`, `undo` and `redo`. */
  readonly changes: readonly ChangeRow[];
  /** For `do`: the entry that undo reaches next. */
  readonly parent: number | null;
  /** For `undo` and `redo`: the `do` entry taken back or brought again. */
  readonly target: number | null;
  /** The new title, for `rename`. */
  readonly title: string | null;
  /** The plan as it began, as the text of a plan file, for `create`. */
  readonly planFile: string | null;
  /** Revision of the plan after this entry. */
  readonly revision: number;
  readonly at: number;
}

/** A new entry, which gets its number from the database. */
export type NewJournalRow = Omit<JournalRow, "sequence">;

/** A fact about the database itself. */
export interface MetaRow {
  readonly key: "store" | "seedVersion" | "mirrored";
  readonly value: string | number;
}
