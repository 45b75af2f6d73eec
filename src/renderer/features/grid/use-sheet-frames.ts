import type { GridApi } from "ag-grid-community";
import { type RefObject, useLayoutEffect, useMemo } from "react";
import type { PlanId } from "#core/plan/ids.ts";
import { drawnRows } from "../../ui/sheet/drawn-rows.ts";
import { type Rect, rectsOf } from "../../ui/sheet/selection.ts";
import type { SheetController } from "../../ui/sheet/sheet-controller.ts";
import { type DrawnSheet, useDrawnSheet } from "../../ui/sheet/use-drawn-sheet.ts";
import type { GridContext } from "./grid-context.ts";
import { useNamedSelection } from "./grid-session.ts";
import type { GridRow } from "./row-order.ts";
import { placedSelection } from "../../ui/sheet/cell-places.ts";
import type { GridLayout } from "./use-grid-layout.ts";

interface SheetFramesParts {
  readonly plan: PlanId;
  readonly api: GridApi<GridRow> | null;
  readonly frame: RefObject<HTMLElement | null>;
  readonly layout: GridLayout;
  readonly controller: SheetController;
  readonly context: GridContext;
  /** Whether cells can be filled from the handle. */
  readonly editable: boolean;
}

/** The frames over a grid, and how its headers and row numbers show what is selected. */
export function useSheetFrames(parts: SheetFramesParts): DrawnSheet {
  const { plan, api, frame, layout, controller, context, editable } = parts;
  const { places, active } = layout;
  const named = useNamedSelection(plan);
  const selection = useMemo(() => placedSelection(places, named, active), [places, named, active]);
  useLayoutEffect(() => {
    const rects = selection === null ? [] : rectsOf(selection);
    const before = context.mark(rects, places.columnIds);
    if (api !== null) redrawRowNumbers(api, context, before);
  }, [api, context, places, selection]);
  return useDrawnSheet({ api, frame, places, selection, rowHeader: "number", controller, editable });
}

/** Row numbers in sight take their tint anew; those that come into sight take it when they are drawn. */
function redrawRowNumbers(api: GridApi<GridRow>, context: GridContext, before: readonly Rect[]): void {
  const changed = drawnRows(api).filter(
    ({ data }) => context.isMarkedRow(data, before) !== context.isMarkedRow(data),
  );
  if (changed.length > 0) {
    api.refreshCells({ rowNodes: changed, columns: ["number"], force: true, suppressFlash: true });
  }
}
