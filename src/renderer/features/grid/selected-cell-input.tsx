import { type Ref, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { CellInput, type CellInputHandle } from "../../ui/sheet/cell-input.tsx";
import { countCells, isSingle, rectOf, rectsOf, type Selection, sizeOf } from "../../ui/sheet/selection.ts";
import { liveReading } from "./cell/live-reading.ts";
import type { CellView } from "./cell-view.ts";
import { columnAlignment } from "./column-defs.ts";
import type { EvidenceSource } from "./evidence-view.ts";
import { useNamedSelection } from "./grid-session.ts";
import { columnName, type GridWords, printCell, spokenText } from "./printed-cell.ts";
import { placedSelection } from "../../ui/sheet/cell-places.ts";
import type { GridLayout } from "./use-grid-layout.ts";
import type { IndicatorSheet } from "./use-sheet.ts";

interface SelectedCellInputProps {
  readonly ref: Ref<CellInputHandle>;
  readonly source: EvidenceSource;
  readonly layout: GridLayout;
  readonly sheet: IndicatorSheet;
}

/** The input over the active cell; its name says where it is, what the cell holds, and how much is selected. */
export function SelectedCellInput({ ref, source, layout, sheet }: SelectedCellInputProps) {
  const { t } = useTranslation("grid");
  const { active, row, column, places } = layout;
  const named = useNamedSelection(source.plan.id);
  const selected = useMemo(
    () => selectedText(placedSelection(places, named, active), t),
    [places, named, active, t],
  );
  const cell = useMemo(() => cellLabel(source, layout, sheet.view, t), [source, layout, sheet.view, t]);
  return (
    <CellInput
      ref={ref}
      host={sheet.host}
      cell={active}
      label={selected === null ? cell : t("entry.labelOfMany", { cell, selected })}
      hint={t("entry.hint")}
      align={column !== null && columnAlignment(column) === "align-right" ? "right" : "left"}
      disabled={active === null}
      options={sheet.options}
      optionsLabel={t("entry.list")}
      reading={
        row === null || column === null ? null : (text) => liveReading(source, row.index, column, text, t)
      }
    />
  );
}

/** How much is selected, as the status bar says it; `null` for one cell. */
export function selectedText(selection: Selection | null, words: GridWords): string | null {
  if (selection === null || isSingle(selection)) return null;
  const rects = rectsOf(selection);
  if (rects.length === 1) return words("status.block", sizeOf(rectOf(selection.block)));
  return words("status.blocks", { blocks: rects.length, cells: countCells(rects) });
}

function cellLabel(
  source: EvidenceSource,
  { row, column }: GridLayout,
  view: CellView | null,
  words: GridWords,
): string {
  if (row === null || column === null || view === null) return words("gridLabel");
  const name = source.plan.indicators[row.index]?.name ?? "";
  const blank = words(source.plan.origin === "own" ? "cell.notFilled" : "cell.notStated");
  const value = view.kind === "blank" ? blank : spokenText(printCell(view, column, words), words);
  return words("entry.label", {
    where: words("cell.where", { name, column: columnName(column, words) }),
    value,
  });
}
