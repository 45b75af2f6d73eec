import type { ChangeRow } from "./change-row.ts";
import type { CommandRow } from "./command-row.ts";

/**
 * What one entry of the journal did; the last four leave the plan as it is: three speak of versions that the planner named, and
 * `rebuild`, which is of no plan, keeps the numbers growing where the database was built again from a backup that goes further than the journal and holds nothing else.
 */
export type JournalKind =
  | "do"
  | "undo"
  | "redo"
  | "create"
  | "rename"
  | "remove"
  | "version"
  | "renameVersion"
  | "removeVersion"
  | "rebuild";

/**
 * One entry of the journal; entries are added and never changed: the machine's copy holds their very text. Those of the first
 * version of the database have neither author nor note.
 */
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
  /**
   * For `undo` and `redo` the `do` entry taken back or brought again; for `version` the entry after which the plan is
   * the version; for `renameVersion` and `removeVersion` the `version` entry.
   */
  readonly target: number | null;
  /** The new title for `rename`, the name for `version` and `renameVersion`. */
  readonly title: string | null;
  /** What the planner wrote about a version. */
  readonly note?: string | null;
  /** The plan as it began, as the text of a plan file, for `create`. */
  readonly planFile: string | null;
  /** Revision of the plan after this entry. */
  readonly revision: number;
  readonly at: number;
  /** The planner's name at the time, `null` where none was known. */
  readonly author?: string | null;
  /** For `do`: the name of the waiting edit that it was, where the database refused it at first; it is never carried out again. */
  readonly waited?: string;
}

/** A new entry, which gets its number from the database. */
export type NewJournalRow = Omit<JournalRow, "sequence">;

/** That an entry changed a cell: an index of the journal by cells, which can be made anew from it. */
export interface TouchRow {
  readonly plan: string;
  /** Of {@link touchKeys}. */
  readonly cell: string;
  readonly sequence: number;
}

/**
 * A fact about the database itself; `met` says in JSON which other databases it has met, and up to which entry; `former` is the name under which
 * it was lost, until what waited under that is taken up.
 */
export interface MetaRow {
  readonly key: "store" | "seedVersion" | "mirrored" | "backedUp" | "met" | "former";
  readonly value: string | number;
}
