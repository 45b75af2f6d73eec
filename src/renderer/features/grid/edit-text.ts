import { type CellSource, cellView } from "./cell-view.ts";
import { fieldOf, type GridColumn } from "./grid-columns.ts";

/** The text that editing a cell begins with; `null` where the cell cannot be edited. */
export function editText(source: CellSource, index: number, column: GridColumn): string | null {
  if (!takesText(source, column)) return null;
  const view = cellView(source, index, column);
  switch (view.kind) {
    case "text":
    case "value":
    case "rejected":
      return view.text;
    case "target":
      return view.wording;
    case "attribute":
      return ATTRIBUTE_TEXT[view.attribute];
    case "blank":
    case "no-department":
    case "growth":
    case "evidence":
      return "";
  }
}

/** Whether the cells of a column can be edited. */
export function takesText({ plan }: Pick<CellSource, "plan">, column: GridColumn): boolean {
  return plan.origin === "own" && fieldOf(column) !== null;
}

/** How attributes are written in a plan, whatever the language of the interface. */
export const ATTRIBUTE_TEXT = { binding: "约束性", anticipatory: "预期性", unspecified: "" } as const;
