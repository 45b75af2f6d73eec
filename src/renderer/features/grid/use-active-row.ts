import { useEffect, useState } from "react";
import type { PlanId } from "#core/plan/ids.ts";
import { selectCell } from "../../ui/sheet/selection.ts";
import { nextStanding, type Standing } from "../../ui/sheet/standing-row.ts";
import { selectNamed, useActiveName } from "./grid-session.ts";
import type { GridRow } from "./row-order.ts";

/**
 * The row of the active cell. When it goes, by an undo or in another window, its neighbour is chosen in its stead: what
 * is typed next must not go into a row far away.
 */
export function useActiveRow(plan: PlanId, rows: readonly GridRow[]): GridRow | null {
  const name = useActiveName(plan);
  const [stood, stand] = useState<Standing<GridRow>>({ rows, row: null, found: null });
  const standing = nextStanding(stood, rows, name?.row ?? null);
  if (standing !== stood) stand(standing);
  const { row, found } = standing;
  useEffect(() => {
    // A row that was never among them is about to come.
    const isGone = name !== null && row !== null && row.id !== name.row && found === name.row;
    if (isGone) selectNamed(plan, selectCell({ row: row.id, column: name.column }));
  }, [plan, name, row, found]);
  return row;
}
