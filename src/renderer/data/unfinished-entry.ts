import { type CellEdit } from "#core/command/command.ts";
import { indicatorId, type PlanId } from "#core/plan/ids.ts";
import { fieldSchema } from "./db/cell-row.ts";
import { z } from "./db/schema-library.ts";
import { readKept } from "./read-kept.ts";

const PREFIX = "unfinished:";

const schema = z.object({
  indicator: z.string().transform(indicatorId),
  field: fieldSchema,
  text: z.string(),
});

/**
 * Keeps a text that was being typed into a cell for the next time its plan is open. A window that closes or loads again waits for no
 * database; this store is written before it goes.
 */
export function keepUnfinished(plan: PlanId, { indicator, field, text }: CellEdit): void {
  localStorage.setItem(PREFIX + plan, JSON.stringify({ indicator, field, text }));
}

/** The text that was being typed in a plan when its window went away; `null` when there is none that can be read. */
export function readUnfinished(plan: PlanId): CellEdit | null {
  return readKept(localStorage.getItem(PREFIX + plan), schema);
}

/** Forgets what was being typed. */
export function dropUnfinished(plan: PlanId): void {
  localStorage.removeItem(PREFIX + plan);
}
