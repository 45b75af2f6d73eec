import { type Year, year } from "./ids.ts";
import { observationAt } from "./observation-table.ts";
import { ofRows } from "./of-rows.ts";
import type { Plan } from "./plan.ts";

/** Years that get an observation column: those with a value or a rejected input, the bases, and a draft's base year. */
export function observationYears(plan: Plan): readonly Year[] {
  const observed = plan.observations.years.filter((column) =>
    plan.indicators.some((_, row) => observationAt(plan.observations, row, column) !== null),
  );
  const proposed = plan.origin === "own" ? [year(plan.period.start - 1)] : [];
  return ascending([...observed, ...proposed, ...yearsOfRows(plan.indicators).observation]);
}

/** Years that get a target column: those with a target or a rejected input, and the period's last year. */
export function milestoneYears(plan: Plan): readonly Year[] {
  return ascending([...yearsOfRows(plan.indicators).target, plan.period.end]);
}

/** The years that rows name by themselves: of bases, targets, and inputs that could not be read. */
const yearsOfRows = ofRows(
  (a, b) => a.base?.year === b.base?.year && a.targets === b.targets && a.rejected === b.rejected,
  (rows) => {
    const years = { observation: new Set<Year>(), target: new Set<Year>() };
    for (const { base, targets, rejected } of rows) {
      if (base !== null) years.observation.add(base.year);
      for (const target of targets) years.target.add(target.year);
      for (const { field } of rejected) if ("year" in field) years[field.kind].add(field.year);
    }
    return years;
  },
);

function ascending(years: readonly Year[]): readonly Year[] {
  return [...new Set(years)].sort((a, b) => a - b);
}
