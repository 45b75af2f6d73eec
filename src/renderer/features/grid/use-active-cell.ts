import { type RefObject, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CellInputHandle, CellInputHost, CellOption } from "../../ui/sheet/cell-input.tsx";
import { type CellMove, moveCell } from "../../ui/sheet/cell-move.ts";
import { type CellView, cellView } from "./cell-view.ts";
import { ATTRIBUTE_TEXT, editText } from "./edit-text.ts";
import type { EvidenceSource } from "./evidence-view.ts";
import { columnId, fieldOf, type GridColumn } from "./grid-columns.ts";
import { pasteEdits } from "./paste-block.ts";
import { columnName, type GridWords, plainText, printCell, spokenText } from "./printed-cell.ts";
import { mendOf } from "./reject-reason.ts";
import type { PlanEdits } from "../../data/use-plan-edits.ts";
import type { GridLayout } from "./use-grid-layout.ts";
import { readTsv } from "../../ui/sheet/read-tsv.ts";

interface ActiveCellSource {
  readonly source: EvidenceSource;
  readonly layout: GridLayout;
  readonly edits: PlanEdits;
  readonly input: RefObject<CellInputHandle | null>;
  readonly page: () => number;
}

/** The active cell as its input, cell bar and message see it. */
export interface ActiveCellState {
  readonly view: CellView | null;
  /** Where and what, for screen readers. */
  readonly label: string;
  readonly options: readonly CellOption[] | null;
  /** Why what was just typed had no effect. */
  readonly refused: string | null;
  readonly mend: (text: string) => void;
  readonly host: CellInputHost;
}

/** What keys and typing do to the active cell. */
export function useActiveCell(parts: ActiveCellSource): ActiveCellState {
  const { t } = useTranslation("grid");
  const { source, layout, edits } = parts;
  const { row, column, active } = layout;
  const [said, say] = useState<{ readonly cell: typeof active; readonly text: string } | null>(null);
  const view = useMemo(
    () => (row === null || column === null ? null : cellView(source, row.index, column)),
    [source, row, column],
  );
  const field = column === null ? null : fieldOf(column);
  const write = (text: string) => {
    say(null);
    if (row !== null && field !== null) edits.edit([{ indicator: row.id, field, text }]);
  };
  const host = cellHost(parts, {
    view,
    write,
    say: (text) => say(text === null ? null : { cell: active, text }),
    words: t,
  });
  return {
    view,
    label: cellLabel(source, layout, view, t),
    options: column?.kind === "attribute" ? attributeOptions(t) : null,
    refused: said !== null && said.cell === active ? said.text : null,
    mend: write,
    host,
  };
}

interface HostParts {
  readonly view: CellView | null;
  readonly write: (text: string) => void;
  /** Tells under the cell what had no effect; `null` takes back what was told before. */
  readonly say: (text: string | null) => void;
  readonly words: GridWords;
}

function cellHost(parts: ActiveCellSource, { view, write, say, words }: HostParts): CellInputHost {
  const { source, layout, edits, input } = parts;
  const { row, column } = layout;
  const startText = () => (row === null || column === null ? null : editText(source, row.index, column));
  const refuse = () => say(refusal(source, column, words));
  const actions = {
    clear: () => {
      const text = startText();
      if (text === null) refuse();
      else if (text !== "") write("");
    },
    undo: edits.undo,
    redo: edits.redo,
    list: () => {
      if (column?.kind === "attribute") input.current?.edit();
    },
    mend: () => {
      const mend = view?.kind === "rejected" ? mendOf(view.reason) : null;
      if (mend !== null) write(mend);
    },
  };
  return {
    startText,
    refuse,
    commit: (text) => {
      // Rejected input is read again when it is confirmed again: what reads it may have changed.
      if (text !== startText() || view?.kind === "rejected") write(text);
    },
    move: (move) => moveActive(layout, move, parts.page()),
    act: (action) => actions[action](),
    copyText: () => (view === null || column === null ? null : copyText(source, layout, view, words)),
    paste: (text) => paste(parts, text, { say, words }),
  };
}

function refusal(source: EvidenceSource, column: GridColumn | null, words: GridWords): string {
  if (source.plan.origin === "bundled") return words("readOnly.refused");
  return column?.kind === "predecessorTarget" ? words("readOnly.predecessor") : words("readOnly.derived");
}

function navigable(columns: readonly GridColumn[]): readonly GridColumn[] {
  return columns.filter(({ kind }) => kind !== "number");
}

function moveActive(
  { rows, columns, active, row, activate }: GridLayout,
  move: CellMove,
  page: number,
): boolean {
  if (active === null || row === null) return false;
  const cells = navigable(columns);
  const from = {
    row: rows.indexOf(row),
    column: cells.findIndex((column) => columnId(column) === active.column),
  };
  const to = moveCell(from, move, { rows: rows.length, columns: cells.length, page });
  const [nextRow, nextColumn] = [rows[to?.row ?? -1], cells[to?.column ?? -1]];
  if (nextRow === undefined || nextColumn === undefined) return false;
  activate({ row: nextRow.id, column: columnId(nextColumn) });
  return true;
}

// What is copied can be pasted back: the text of editing where there is one, not the dash of an empty cell.
function copyText(source: EvidenceSource, layout: GridLayout, view: CellView, words: GridWords): string {
  const { row, column } = layout;
  if (row === null || column === null || view.kind === "blank") return "";
  return editText(source, row.index, column) ?? plainText({ ...printCell(view, column, words), boxed: null });
}

function paste(
  { source, layout, edits }: ActiveCellSource,
  text: string,
  { say, words }: Pick<HostParts, "say" | "words">,
): void {
  const { rows, columns, row, column } = layout;
  if (row === null || column === null) return;
  if (source.plan.origin === "bundled") {
    say(words("readOnly.refused"));
    return;
  }
  const area = {
    rows: rows.slice(rows.indexOf(row)),
    columns: navigable(columns).slice(navigable(columns).indexOf(column)),
  };
  const { edits: made, skipped } = pasteEdits(readTsv(text), area);
  say(null);
  edits.edit(made);
  if (made.length === 0) say(words("paste.refused"));
  else if (skipped > 0) say(words("paste.skipped", { pasted: made.length, skipped }));
}

function attributeOptions(words: GridWords): readonly CellOption[] {
  return (["binding", "anticipatory", "unspecified"] as const).map((attribute) => ({
    label: words(`attribute.${attribute}`),
    text: ATTRIBUTE_TEXT[attribute],
  }));
}

function cellLabel(
  source: EvidenceSource,
  layout: GridLayout,
  view: CellView | null,
  words: GridWords,
): string {
  const { row, column } = layout;
  if (row === null || column === null || view === null) return words("gridLabel");
  const name = source.plan.indicators[row.index]?.name ?? "";
  const blank = words(source.plan.origin === "own" ? "cell.notFilled" : "cell.notStated");
  const value = view.kind === "blank" ? blank : spokenText(printCell(view, column, words), words);
  return words("entry.label", {
    where: words("cell.where", { name, column: columnName(column, words) }),
    value,
  });
}
