import type { GridApi } from "ag-grid-community";
import { type RefObject, useEffect, useLayoutEffect } from "react";
import { useStore } from "zustand";
import type { PlacesOfCells } from "./cell-places.ts";
import { filledRect } from "./fill-shape.ts";
import type { Selection } from "./selection.ts";
import type { SheetController } from "./sheet-controller.ts";
import { useSheetOverlay } from "./use-sheet-overlay.ts";

interface DrawnSheetParts<Row> {
  readonly api: GridApi<Row> | null;
  readonly frame: RefObject<HTMLElement | null>;
  readonly places: PlacesOfCells;
  readonly selection: Selection | null;
  /** Id of the column that holds row numbers and chooses whole rows; `null` for none. */
  readonly rowHeader: string | null;
  readonly controller: SheetController;
  /** Whether cells can be filled from the handle. */
  readonly editable: boolean;
}

/** What a grid tells the frames over it. */
export interface DrawnSheet {
  /** Draws anew after rows or columns have moved. */
  readonly redraw: () => void;
  /** Follows a sideways scroll. */
  readonly scrolled: () => void;
}

/** The frames over what is selected, copied and being filled; what was copied is forgotten when rows or columns change. */
export function useDrawnSheet<Row>(parts: DrawnSheetParts<Row>): DrawnSheet {
  const { api, frame, places, selection, rowHeader, controller, editable } = parts;
  const { columnIds } = places;
  const { overlay, redraw, scrolled } = useSheetOverlay({ api, frame, columnIds, rowHeader, controller });
  const { taken, fill } = useStore(controller.scratch);
  useEffect(() => () => controller.forget(), [controller, places]);
  useLayoutEffect(() => {
    overlay.current?.draw({
      selection,
      cut: taken?.rects ?? [],
      preview: fill === null ? null : filledRect(fill),
      handle: editable,
    });
  }, [api, overlay, places, selection, taken, fill, editable]);
  return { redraw, scrolled };
}
