import type { PlanChange } from "../command/plan-change.ts";
import type { Seq } from "../command/history.ts";
import type { Deed } from "./deed.ts";

/** What an entry of the journal did to its plan. */
export type EntryDeed =
  | { readonly kind: "do"; readonly deed: Deed; readonly changes: readonly PlanChange[] }
  /** Took back what the entry `target` did, or brought it again. */
  | {
      readonly kind: "undo" | "redo";
      readonly target: Seq;
      readonly deed: Deed;
      readonly changes: readonly PlanChange[];
    }
  | { readonly kind: "create"; readonly title: string }
  | { readonly kind: "rename"; readonly title: string }
  | { readonly kind: "remove" }
  /** Named the state after the entry `of`; it and the two that follow leave the plan as it is. */
  | { readonly kind: "version"; readonly of: Seq; readonly name: string; readonly note: string | null }
  | {
      readonly kind: "renameVersion";
      readonly version: Seq;
      readonly name: string;
      readonly note: string | null;
    }
  | { readonly kind: "removeVersion"; readonly version: Seq };

/** One entry of a plan's journal; `at` in ms since the epoch, `author` the planner's name where it is known. */
export type JournalEntry = EntryDeed & {
  readonly seq: Seq;
  readonly at: number;
  readonly author: string | null;
};
