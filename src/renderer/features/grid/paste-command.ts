import type { CellEdit, Command, NewIndicator } from "#core/command/command.ts";
import type { IndicatorId } from "#core/plan/ids.ts";
import type { Plan } from "#core/plan/plan.ts";
import type { PlacedText } from "../../ui/sheet/paste-shape.ts";
import { cellEdits } from "./cell-edits.ts";
import { fieldOf } from "./grid-columns.ts";
import type { CellPlaces } from "./use-grid-layout.ts";

/** What new rows are made with. */
export interface NewRows {
  readonly newId: () => IndicatorId;
  /** What a row is called that comes without a name. */
  readonly name: string;
}

/**
 * The one command that writes texts into the table. Texts below its last row make rows of their own, in the field of that
 * row; `null` where there is nothing to write.
 */
export function pasteCommand(
  plan: Plan,
  places: CellPlaces,
  texts: readonly PlacedText[],
  { newId, name }: NewRows,
): Command | null {
  const edits = cellEdits(texts, places);
  const added = new Map<number, { row: NewIndicator; edits: CellEdit[] }>();
  const category = plan.indicators[places.rows.at(-1)?.index ?? -1]?.category ?? null;
  for (const { place, text } of texts) {
    const column = places.columns[place.column];
    const field = column === undefined ? null : fieldOf(column);
    if (place.row < places.rows.length || field === null) continue;
    const known = added.get(place.row) ?? { row: blankRow(newId(), name, category), edits: [] };
    const row = field.kind === "name" && text.trim() !== "" ? { ...known.row, name: text.trim() } : known.row;
    if (text.trim() !== "") known.edits.push({ indicator: row.id, field, text });
    added.set(place.row, { row, edits: known.edits });
  }
  if (added.size === 0) return edits.length === 0 ? null : { type: "editCells", edits };
  const rows = [...added].sort(([a], [b]) => a - b).map(([, made]) => made);
  const written = [...edits, ...rows.flatMap((made) => made.edits)];
  return {
    type: "batch",
    commands: [
      { type: "addIndicators", rows: rows.map(({ row }) => row), before: null },
      { type: "editCells", edits: written },
    ],
  };
}

function blankRow(id: IndicatorId, name: string, category: string | null): NewIndicator {
  return { id, concept: null, name, unit: "", attribute: "unspecified", department: null, category };
}
