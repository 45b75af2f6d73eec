import { coversRow, rectsOf } from "../../../ui/sheet/selection.ts";
import type { GridRow } from "../row-order.ts";
import type { GridLayout } from "../use-grid-layout.ts";

/** The rows that a deed on rows is about: those of the selected cells, from above. */
export function selectedRows({ rows, selection }: GridLayout): readonly GridRow[] {
  const selected = selection();
  if (selected === null) return [];
  const rects = rectsOf(selected);
  return rows.filter((_, at) => coversRow(rects, at));
}
