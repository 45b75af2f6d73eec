import type { Year } from "../../plan/ids.ts";
import { observationAt } from "../../plan/observation-table.ts";
import type { Field, RejectedInput } from "../../plan/plan.ts";
import type { PlanPromise } from "./promise.ts";

/** A cell with a number or a target of a year. */
export type YearField = Extract<Field, { readonly year: Year }>;

/**
 * The cell of a plan's last target: that of the last year of its period, or of a later year where one is promised or typed. A milestone
 * before it is another cell.
 */
export function targetCell({ plan, indicator, target }: PlanPromise): YearField {
  const typed = yearInputs(indicator).flatMap(({ field }) => (field.kind === "target" ? [field.year] : []));
  const years = target === null ? typed : [target.year, ...typed];
  return { kind: "target", year: years.reduce((last, each) => (each > last ? each : last), plan.period.end) };
}

/** The input in the cell of the last target that could not be read; `null` where there is none. */
export const rejectedTarget = (promise: PlanPromise): RejectedInput | null =>
  rejectedAt(promise, targetCell(promise));

/** The input in a cell that could not be read; `null` where there is none. */
export function rejectedAt({ indicator }: PlanPromise, { kind, year }: YearField): RejectedInput | null {
  return yearInputs(indicator).find(({ field }) => field.kind === kind && field.year === year) ?? null;
}

/**
 * The cell that stands for a year: what is typed there and cannot be read, else the observation where there is one, else the target where
 * there is one; an empty year has an observation up to the base year and before the period, and a target after that.
 */
export function yearCell({ plan, row, indicator }: PlanPromise, at: Year): YearField {
  const wrong = yearInputs(indicator).find(({ field }) => field.year === at);
  if (wrong !== undefined) return wrong.field;
  if (observationAt(plan.observations, row, at) !== null) return { kind: "observation", year: at };
  if (indicator.targets.some(({ year }) => year === at)) return { kind: "target", year: at };
  const isPast = at < plan.period.start || at <= (indicator.base?.year ?? plan.period.start - 1);
  return { kind: isPast ? "observation" : "target", year: at };
}

type YearInput = RejectedInput & { readonly field: YearField };

const yearInputs = ({ rejected }: PlanPromise["indicator"]): readonly YearInput[] =>
  rejected.flatMap(({ field, text }) => ("year" in field ? [{ field, text }] : []));
