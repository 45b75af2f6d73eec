import type { GridApi } from "ag-grid-community";
import { type RefObject, useEffect, useLayoutEffect } from "react";
import { useStore } from "zustand";
import type { PlanId } from "#core/plan/ids.ts";
import { drawnRows } from "../../ui/sheet/drawn-rows.ts";
import { filledRect } from "../../ui/sheet/fill-shape.ts";
import { type Rect, rectsOf } from "../../ui/sheet/selection.ts";
import type { SheetController } from "../../ui/sheet/sheet-controller.ts";
import type { SheetOverlay } from "../../ui/sheet/sheet-overlay.ts";
import { useSheetOverlay } from "../../ui/sheet/use-sheet-overlay.ts";
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

/** Draws what is selected over the grid and follows the pointer. */
export interface SheetFrames {
  /** Draws anew after rows or columns have moved. */
  readonly redraw: () => void;
  /** Follows a sideways scroll. */
  readonly scrolled: () => void;
}

/** The frames over a grid, and how its headers show what is selected. */
export function useSheetFrames(parts: SheetFramesParts): SheetFrames {
  const { api, frame, layout, controller } = parts;
  const { columnIds } = layout.places;
  const { overlay, redraw, scrolled } = useSheetOverlay({
    api,
    frame,
    columnIds,
    rowHeader: "number",
    controller,
  });
  useMarks(parts, overlay);
  return { redraw, scrolled };
}

function useMarks(parts: SheetFramesParts, overlay: RefObject<SheetOverlay | null>): void {
  const { plan, api, layout, controller, context, editable } = parts;
  const { places, active } = layout;
  const named = useNamedSelection(plan);
  const { taken, fill } = useStore(controller.scratch);
  useEffect(() => () => controller.forget(), [controller, places]);
  useLayoutEffect(() => {
    const selection = placedSelection(places, named, active);
    const preview = fill === null ? null : filledRect(fill);
    overlay.current?.draw({ selection, cut: taken?.rects ?? [], preview, handle: editable });
    const rects = selection === null ? [] : rectsOf(selection);
    const before = context.mark(rects, places.columnIds);
    if (api !== null) redrawRowNumbers(api, context, before);
  }, [api, overlay, context, places, named, active, taken, fill, editable]);
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
