import type { RefObject } from "react";
import type { CellEdit } from "#core/command/command.ts";
import type { CellInputHandle } from "../../ui/sheet/cell-input.tsx";
import type { CellPlace } from "../../ui/sheet/cell-move.ts";
import type { PlacedText } from "../../ui/sheet/paste-shape.ts";
import type { SheetModel } from "../../ui/sheet/sheet-controller.ts";
import { cellView } from "./cell-view.ts";
import { editText } from "./edit-text.ts";
import type { EvidenceSource } from "./evidence-view.ts";
import { fieldOf, type GridColumn } from "./grid-columns.ts";
import { type GridWords, plainText, printCell } from "./printed-cell.ts";
import { mendOf } from "./reject-reason.ts";
import type { PlanEdits } from "../../data/use-plan-edits.ts";
import type { GridLayout } from "./use-grid-layout.ts";

/** What the indicator table is to the sheet engine: its plan, what is shown of it, and how it is edited. */
export interface SheetModelParts {
  readonly source: EvidenceSource;
  readonly layout: GridLayout;
  readonly edits: PlanEdits;
  readonly input: RefObject<CellInputHandle | null>;
  /** Rows that one screen shows. */
  readonly page: () => number;
  readonly reveal: (place: CellPlace) => void;
  readonly words: GridWords;
  /** Tells above the grid what had no effect; `null` takes back what was told before. */
  readonly say: (text: string | null) => void;
}

/** The indicator table as the sheet engine sees it. */
export function sheetModel(parts: SheetModelParts): SheetModel {
  const { source, layout, edits, input, words, say } = parts;
  const { rows, columns } = layout.places;
  const at = <T>(place: CellPlace, read: (index: number, column: GridColumn) => T): T | null => {
    const [row, column] = [rows[place.row], columns[place.column]];
    return row === undefined || column === undefined ? null : read(row.index, column);
  };
  const textAt = (place: CellPlace) => at(place, (index, column) => editText(source, index, column));
  return {
    extent: {
      rows: rows.length,
      columns: columns.length,
      page: parts.page(),
      isFilled: (place) => at(place, (index, column) => isFilled(source, index, column)) === true,
    },
    selection: layout.selection(),
    select: (selection) => {
      say(null);
      layout.select(selection);
    },
    reveal: parts.reveal,
    editText: textAt,
    copyText: (place) => at(place, (index, column) => copyText(source, index, column, words)) ?? "",
    canClear: ({ column }) => columns[column]?.kind !== "name",
    write: (texts) => edits.edit(cellEdits(texts, layout)),
    fill: () => undefined,
    refuse: (why) => say(why === "blocks" ? words("copy.blocks") : refusal(source, layout.column, words)),
    pasted: (written, left) =>
      say(left === 0 ? null : words("paste.skipped", { pasted: written, skipped: left })),
    act: (deed) => {
      if (deed === "undo" || deed === "redo") edits[deed]();
      else if (deed === "list" && layout.column?.kind === "attribute") input.current?.edit();
      else if (deed === "mend") mendActive(parts);
    },
    settle: () => input.current?.finish(),
    focus: () => input.current?.focus(),
    edit: () => input.current?.edit(),
  };
}

/** Why the active cell cannot be edited. */
export function refusal(source: EvidenceSource, column: GridColumn | null, words: GridWords): string {
  if (source.plan.origin === "bundled") return words("readOnly.refused");
  return column?.kind === "predecessorTarget" ? words("readOnly.predecessor") : words("readOnly.derived");
}

/** The edits that put texts into cells; what lies outside of the table or cannot be edited is left out. */
export function cellEdits(texts: readonly PlacedText[], { places }: GridLayout): readonly CellEdit[] {
  return texts.flatMap(({ place, text }) => {
    const row = places.rows[place.row];
    const column = places.columns[place.column];
    const field = column === undefined ? null : fieldOf(column);
    return row === undefined || field === null ? [] : [{ indicator: row.id, field, text }];
  });
}

function isFilled(source: EvidenceSource, index: number, column: GridColumn): boolean {
  const { kind } = cellView(source, index, column);
  return kind !== "blank" && kind !== "no-department";
}

// What is copied can be pasted back: the text of editing where there is one, not the dash of an empty cell.
function copyText(source: EvidenceSource, index: number, column: GridColumn, words: GridWords): string {
  const view = cellView(source, index, column);
  if (view.kind === "blank" || view.kind === "no-department") return "";
  return editText(source, index, column) ?? plainText({ ...printCell(view, column, words), boxed: null });
}

function mendActive({ source, layout, edits }: SheetModelParts): void {
  const { row, column } = layout;
  const field = column === null ? null : fieldOf(column);
  if (row === null || column === null || field === null) return;
  const view = cellView(source, row.index, column);
  const text = view.kind === "rejected" ? mendOf(view.reason) : null;
  if (text !== null) edits.edit([{ indicator: row.id, field, text }]);
}
