import { year } from "./ids.ts";
import type { Period } from "./plan.ts";

const PLAN_YEARS = 5;

/** The five years after a period: 2016–2020 and 2017–2020 are both followed by 2021–2025. */
export function nextPeriod(period: Period): Period {
  return { start: year(period.end + 1), end: year(period.end + PLAN_YEARS) };
}
