import { useEffect, useState } from "react";
import type { GridCell } from "./cell-anchor.ts";
import { nextStanding, type Standing } from "./standing-row.ts";

/**
 * The row of the active cell. When it goes, by an undo or in another window, its neighbour is chosen in its stead by `choose`, which stays
 * the same function: what is typed next must not go into a row far away.
 */
export function useStandingRow<R extends { readonly id: string }>(
  rows: readonly R[],
  active: GridCell | null,
  choose: (cell: GridCell) => void,
): R | null {
  const [stood, stand] = useState<Standing<R>>({ rows, row: null, found: null });
  const standing = nextStanding(stood, rows, active?.row ?? null);
  if (standing !== stood) stand(standing);
  const { row, found } = standing;
  useEffect(() => {
    // A row that was never among them is about to come.
    const isGone = active !== null && row !== null && row.id !== active.row && found === active.row;
    if (isGone) choose({ row: row.id, column: active.column });
  }, [active, row, found, choose]);
  return row;
}
