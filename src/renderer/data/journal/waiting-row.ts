import { planId } from "#core/plan/ids.ts";
import { fieldSchema, indicatorIdSchema, toFieldRow } from "../db/cell-row.ts";
import { changesSchema, toChangeRows } from "../db/change-row.ts";
import { z } from "../db/schema-library.ts";
import type { WaitingEdit } from "./waiting-edits.ts";

const typedCellSchema = z.object({
  indicator: indicatorIdSchema,
  name: z.string(),
  field: fieldSchema,
  text: z.string(),
});

/** A waiting edit as the machine's journal holds it. What was typed is only told, so that an edit is good without it: earlier programs wrote none. */
export const waitingSchema = z.object({
  plan: z.string().transform(planId),
  changes: changesSchema,
  typed: z.array(typedCellSchema).catch([]),
});

/** The row of a waiting edit; the journal names it. */
export function toWaitingRow({ plan, changes, typed }: WaitingEdit): z.input<typeof waitingSchema> {
  const cells = typed.map((cell) => ({ ...cell, field: toFieldRow(cell.field) }));
  return { plan, changes: toChangeRows(changes), typed: cells };
}
