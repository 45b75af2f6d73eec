import type { RefObject } from "react";
import type { MethodGround } from "#core/scenario/first-assumption.ts";
import type { PlanScenarios } from "../../../data/use-scenarios.ts";
import type { CellInputHandle } from "../../../ui/sheet/cell-input.tsx";
import type { CellPlace } from "../../../ui/sheet/cell-move.ts";
import { copiedTexts } from "../../../ui/sheet/fill-shape.ts";
import type { PlacedText } from "../../../ui/sheet/paste-shape.ts";
import { selectRect } from "../../../ui/sheet/selection.ts";
import type { SheetModel } from "../../../ui/sheet/sheet-controller.ts";
import { printCell, type SheetWords, yearText } from "./assumption-cell.ts";
import type { AssumptionColumn } from "./assumption-columns.ts";
import type { AssumptionRow, AssumptionSheet } from "./assumption-sheet.ts";
import type { AssumptionLayout } from "./use-assumption-layout.ts";
import { type TypedCell, writeAssumptions } from "./write-assumptions.ts";

/** What the sheet of assumptions is to the sheet engine. */
export interface AssumptionParts {
  readonly scenarios: PlanScenarios;
  readonly sheet: AssumptionSheet;
  readonly layout: AssumptionLayout;
  readonly words: SheetWords;
  readonly input: RefObject<CellInputHandle | null>;
  readonly groundOf: (row: AssumptionRow) => MethodGround;
  readonly page: () => number;
  readonly reveal: (place: CellPlace) => void;
  /** Tells under the active cell what had no effect. */
  readonly say: (text: string | null) => void;
  /** Opens the dialog with all that is supposed of the active row. */
  readonly ask: () => void;
}

/** The sheet as the engine sees it: methods and projected years take texts, all can be copied. */
export function assumptionSheetModel(parts: AssumptionParts): SheetModel {
  const { scenarios, sheet, layout, words, input, say } = parts;
  const textAt = (place: CellPlace) => at(parts, place, (row, column) => cellText(parts, row, column));
  const write = (texts: readonly PlacedText[]) => {
    const cells = texts.flatMap(({ place, text }): readonly TypedCell[] => {
      const cell = at(parts, place, (row, column) => ({ row, column, text }));
      return cell === null || cellText(parts, cell.row, cell.column) === null ? [] : [cell];
    });
    if (cells.length === 0) {
      say(refusal(parts));
      return;
    }
    const { command, refused } = writeAssumptions(cells, sheet, parts.groundOf, words.told);
    if (command !== null) scenarios.edit(command);
    say(refused === null ? null : words.studio(`refused.${refused.error.kind}`, refusedWords(refused)));
  };
  return {
    extent: {
      rows: sheet.rows.length,
      columns: layout.columns.length,
      page: parts.page(),
      isFilled: (place) => at(parts, place, (row, column) => printed(parts, row, column) !== "") === true,
    },
    selection: layout.selection(),
    select: (selection) => {
      say(null);
      layout.select(selection);
    },
    reveal: parts.reveal,
    editText: textAt,
    takesText: (place) => textAt(place) !== null,
    copyText: (place) => at(parts, place, (row, column) => printed(parts, row, column)) ?? "",
    canClear: () => true,
    canAppend: false,
    write,
    paste: (texts, then) => {
      write(texts);
      then((rect) => layout.select(selectRect(rect)));
    },
    fill: (fills) => write(copiedTexts(fills, textAt)),
    refuse: (why) => say(why === "cell" ? refusal(parts) : words.studio(`refused.${why}`)),
    pasted: () => undefined,
    act: (deed) => {
      if (deed === "undo" || deed === "redo") scenarios.edits[deed]();
      else if (deed === "list") parts.ask();
    },
    settle: () => input.current?.finish(),
    focus: () => input.current?.focus(),
    edit: () => {
      if (layout.column?.kind === "year") input.current?.edit();
      else parts.ask();
    },
  };
}

/** Why the active cell takes no text. */
export function refusal({ scenarios, layout, words }: AssumptionParts): string {
  if (!scenarios.canEdit) return words.studio("readOnly");
  return words.studio(layout.column?.kind === "year" ? "refused.known" : "refused.column");
}

/** The text that editing a cell begins with; `null` where it cannot be edited. */
export function cellText(
  { scenarios, sheet, words }: AssumptionParts,
  row: AssumptionRow,
  column: AssumptionColumn,
): string | null {
  if (!scenarios.canEdit) return null;
  if (column.kind === "year") return yearText(sheet, row, column.year);
  return column.kind === "method" ? words.told(`name.${row.plan.assumption.method}`) : null;
}

function refusedWords({ text, error }: NonNullable<ReturnType<typeof writeAssumptions>["refused"]>) {
  return error.kind === "out-of-range" ? { text, min: error.min, max: error.max } : { text };
}

function printed({ sheet, words }: AssumptionParts, row: AssumptionRow, column: AssumptionColumn): string {
  return printCell(sheet, row, column, words).text;
}

function at<T>(
  { sheet, layout }: AssumptionParts,
  place: CellPlace,
  read: (row: AssumptionRow, column: AssumptionColumn) => T,
): T | null {
  const row = sheet.rows[place.row];
  const column = layout.columns[place.column];
  return row === undefined || column === undefined ? null : read(row, column);
}
