import type { GridApi } from "ag-grid-community";
import { type RefObject, useCallback, useLayoutEffect, useRef } from "react";
import { agGridGeometry } from "./ag-grid-geometry.ts";
import type { SheetController } from "./sheet-controller.ts";
import { SheetOverlay } from "./sheet-overlay.ts";
import { SheetPointer } from "./sheet-pointer.ts";

interface SheetOverlayParts<Row> {
  readonly api: GridApi<Row> | null;
  readonly frame: RefObject<HTMLElement | null>;
  /** Ids of the columns whose cells can be chosen, from left to right; frozen ones first. */
  readonly columnIds: readonly string[];
  /** Id of the column that holds row numbers and chooses whole rows; `null` for none. */
  readonly rowHeader: string | null;
  readonly controller: SheetController;
}

/** The frames over a grid: what draws them, and what it is told when rows or columns have moved. */
interface DrawnOverlay {
  readonly overlay: RefObject<SheetOverlay | null>;
  readonly redraw: () => void;
  /** Follows a sideways scroll. */
  readonly scrolled: () => void;
}

/** Lays the frames of what is selected over a grid, and lets the pointer select in it. */
export function useSheetOverlay<Row>(parts: SheetOverlayParts<Row>): DrawnOverlay {
  const { api, frame, rowHeader, controller } = parts;
  const overlay = useRef<SheetOverlay | null>(null);
  const columnIds = useRef(parts.columnIds);
  useLayoutEffect(() => {
    columnIds.current = parts.columnIds;
  }, [parts.columnIds]);
  useLayoutEffect(() => {
    const element = frame.current;
    if (api === null || element === null) return undefined;
    const geometry = agGridGeometry({ api, frame: element, columnIds: () => columnIds.current, rowHeader });
    if (geometry === null) return undefined;
    const drawn = new SheetOverlay(geometry);
    const pointer = new SheetPointer(element, geometry, controller);
    overlay.current = drawn;
    return () => {
      overlay.current = null;
      pointer.dispose();
      drawn.dispose();
    };
  }, [api, frame, rowHeader, controller]);
  const redraw = useCallback(() => overlay.current?.redraw(), []);
  const scrolled = useCallback(() => overlay.current?.scrolled(), []);
  return { overlay, redraw, scrolled };
}
