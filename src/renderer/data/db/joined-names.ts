import { indicatorId } from "#core/plan/ids.ts";
import type { PlanSummary } from "#core/plan/summary.ts";
import type { SummaryRow } from "./plan-row.ts";

type Names = PlanSummary["indicatorNames"];
type NamesRow = SummaryRow["indicatorNames"];

/** Parts the entries of a list; no text that a planner types or a file brings holds it. */
const SEPARATOR = "\u0000";

/** Indicators of a plan as two texts. */
export function joinNames(names: Names): NamesRow {
  return {
    ids: names.map(({ id }) => id).join(SEPARATOR),
    names: names.map(({ name }) => name.replaceAll(SEPARATOR, "")).join(SEPARATOR),
  };
}

/** Indicators of a plan from its two texts. */
export function splitNames({ ids, names }: NamesRow): Names {
  if (ids === "") return [];
  const texts = names.split(SEPARATOR);
  return ids.split(SEPARATOR).map((id, at) => ({ id: indicatorId(id), name: texts[at] ?? "" }));
}
