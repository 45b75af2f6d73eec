import type { RefObject } from "react";
import { indicatorId } from "#core/plan/ids.ts";
import type { PlanChange } from "#core/command/plan-change.ts";
import type { CellInputHandle } from "../../ui/sheet/cell-input.tsx";
import type { CellPlace } from "../../ui/sheet/cell-move.ts";
import { isSingle, rectsAround, selectRects } from "../../ui/sheet/selection.ts";
import type { PasteOutcome, SheetModel } from "../../ui/sheet/sheet-controller.ts";
import { cellView } from "./cell-view.ts";
import { pasteCommand } from "./paste-command.ts";
import { copyText } from "./copy-text.ts";
import { editText } from "./edit-text.ts";
import type { EvidenceSource } from "./evidence-view.ts";
import { fieldColumn, fieldOf, type GridColumn } from "./grid-columns.ts";
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
    // A filter shows some of the rows, a sort in another order: a row behind them would come somewhere else.
    canAppend: source.plan.origin === "own" && layout.isWhole,
    write: (texts) => {
      const newId = () => indicatorId(`${source.plan.id}/row-${crypto.randomUUID()}`);
      const command = pasteCommand(source.plan, layout.places, texts, { newId, name: words("paste.newRow") });
      if (command !== null) edits.run(command);
    },
    fill: parts.filling.carry,
    refuse: (why) => say(why === "blocks" ? words("copy.blocks") : refusal(source, layout.column, words)),
    pasted: (outcome) => say(pasteText(outcome, words)),
    act: (deed) => {
      if (deed === "undo" || deed === "redo")
        void edits[deed]().then((changes) => selectChanged(layout, changes));
      else if (deed === "list") openList(parts);
      else if (deed === "mend") mendActive(parts);
      else parts.find(deed);
    },
    settle: () => input.current?.finish(),
    focus: () => input.current?.focus(),
    edit: () => input.current?.edit(),
  };
}

function pasteText({ written, left, rows }: PasteOutcome, words: GridWords): string | null {
  const skipped = left === 0 ? null : words("paste.skipped", { pasted: written, skipped: left });
  const appended = rows === 0 ? null : words("paste.appended", { rows });
  return appended !== null && skipped !== null
    ? words("paste.both", { appended, skipped })
    : (appended ?? skipped);
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

/** Selects the cells that an undo or redo has changed, as far as they are shown. */
function selectChanged({ places, select }: GridLayout, changes: readonly PlanChange[]): void {
  const cells = changes.flatMap((change) => {
    const place =
      change.kind === "cell"
        ? places.placeOf({ row: change.indicator, column: fieldColumn(change.field) })
        : null;
    return place === null ? [] : [place];
  });
  const selection = selectRects(rectsAround(cells));
  if (selection !== null) select(selection);
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
