import type { EditOrigin } from "../command/command.ts";
import type { Seq } from "../command/history.ts";
import type { SectionId } from "../narrative/narrative.ts";

/** What a command was, in what the history says of it; counts are of cells or rows as the planner gave them. */
export type Deed =
  | { readonly type: "editCell"; readonly origin: EditOrigin | null }
  | { readonly type: "editCells"; readonly cells: number; readonly origin: EditOrigin | null }
  | { readonly type: "clearCells"; readonly cells: number }
  | { readonly type: "changeUnit"; readonly unit: string }
  | {
      readonly type: "addIndicators" | "duplicateIndicators" | "removeIndicators" | "moveIndicators";
      readonly rows: number;
    }
  | { readonly type: "remark" | "cite" | "matchIndicator" | "setConcept" | "takeUpDropped" | "merge" }
  | {
      readonly type:
        | "keepScenarios"
        | "setOverride"
        | "dropOverrides"
        | "noteScenario"
        | "rebaseScenario"
        | "removeScenario"
        | "removeDriver";
    }
  | {
      readonly type: "addScenario" | "renameScenario" | "duplicateScenario" | "addDriver" | "editDriver";
      readonly name: string;
    }
  | { readonly type: "writeSection"; readonly section: SectionId }
  /** Took in what a plan file holds, or merged it. */
  | { readonly type: "takeIn" }
  /** Made the plan what it was after the entry. */
  | { readonly type: "restore"; readonly entry: Seq }
  | { readonly type: "batch"; readonly deeds: readonly Deed[] };
