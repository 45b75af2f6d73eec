import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useLeftView } from "../../data/views/use-views.ts";
import { PLAIN_ARRANGEMENT } from "../../data/views/arrangement.ts";
import type { PlanId } from "#core/plan/ids.ts";
import type { CellSource } from "./cell-view.ts";
import { changeGridView, takePlace, useIsArranged } from "./grid-session.ts";
import { arrangeRows } from "./view/arrange-rows.ts";
import { planColumns } from "./view/plan-columns.ts";

/** Arranges a plan's grid as it was left, once in a window; `false` until that is done. */
export function useArrangedGrid(id: PlanId, source: CellSource | null): boolean {
  const { t } = useTranslation("grid");
  const left = useLeftView(id);
  const isArranged = useIsArranged(id);
  useEffect(() => {
    if (isArranged || source === null || left === undefined) return;
    const arrangement = left ?? PLAIN_ARRANGEMENT;
    const columns = planColumns(source.plan, source.predecessor, arrangement);
    changeGridView(id, { arrangement, arranged: arrangeRows(source, columns, arrangement, t) });
    takePlace(id);
  }, [id, source, left, isArranged, t]);
  return isArranged;
}
