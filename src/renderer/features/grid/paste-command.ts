import { type CellEdit, type Command, editCommand, type NewIndicator } from "#core/command/command.ts";
import type { IndicatorId } from "#core/plan/ids.ts";
import type { PlacedText } from "../../ui/sheet/paste-shape.ts";
import { cellEdits } from "./cell-edits.ts";
import { fieldOf } from "./grid-columns.ts";
import type { CellPlaces } from "./use-grid-layout.ts";

/** What new rows are made with. */
export interface NewRows {
  readonly newId: () => IndicatorId;
  /** What a row is called that comes without a name. */
  readonly name: string;
  /** The field that they stand in. */
  readonly category: string | null;
}

/** A paste as one command, with the rows that it adds, in their order. */
export interface Paste {
  readonly command: Command;
  readonly added: readonly IndicatorId[];
}

/**
 * The one command that writes pasted texts into the rows as they are shown. Texts below the last of them make rows at the end of
 * the plan; `null` where there is nothing to write.
 */
export function pasteCommand(
  places: CellPlaces,
  texts: readonly PlacedText[],
  { newId, name, category }: NewRows,
): Paste | null {
  const edits = cellEdits(texts, places);
  const added = new Map<number, { row: NewIndicator; edits: CellEdit[] }>();
  for (const { place, text } of texts) {
    const column = places.columns[place.column];
    const field = column === undefined ? null : fieldOf(column);
    if (place.row < places.rows.length || field === null) continue;
    const known = added.get(place.row) ?? { row: blankRow(newId(), name, category), edits: [] };
    const row = field.kind === "name" && text.trim() !== "" ? { ...known.row, name: text.trim() } : known.row;
    if (text.trim() !== "") known.edits.push({ indicator: row.id, field, text });
    added.set(place.row, { row, edits: known.edits });
  }
  const made = [...added].sort(([a], [b]) => a - b).map(([, each]) => each);
  const write = editCommand([...edits, ...made.flatMap((each) => each.edits)], "paste");
  if (made.length === 0) return write === null ? null : { command: write, added: [] };
  const rows = made.map(({ row }) => row);
  const add: Command = { type: "addIndicators", rows, before: null };
  return {
    command: { type: "batch", commands: write === null ? [add] : [add, write] },
    added: rows.map(({ id }) => id),
  };
}

function blankRow(id: IndicatorId, name: string, category: string | null): NewIndicator {
  return { id, concept: null, name, unit: "", attribute: "unspecified", department: null, category };
}
