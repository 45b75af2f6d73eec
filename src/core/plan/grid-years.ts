import { type Year, year } from "./ids.ts";
import { observationAt } from "./observation-table.ts";
import type { Field, Plan } from "./plan.ts";

/** Years that get an observation column: those with a value or a rejected input, the bases, and a draft's base year. */
export function observationYears(plan: Plan): readonly Year[] {
  const observed = plan.observations.years.filter((column) =>
    plan.indicators.some((_, row) => observationAt(plan.observations, row, column) !== null),
  );
  const bases = plan.indicators.flatMap(({ base }) => (base === null ? [] : [base.year]));
  const proposed = plan.origin === "own" ? [year(plan.period.start - 1)] : [];
  return ascending([...observed, ...bases, ...proposed, ...rejectedYears(plan, "observation")]);
}

/** Years that get a target column: those with a target or a rejected input, and the period's last year. */
export function milestoneYears(plan: Plan): readonly Year[] {
  const planned = plan.indicators.flatMap(({ targets }) => targets.map((target) => target.year));
  return ascending([...planned, ...rejectedYears(plan, "target"), plan.period.end]);
}

function rejectedYears(plan: Plan, kind: "observation" | "target"): Year[] {
  const fields: Field[] = plan.indicators.flatMap(({ rejected }) => rejected.map((input) => input.field));
  return fields.flatMap((field) => (field.kind === kind && "year" in field ? [field.year] : []));
}

function ascending(years: readonly Year[]): readonly Year[] {
  return [...new Set(years)].sort((a, b) => a - b);
}
