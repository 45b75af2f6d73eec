import { cellContent } from "#core/command/cell-content.ts";
import { targetCell, yearCell } from "#core/compare/beside/own-cells.ts";
import type { SideRow } from "#core/compare/beside/side-by-side.ts";
import { formatTarget } from "#core/indicator/format-target.ts";
import { formatAmount } from "#core/indicator/quantity.ts";
import { year } from "#core/plan/ids.ts";
import type { Field, Plan } from "#core/plan/plan.ts";
import { OWN, type SideColumn } from "./side-columns.ts";

/** The cell of the draft that a cell of the table edits; `null` where there is none. */
export function sideField(row: SideRow, column: SideColumn): Field | null {
  const { mine } = row;
  if (mine === null || column.side !== OWN || mine.plan.origin === "bundled") return null;
  switch (column.kind) {
    case "target":
      return targetCell(mine);
    case "base":
      return { kind: "observation", year: mine.indicator.base?.year ?? year(mine.plan.period.start - 1) };
    case "year":
      return yearCell(mine, column.year);
    case "name":
    case "unit":
    case "growth":
    case "difference":
      return null;
  }
}

/** What the cell holds, as a planner would type it; a value that only stands in is not typed. */
export function fieldText(plan: Plan, row: number, field: Field): string {
  const content = cellContent(plan, row, field);
  if (content.rejected !== null) return content.rejected;
  switch (content.kind) {
    case "text":
      return content.text ?? "";
    case "target":
      return content.planned === null ? "" : formatTarget(content.planned.target);
    case "observation": {
      const unit = plan.indicators[row]?.unit ?? "";
      return content.observation === null ? "" : formatAmount({ ...content.observation, unit });
    }
  }
}
