import type { PlanId } from "#core/plan/ids.ts";
import { z } from "./db/schema-library.ts";
import { readKept } from "./read-kept.ts";

/** Where a planner stands in the grid of a plan. */
export interface GridPlace {
  /** The active cell by the ids of its row and column; `null` before one was chosen. */
  readonly cell: { readonly row: string; readonly column: string } | null;
  /** Id of the first row in sight below the frozen ones; `null` at the top. */
  readonly top: string | null;
  /** How far the columns are scrolled, in px. */
  readonly left: number;
}

const PREFIX = "place:";

const schema = z.object({
  cell: z.object({ row: z.string(), column: z.string() }).nullable(),
  top: z.string().nullable(),
  left: z.number().min(0),
});

/** Remembers where the planner stands, on this machine; a window that closes waits for no database, but for this store. */
export function keepPlace(plan: PlanId, { cell, top, left }: GridPlace): void {
  localStorage.setItem(PREFIX + plan, JSON.stringify({ cell, top, left }));
}

/** Where the planner stood in the grid of a plan; `null` where that is not known. */
export function keptPlace(plan: PlanId): GridPlace | null {
  return readKept(localStorage.getItem(PREFIX + plan), schema);
}
