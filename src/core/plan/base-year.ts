import { type Year, year } from "./ids.ts";
import type { Plan } from "./plan.ts";

/** The year that most indicators start from (the later one of a tie); a plan without bases starts before its period. */
export function baseYear(plan: Plan): Year {
  const counts = new Map<Year, number>();
  for (const { base } of plan.indicators) {
    if (base !== null) counts.set(base.year, (counts.get(base.year) ?? 0) + 1);
  }
  const ranked = [...counts].sort(([a, m], [b, n]) => n - m || b - a);
  return ranked[0]?.[0] ?? year(plan.period.start - 1);
}
