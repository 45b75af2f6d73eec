import type { RefObject } from "react";
import type { CellEdit, EditOrigin } from "#core/command/command.ts";
import { readRejected } from "#core/command/read-cell.ts";
import type { SideRow } from "#core/compare/beside/side-by-side.ts";
import { directionOf } from "../../../data/catalogue.ts";
import type { PlanEdits } from "../../../data/use-plan-edits.ts";
import { mendOf } from "../../../i18n/reject-text.ts";
import type { CellInputHandle } from "../../../ui/sheet/cell-input.tsx";
import type { CellPlace } from "../../../ui/sheet/cell-move.ts";
import { copiedTexts } from "../../../ui/sheet/fill-shape.ts";
import type { PlacedText } from "../../../ui/sheet/paste-shape.ts";
import { selectRect } from "../../../ui/sheet/selection.ts";
import type { SheetModel } from "../../../ui/sheet/sheet-controller.ts";
import type { FindTexts } from "../../../ui/sheet/use-find.ts";
import { printSide, type SideWords } from "./printed-side.ts";
import { rejectedTarget } from "#core/compare/beside/own-cells.ts";
import type { SideColumn } from "./side-columns.ts";
import { fieldText, sideField } from "./side-field.ts";
import type { SideLayout } from "./use-side-layout.ts";
import type { SideStudy } from "./use-side-study.ts";

/** What the comparison is to the sheet engine: the aligned plans, what is shown of them, and how the draft is edited. */
export interface SideSheetParts {
  readonly study: SideStudy;
  readonly layout: SideLayout;
  readonly edits: PlanEdits;
  readonly words: SideWords;
  readonly input: RefObject<CellInputHandle | null>;
  /** Rows that one screen shows. */
  readonly page: () => number;
  readonly reveal: (place: CellPlace) => void;
  /** Opens the find bar. */
  readonly find: (how: "find" | "replace") => void;
  /** Tells under the active cell what had no effect; `null` takes back what was told before. */
  readonly say: (text: string | null) => void;
}

/** The comparison as the sheet engine sees it: cells of the draft take texts, all can be copied. */
export function sideSheetModel(parts: SideSheetParts): SheetModel {
  const { layout, edits, input, words, say } = parts;
  const textAt = (place: CellPlace) => at(parts, place, (row, column) => cellText(row, column));
  const write = (texts: readonly PlacedText[], origin?: EditOrigin, then?: () => void) => {
    const made = texts.flatMap((placed) => editOf(parts, placed) ?? []);
    if (made.length === 0) say(refusal(parts));
    else edits.edit(made, origin, then);
  };
  return {
    extent: {
      rows: layout.rows.length,
      columns: layout.columns.length,
      page: parts.page(),
      isFilled: (place) => at(parts, place, (row, column) => printedText(row, column, words) !== "") === true,
    },
    selection: layout.selection(),
    select: (selection) => {
      say(null);
      layout.select(selection);
    },
    reveal: parts.reveal,
    editText: textAt,
    takesText: (place) => at(parts, place, takesText) === true,
    copyText: (place) => sideTexts(parts).shown(place),
    canClear: () => true,
    canAppend: false,
    write: (texts) => write(texts),
    paste: (texts, then) => write(texts, "paste", () => then((rect) => layout.select(selectRect(rect)))),
    // Rows are different indicators, and the draft's columns do not stand side by side: there is no series to carry on.
    fill: (fills) => write(copiedTexts(fills, textAt), "fill"),
    refuse: (why) => say(why === "cell" ? refusal(parts) : words.beside(`refused.${why}`)),
    pasted: ({ written, left }) =>
      say(left === 0 ? null : words.beside("refused.partly", { pasted: written, skipped: left })),
    act: (deed) => {
      if (deed === "undo" || deed === "redo") edits[deed]();
      else if (deed === "mend") mendActive(parts);
      else if (deed === "find" || deed === "replace") parts.find(deed);
    },
    settle: () => input.current?.finish(),
    focus: () => input.current?.focus(),
    edit: () => input.current?.edit(),
  };
}

/** The texts of the comparison's cells. */
export function sideTexts(parts: Pick<SideSheetParts, "study" | "layout" | "words">): FindTexts {
  const edited = (place: CellPlace) => at(parts, place, cellText);
  return {
    edited,
    shown: (place) => edited(place) ?? at(parts, place, (...cell) => printedText(...cell, parts.words)) ?? "",
  };
}

/** Why the active cell takes no text. */
export function refusal({ study, words }: Pick<SideSheetParts, "study" | "words">): string {
  return words.beside(study.table.draft.origin === "bundled" ? "refused.bundled" : "refused.column");
}

/** The text that editing a cell begins with; `null` where it cannot be edited. */
export function cellText(row: SideRow, column: SideColumn): string | null {
  const field = sideField(row, column);
  return field === null || row.mine === null ? null : fieldText(row.mine.plan, row.mine.row, field);
}

function takesText(row: SideRow, column: SideColumn): boolean {
  return row.mine !== null && sideField(row, column) !== null;
}

function at<T>(
  { study, layout }: Pick<SideSheetParts, "study" | "layout">,
  place: CellPlace,
  read: (row: SideRow, column: SideColumn) => T,
): T | null {
  const row = study.table.rows[layout.rows[place.row]?.index ?? -1];
  const column = layout.columns[place.column];
  return row === undefined || column === undefined ? null : read(row, column);
}

/** The edit that puts a text into a cell of the draft; `null` where the cell takes none. */
export function editOf(
  parts: Pick<SideSheetParts, "study" | "layout">,
  { place, text }: PlacedText,
): CellEdit | null {
  return at(parts, place, (row, column) => {
    const field = sideField(row, column);
    return field === null ? null : { indicator: row.indicator.id, field, text };
  });
}

function printedText(row: SideRow, column: SideColumn, words: SideWords): string {
  const { text, tone } = printSide(row, column, words);
  return tone === "muted" ? "" : text;
}

/** Writes the wording that is offered instead of a target that could not be read. */
function mendActive({ layout, edits }: SideSheetParts): void {
  const mine = layout.row?.mine ?? null;
  const wrong = mine === null ? null : rejectedTarget(mine);
  if (mine === null || wrong === null) return;
  const { indicator } = mine;
  const text = mendOf(readRejected(indicator, wrong, directionOf(indicator.concept)));
  if (text !== null) edits.edit([{ indicator: indicator.id, field: wrong.field, text }]);
}
