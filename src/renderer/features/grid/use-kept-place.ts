import type { GridApi } from "ag-grid-community";
import { useCallback, useEffect, useState } from "react";
import type { PlanId } from "#core/plan/ids.ts";
import { keepPlace, keptPlace } from "../../data/kept-place.ts";
import { SIZES } from "../../ui/theme.ts";
import type { ActiveCell } from "./grid-context.ts";
import type { GridRow } from "./row-order.ts";

/** Where the planner stands in a grid, kept and found again. */
export interface KeptGridPlace {
  readonly notePlace: (api: GridApi<GridRow>) => void;
  /** Scrolls to where the grid was left, unless another cell is wanted now. */
  readonly scrollBack: (api: GridApi<GridRow>, frame: HTMLElement | null) => void;
}

/** Keeps the active cell and how far the grid is scrolled; both are found again when the grid is next shown, also after a restart. */
export function useKeptPlace(
  plan: PlanId,
  api: GridApi<GridRow> | null,
  active: ActiveCell | null,
): KeptGridPlace {
  const [left] = useState(() => keptPlace(plan));
  const notePlace = useCallback(
    (shown: GridApi<GridRow>) => {
      const first = Math.ceil(shown.getVerticalPixelRange().top / SIZES.row);
      const top = first === 0 ? null : (shown.getDisplayedRowAtIndex(first)?.data?.id ?? null);
      keepPlace(plan, { cell: active, top, left: shown.getHorizontalPixelRange().left });
    },
    [plan, active],
  );
  const scrollBack = useCallback(
    (shown: GridApi<GridRow>, frame: HTMLElement | null) => {
      const { cell, top } = left ?? { cell: null, top: null };
      if (left === null || cell?.row !== active?.row || cell?.column !== active?.column) return;
      const at = top === null ? null : (shown.getRowNode(top)?.rowIndex ?? null);
      if (at !== null) shown.ensureIndexVisible(at, "top");
      frame?.querySelector(".ag-grid-viewport")?.scrollTo({ left: left.left });
    },
    [left, active],
  );
  useEffect(() => {
    if (api !== null && !api.isDestroyed()) notePlace(api);
  }, [api, notePlace]);
  return { notePlace, scrollBack };
}
