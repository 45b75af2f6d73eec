import type { CellEdit } from "#core/command/command.ts";
import type { PlacedText } from "../../ui/sheet/paste-shape.ts";
import { fieldOf } from "./grid-columns.ts";
import type { CellPlaces } from "./use-grid-layout.ts";

/** The edits that put texts into cells; what lies outside of the table or cannot be edited is left out. */
export function cellEdits(texts: readonly PlacedText[], places: CellPlaces): readonly CellEdit[] {
  return texts.flatMap(({ place, text }) => {
    const row = places.rows[place.row];
    const column = places.columns[place.column];
    const field = column === undefined ? null : fieldOf(column);
    return row === undefined || field === null ? [] : [{ indicator: row.id, field, text }];
  });
}
