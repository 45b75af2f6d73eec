import { COLUMN_SETS, ROW_FILTERS } from "../views/arrangement.ts";
import { z } from "./schema-library.ts";

const filterSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("contains"), column: z.string(), text: z.string() }),
  z.object({ kind: z.enum(["blank", "filled", "error"]), column: z.string() }),
  z.object({ kind: z.literal("among"), column: z.string(), values: z.array(z.string()).readonly() }),
]);

const arrangementSchema = z.object({
  columnSet: z.enum(COLUMN_SETS),
  addedYears: z.array(z.number().int().min(1949).max(2100)).readonly(),
  hidden: z.array(z.string()).readonly(),
  order: z.array(z.string()).readonly(),
  widths: z.record(z.string(), z.number().min(1)),
  frozenColumn: z.string().nullable(),
  // Rows of version 2 do not have it.
  frozenRows: z.number().int().min(0).default(0),
  status: z.enum(ROW_FILTERS),
  filters: z.array(filterSchema).readonly(),
  sort: z.object({ column: z.string(), descending: z.boolean() }).nullable(),
  grouped: z.boolean(),
});

/** A stored arrangement of a grid: saved under a name, or (`name` is `null`) as a plan's grid was left. */
export const viewSchema = z.object({
  id: z.string(),
  /** `null` for all plans. */
  plan: z.string().nullable(),
  name: z.string().nullable(),
  arrangement: arrangementSchema,
});

/** An arrangement as stored. */
export type ViewRow = z.input<typeof viewSchema>;
