import { useLayoutEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CellInputHost, CellOption } from "../../ui/sheet/cell-input.tsx";
import { SheetController } from "../../ui/sheet/sheet-controller.ts";
import { type CellView, cellView, standsIn } from "./cell-view.ts";
import { ATTRIBUTE_TEXT, editText } from "./edit-text.ts";
import { fieldOf } from "./grid-columns.ts";
import type { ActiveCell } from "./grid-context.ts";
import { namedSelection } from "./grid-session.ts";
import type { GridWords } from "./printed-cell.ts";
import { refusal, sheetModel, type SheetModelParts } from "./sheet-model.ts";

/** The sheet of the indicator table, with the active cell as its input, cell bar and message see it. */
export interface IndicatorSheet {
  readonly controller: SheetController;
  readonly view: CellView | null;
  readonly options: readonly CellOption[] | null;
  /** Why what was just done had no effect. */
  readonly refused: string | null;
  readonly mend: (text: string) => void;
  readonly host: CellInputHost;
}

/** What keys, typing and the pointer do to the indicator table. */
export function useSheet(given: Omit<SheetModelParts, "words" | "say">): IndicatorSheet {
  const { t } = useTranslation("grid");
  const { source, layout } = given;
  const { row, column, active } = layout;
  const [said, setSaid] = useState<{ readonly at: string; readonly text: string } | null>(null);
  // A deed may have gone to another cell just before.
  const here = () => nameOf(namedSelection(source.plan.id)?.active ?? active);
  const say = (text: string | null) => setSaid(text === null ? null : { at: here(), text });
  const parts: SheetModelParts = { ...given, words: t, say };
  const controller = useController(parts);
  const view = useMemo(
    () => (row === null || column === null ? null : cellView(source, row.index, column)),
    [source, row, column],
  );
  return {
    controller,
    view,
    options: column?.kind === "attribute" ? attributeOptions(t) : null,
    refused: said !== null && said.at === nameOf(active) ? said.text : null,
    mend: (text) => write(parts, text),
    host: {
      ...cellHost(parts, controller, view),
      // Another window took the cell's row out: the selection still names it, and another cell is shown.
      lost: (text) => setSaid({ at: nameOf(active), text: t("entry.lost", { text }) }),
    },
  };
}

const nameOf = (cell: ActiveCell | null) => (cell === null ? "" : `${cell.row} ${cell.column}`);

/** One controller for the life of the sheet, which reads the table as it was drawn last. */
function useController(parts: SheetModelParts): SheetController {
  const [controller] = useState(() => new SheetController(() => sheetModel(parts)));
  useLayoutEffect(() => controller.serve(() => sheetModel(parts)));
  return controller;
}

function cellHost(
  parts: SheetModelParts,
  controller: SheetController,
  view: CellView | null,
): Omit<CellInputHost, "lost"> {
  const { source, layout, words, say } = parts;
  const { row, column } = layout;
  const startText = () => (row === null || column === null ? null : editText(source, row.index, column));
  return {
    startText,
    refuse: () => say(refusal(source, column, words)),
    commit: (text, everywhere, touched) => {
      say(null);
      // Rejected input is read again when it is confirmed again: what reads it may have changed. The number of a value
      // that only stands in becomes the cell's own when it is typed.
      const again = view?.kind === "rejected" || (touched && view !== null && standsIn(view));
      if (everywhere || again || text !== startText()) controller.commit(text, everywhere);
    },
    move: (move, extend) => controller.move(move, extend),
    act: (deed) => controller.act(deed),
    cancel: () => controller.cancel(),
    take: (how) => controller.take(how),
    paste: (block) => controller.paste(block),
    refuseLarge: () => controller.refuse("large"),
  };
}

function write({ layout, edits }: SheetModelParts, text: string): void {
  const { row, column } = layout;
  const field = column === null ? null : fieldOf(column);
  if (row !== null && field !== null) edits.edit([{ indicator: row.id, field, text }]);
}

function attributeOptions(words: GridWords): readonly CellOption[] {
  return (["binding", "anticipatory", "unspecified"] as const).map((attribute) => ({
    label: words(`attribute.${attribute}`),
    text: ATTRIBUTE_TEXT[attribute],
  }));
}
