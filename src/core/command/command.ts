import type { SectionId } from "../narrative/narrative.ts";
import type { ConceptId, IndicatorId, PlanId, StatementId, Year } from "../plan/ids.ts";
import type { Observation, ObservedRow } from "../plan/observation-table.ts";
import type {
  Attribute,
  Field,
  Indicator,
  Plan,
  PlannedTarget,
  Remark,
  SettledDisagreement,
} from "../plan/plan.ts";
import type { Statement } from "../plan/statement.ts";
import type { ScenarioId } from "../scenario/scenario.ts";
import type { ScenarioTreeError } from "../scenario/scenario-tree.ts";
import type { NarrativeCommand } from "./edit-narrative.ts";
import type { Seq } from "./history.ts";
import type { ScenarioCommand } from "./scenario-commands.ts";
import type { UnitChangeWay } from "./unit-changes.ts";

/** How the texts of an edit came about other than by typing. */
export const EDIT_ORIGINS = ["paste", "fill", "replace", "takeOver"] as const;

/** One way in which the texts of an edit came about. */
export type EditOrigin = (typeof EDIT_ORIGINS)[number];

/** What the history says of an edit beside what it changed; texts that were typed say nothing. */
interface Originated {
  readonly origin?: EditOrigin;
}

/**
 * What a planner does to a draft. Cells are edited by the text as typed: reading it is the core's work, and text that
 * cannot be read is kept in the cell as rejected input, so an edit never fails for its content. Carried out twice a
 * command leaves the plan as it was after the first time: rows that are there already do not come again. So does a batch whose
 * commands do not undo each other.
 */
export type Command =
  | ({ readonly type: "editCell" } & CellEdit & Originated)
  | ({ readonly type: "editCells"; readonly edits: readonly CellEdit[] } & Originated)
  /** Converts the numbers of a row into another unit, or lets them mean it as they stand. */
  | {
      readonly type: "changeUnit";
      readonly indicator: IndicatorId;
      readonly unit: string;
      readonly how: UnitChangeWay;
    }
  /** Puts new rows before another, or at the end. */
  | {
      readonly type: "addIndicators";
      readonly rows: readonly NewIndicator[];
      readonly before: IndicatorId | null;
    }
  /** Copies each row to the place below it, with its values and without the evidence, which speaks of the first. */
  | {
      readonly type: "duplicateIndicators";
      readonly copies: readonly { readonly of: IndicatorId; readonly id: IndicatorId }[];
    }
  /** Takes rows out with all that is stated about them. */
  | { readonly type: "removeIndicators"; readonly indicators: readonly IndicatorId[] }
  /** Puts rows, in the order given, before another or at the end. */
  | {
      readonly type: "moveIndicators";
      readonly indicators: readonly IndicatorId[];
      readonly before: IndicatorId | null;
    }
  /** Writes what the planner says of a cell; with neither a note nor a source the remark goes. */
  | { readonly type: "remark"; readonly indicator: IndicatorId; readonly remark: Remark }
  /** Says which statement of the plan backs a value; `null` makes it the planner's own. */
  | {
      readonly type: "cite";
      readonly indicator: IndicatorId;
      readonly field: Extract<Field, { readonly year: Year }>;
      readonly statement: StatementId | null;
    }
  /** Says which indicator of another plan this one is to be compared with; `null` takes that back. */
  | {
      readonly type: "matchIndicator";
      readonly indicator: IndicatorId;
      readonly plan: PlanId;
      readonly with: IndicatorId | null;
    }
  /** Says what an indicator measures; values and name stay. */
  | { readonly type: "setConcept"; readonly indicator: IndicatorId; readonly concept: ConceptId | null }
  /** Makes the rows what they were in a former state of the plan, the one after an entry of its journal; the title stays. */
  | { readonly type: "restore"; readonly state: Plan; readonly entry: Seq }
  /** Takes up an indicator of the predecessor that had been left out; its row comes at the end. */
  | { readonly type: "takeUpDropped"; readonly dropped: IndicatorId; readonly row: CarriedRow }
  | ScenarioCommand
  | NarrativeCommand
  /** Several commands as one: one entry of the journal, one step of undo. */
  | { readonly type: "batch"; readonly commands: readonly Command[] };

/** A row to be added: the planner's own or of the concept catalogue; its id is fresh. */
export interface NewIndicator {
  readonly id: IndicatorId;
  readonly concept: ConceptId | null;
  readonly name: string;
  readonly unit: string;
  readonly attribute: Attribute;
  readonly department: string | null;
  readonly category: string | null;
}

/** A row as it would have been carried over from the predecessor, with what is stated about it. */
export interface CarriedRow {
  readonly indicator: Indicator;
  readonly observed: ObservedRow;
  readonly statements: readonly Statement[];
  readonly disagreements: readonly SettledDisagreement[];
}

/** One cell of a block edit (paste, fill, clear); the block is one command and one undo step. */
export interface CellEdit {
  readonly indicator: IndicatorId;
  readonly field: Field;
  readonly text: string;
  /** What a new unit does to the numbers of its row; they are converted where nothing is said. */
  readonly unitChange?: UnitChangeWay;
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

/** Why a command cannot be carried out at all. */
export type CommandError =
  | { readonly kind: "read-only" }
  | { readonly kind: "unknown-indicator"; readonly indicator: IndicatorId }
  | { readonly kind: "unknown-scenario"; readonly scenario: ScenarioId }
  | { readonly kind: "unknown-driver"; readonly driver: string }
  /** What a change of the text speaks of is not there any more. */
  | { readonly kind: "unknown-text"; readonly section: SectionId }
  | { readonly kind: "no-such-tree"; readonly error: ScenarioTreeError }
  /** It would put a number into the plan that no file could hold. */
  | { readonly kind: "number-too-large" }
  | { readonly kind: "unknown-plan" }
  | { readonly kind: "nothing-to-undo" }
  | { readonly kind: "nothing-to-redo" };

/** The cells that a command writes texts into. */
export function editsOf(command: Command): readonly CellEdit[] {
  switch (command.type) {
    case "editCell":
      return [command];
    case "editCells":
      return command.edits;
    case "batch":
      return command.commands.flatMap(editsOf);
    default:
      return [];
  }
}

/** The one command of some edits; `null` for none. */
export function editCommand(
  edits: readonly CellEdit[],
  origin?: EditOrigin,
): Extract<Command, { readonly type: "editCell" | "editCells" }> | null {
  const [first, ...others] = edits;
  if (first === undefined) return null;
  const said = origin === undefined ? {} : { origin };
  return others.length === 0
    ? { type: "editCell", ...first, ...said }
    : { type: "editCells", edits, ...said };
}
