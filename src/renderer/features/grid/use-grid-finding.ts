import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { PlanEdits } from "../../data/use-plan-edits.ts";
import type { CellPlace } from "../../ui/sheet/cell-move.ts";
import { type Finding, type FindTexts, useFinding } from "../../ui/sheet/use-find.ts";
import { cellEdits } from "./cell-edits.ts";
import { copyText } from "./copy-text.ts";
import { editText } from "./edit-text.ts";
import type { EvidenceSource } from "./evidence-view.ts";
import type { GridColumn } from "./grid-columns.ts";
import type { GridLayout } from "./use-grid-layout.ts";

/** Finding and replacing in the indicator table. */
export function useGridFinding(source: EvidenceSource, layout: GridLayout, edits: PlanEdits): Finding {
  const { t } = useTranslation("grid");
  const { places, rows, active, selection, select } = layout;
  const texts = useMemo((): FindTexts => {
    const at = <T>({ row, column }: CellPlace, read: (index: number, column: GridColumn) => T): T | null => {
      const [shownRow, shownColumn] = [places.rows[row], places.columns[column]];
      return shownRow === undefined || shownColumn === undefined ? null : read(shownRow.index, shownColumn);
    };
    return {
      shown: (place) => at(place, (index, column) => copyText(source, index, column, t)) ?? "",
      edited: (place) => at(place, (index, column) => editText(source, index, column)),
    };
  }, [source, places, t]);
  return useFinding({
    ...{ places, active, selection, select, texts },
    rows: rows.length,
    write: (replaced, then) => edits.edit(cellEdits(replaced, places), "replace", then),
  });
}
