import { indicatorId } from "#core/plan/ids.ts";
import type { Plan } from "#core/plan/plan.ts";
import type { PlanSummary } from "#core/plan/summary.ts";
import { z } from "./schema-library.ts";

type Names = PlanSummary["indicatorNames"];

/** Parts the entries of a list; no text that a planner types or a file brings holds it. */
const SEPARATOR = "\u0000";

/**
 * Ids and names of a plan's indicators, for search over all plans: written when rows come, go or are named otherwise, and with the plan as
 * a whole. Each list is one text: tens of thousands of small records would take long to read.
 */
export const namesSchema = z.object({
  plan: z.string(),
  /** That of the plan's record. */
  generation: z.string(),
  ids: z.string(),
  names: z.string(),
});

/** Names as stored. */
export type NamesRow = z.input<typeof namesSchema>;

/** The row of the names of a plan's indicators. */
export function toNamesRow(plan: Plan["id"], names: Names, generation: string): NamesRow {
  return {
    ...{ plan, generation },
    ids: names.map(({ id }) => id).join(SEPARATOR),
    names: names.map(({ name }) => name.replaceAll(SEPARATOR, "")).join(SEPARATOR),
  };
}

/** The indicators of a plan by their row. */
export function namesOfRow({ ids, names }: NamesRow): Names {
  if (ids === "") return [];
  const texts = names.split(SEPARATOR);
  return ids.split(SEPARATOR).map((id, at) => ({ id: indicatorId(id), name: texts[at] ?? "" }));
}
