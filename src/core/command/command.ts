import type { IndicatorId, StatementId } from "../plan/ids.ts";
import type { Observation } from "../plan/observation-table.ts";
import type { Field, PlannedTarget } from "../plan/plan.ts";

/**
 * What a planner does to a draft. `editCell` carries the text as typed: reading it is the core's work, and text that
 * cannot be read is kept in the cell as rejected input, so an edit never fails for its content.
 */
export type Command =
  | {
      readonly type: "editCell";
      readonly indicator: IndicatorId;
      readonly field: Field;
      readonly text: string;
    }
  | { readonly type: "editCells"; readonly edits: readonly CellEdit[] };

/** One cell of a block edit (paste, fill, clear); the block is one command and one undo step. */
export interface CellEdit {
  readonly indicator: IndicatorId;
  readonly field: Field;
  readonly text: string;
}

/** What one cell holds: enough to put it back exactly. */
export type CellContent =
  | { readonly kind: "text"; readonly text: string | null; readonly rejected: string | null }
  | {
      readonly kind: "observation";
      readonly observation: Observation | null;
      readonly source: StatementId | null;
      readonly rejected: string | null;
    }
  | { readonly kind: "target"; readonly planned: PlannedTarget | null; readonly rejected: string | null };

/** One changed cell, before and after; swapping the two is the inverse. */
export interface CellChange {
  readonly indicator: IndicatorId;
  readonly field: Field;
  readonly before: CellContent;
  readonly after: CellContent;
}

/** Why a command cannot be carried out at all. */
export type CommandError =
  | { readonly kind: "read-only" }
  | { readonly kind: "unknown-indicator"; readonly indicator: IndicatorId }
  | { readonly kind: "unknown-plan" }
  | { readonly kind: "nothing-to-undo" }
  | { readonly kind: "nothing-to-redo" };
