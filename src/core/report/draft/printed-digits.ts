import { formatAmount } from "../../indicator/quantity.ts";
import type { Target } from "../../indicator/target.ts";
import { isQuantity } from "../../indicator/is-quantity.ts";
import { baseValue } from "../../plan/base-value.ts";
import { observationAt } from "../../plan/observation-table.ts";
import type { Plan } from "../../plan/plan.ts";
import { roundingOf } from "../../scenario/round-projection.ts";
import type { Concept } from "../../plan/concept.ts";

/** Digits of a projected value that is not a count: as many as were printed, but one to three. */
const DIGITS = { least: 1, most: 3 } as const;

/** Prints projected values of an indicator: counts whole, others with the digits that its own figures are printed with. */
export function projectedFormat(plan: Plan, row: number, concept: Concept | null): (value: number) => string {
  const indicator = plan.indicators[row];
  if (indicator === undefined) return () => "";
  const whole = roundingOf(indicator, concept) !== "none";
  const decimals = whole ? 0 : Math.min(DIGITS.most, Math.max(DIGITS.least, ...printedDigits(plan, row)));
  return (value) => formatAmount({ value, unit: indicator.unit, decimals });
}

function printedDigits(plan: Plan, row: number): readonly number[] {
  const known = plan.observations.years.map((year) => observationAt(plan.observations, row, year)?.decimals);
  const promised = plan.indicators[row]?.targets.flatMap(({ target }) => targetDigits(target)) ?? [];
  return [...known, ...promised, baseValue(plan, row)?.quantity.decimals].filter(
    (digits): digits is number => typeof digits === "number",
  );
}

const targetDigits = (target: Target) =>
  Object.values<unknown>(target).flatMap((part) => (isQuantity(part) ? [part.decimals] : []));
