import type { RefObject } from "react";
import type { CellInputHandle } from "../../ui/sheet/cell-input.tsx";
import type { CellPlace } from "../../ui/sheet/cell-move.ts";
import type { PlacedText } from "../../ui/sheet/paste-shape.ts";
import { isSingle, selectRect } from "../../ui/sheet/selection.ts";
import type { PasteOutcome, SheetModel } from "../../ui/sheet/sheet-controller.ts";
import { cellView, standsIn } from "./cell-view.ts";
import { cellEdits } from "./cell-edits.ts";
import { standLast } from "./grid-session.ts";
import { pasteCommand } from "./paste-command.ts";
import { newRowId } from "./rows/new-rows.ts";
import { copyText } from "./copy-text.ts";
import { editText, takesText } from "./edit-text.ts";
import type { EvidenceSource } from "./evidence-view.ts";
import { fieldOf, type GridColumn } from "./grid-columns.ts";
import type { GridWords } from "./printed-cell.ts";
import { mendOf } from "../../i18n/reject-text.ts";
import type { PlanEdits } from "../../data/use-plan-edits.ts";
import type { Filling } from "./use-fill.ts";
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
  readonly filling: Filling;
  /** Opens the menu of the fill that is offered; `false` without one. */
  readonly openFillMenu: () => boolean;
  /** Opens the find bar. */
  readonly find: (how: "find" | "replace") => void;
  /** Opens the form of the active target; `null` where the active cell is none that can be edited. */
  readonly openTarget: (() => void) | null;
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
  const isStandIn = (index: number, column: GridColumn) => standsIn(cellView(source, index, column));
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
    takesText: ({ column: at }) => {
      const column = columns[at];
      return column !== undefined && takesText(source, column);
    },
    copyText: (place) => at(place, (index, column) => copyText(source, index, column, words)) ?? "",
    canClear: ({ column }) => columns[column]?.kind !== "name",
    canAppend: source.plan.origin === "own",
    write: (texts) => {
      const isKept = ({ place, text }: PlacedText) => text === "" && at(place, isStandIn) === true;
      if (texts.some(isKept)) say(words("refused.standIn"));
      edits.edit(
        cellEdits(
          texts.filter((placed) => !isKept(placed)),
          layout.places,
        ),
      );
    },
    paste: (texts, then) => {
      const newId = () => newRowId(source.plan, `row-${crypto.randomUUID()}`);
      const name = words("paste.newRow");
      const made = pasteCommand(layout.places, texts, { newId, name, category: lastCategory(parts) });
      if (made === null) return;
      const { added } = made;
      edits.run(made.command, {
        then: () => {
          if (added.length > 0) standLast(source.plan.id, added);
          then((rect) => layout.select(selectRect(rect), added));
        },
      });
    },
    fill: parts.filling.carry,
    refuse: (why) => say(why === "cell" ? refusal(source, layout.column, words) : words(`refused.${why}`)),
    pasted: (outcome) => say(pasteText(outcome, layout, words)),
    act: (deed) => {
      if (deed === "undo" || deed === "redo") edits[deed]();
      else if (deed === "list") openList(parts);
      else if (deed === "mend") mendActive(parts);
      else parts.find(deed);
    },
    settle: () => input.current?.finish(),
    focus: () => input.current?.focus(),
    edit: () => input.current?.edit(),
  };
}

function pasteText(
  { written, left, rows }: PasteOutcome,
  { isFiltered, arrangement }: GridLayout,
  words: GridWords,
): string | null {
  const said = [
    rows === 0 ? null : words("paste.appended", { rows }),
    rows > 0 && isFiltered ? words("paste.filtered") : null,
    rows > 0 && arrangement.sort !== null ? words("paste.sorted") : null,
    left === 0 ? null : words("paste.skipped", { pasted: written, skipped: left }),
  ].filter((sentence) => sentence !== null);
  return said.length === 0 ? null : said.reduce((first, second) => words("paste.two", { first, second }));
}

/** The field that rows at the end come into: that of the last row as shown, in a sorted table that of the plan's last. */
function lastCategory({ source: { plan }, layout }: SheetModelParts): string | null {
  const shown = layout.arrangement.sort === null ? layout.rows.at(-1)?.index : undefined;
  return plan.indicators.at(shown ?? -1)?.category ?? null;
}

/** Why the active cell cannot be edited. */
export function refusal(source: EvidenceSource, column: GridColumn | null, words: GridWords): string {
  if (source.plan.origin === "bundled") return words("readOnly.refused");
  return column?.kind === "predecessorTarget" ? words("readOnly.predecessor") : words("readOnly.derived");
}

function isFilled(source: EvidenceSource, index: number, column: GridColumn): boolean {
  const { kind } = cellView(source, index, column);
  return kind !== "blank" && kind !== "no-department";
}

function openList({ layout, input, openFillMenu, openTarget }: SheetModelParts): void {
  const selection = layout.selection();
  const single = selection !== null && isSingle(selection);
  if (single && layout.column?.kind === "attribute") input.current?.edit();
  else if (single && openTarget !== null) openTarget();
  else openFillMenu();
}

function mendActive({ source, layout, edits }: SheetModelParts): void {
  const { row, column } = layout;
  const field = column === null ? null : fieldOf(column);
  if (row === null || column === null || field === null) return;
  const view = cellView(source, row.index, column);
  const text = view.kind === "rejected" ? mendOf(view.reason) : null;
  if (text !== null) edits.edit([{ indicator: row.id, field, text }]);
}
