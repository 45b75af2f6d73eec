import { type CellSource, cellView } from "./cell-view.ts";
import { fieldOf, type GridColumn } from "./grid-columns.ts";

/** The text that editing a cell begins with; `null` where the cell cannot be edited. */
export function editText(source: CellSource, index: number, column: GridColumn): string | null {
  if (source.plan.origin === "bundled" || fieldOf(column) === null) return null;
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

/** How attributes are written in a plan, whatever the language of the interface. */
export const ATTRIBUTE_TEXT = { binding: "约束性", anticipatory: "预期性", unspecified: "" } as const;
