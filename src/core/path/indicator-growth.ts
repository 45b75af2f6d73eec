import { type CellError, readRejected } from "../command/read-cell.ts";
import { levelOf, type TargetLevel } from "../indicator/evaluate-target.ts";
import { baseValue } from "../plan/base-value.ts";
import type { Concept } from "../plan/concept.ts";
import { isShare } from "../plan/is-share.ts";
import type { Indicator, Plan, PlannedTarget, RejectedInput } from "../plan/plan.ts";
import { type GrowthGap, requiredGrowth } from "./growth.ts";

/** The cell 所需年均增长: rates are fractions a year, points are percentage points a year (shares only). */
export type IndicatorGrowth =
  | { readonly kind: "rate"; readonly rate: number; readonly points: number | null }
  | {
      readonly kind: "range";
      readonly low: number;
      readonly high: number;
      readonly points: { readonly low: number; readonly high: number } | null;
    }
  | { readonly kind: "stated"; readonly rate: number }
  | { readonly kind: "hold" | "judged" | "no-base" | "no-target" }
  | { readonly kind: "rejected"; readonly reason: CellError | null }
  | { readonly kind: "not-computable"; readonly gap: GrowthGap };

/** What an indicator's last target asks for a year from its base; `concept` tells shares and the direction. */
export function indicatorGrowth(plan: Plan, row: number, concept: Concept | null): IndicatorGrowth {
  const indicator = plan.indicators[row];
  if (indicator === undefined) return { kind: "no-target" };
  const direction = concept?.direction ?? "higher";
  const planned = indicator.targets.at(-1);
  const rejected = lastRejected(indicator, planned);
  if (rejected !== null) {
    return { kind: "rejected", reason: readRejected(indicator, rejected, direction) };
  }
  if (planned === undefined) return { kind: "no-target" };
  const { target } = planned;
  if (target.form === "averageGrowth") return { kind: "stated", rate: target.rate / 100 };
  const found = baseValue(plan, row);
  const base = found === null ? null : { year: found.year, value: found.quantity.value };
  const level = levelOf(target, base, planned.year, direction);
  if (!level.ok) {
    if (level.error.kind === "judged" || level.error.kind === "no-base") return { kind: level.error.kind };
    return { kind: "not-computable", gap: level.error };
  }
  if (base === null) return { kind: "no-base" };
  return growthTo(level.value, base, planned.year, isShare(indicator, concept));
}

function growthTo(
  { level, stretch }: TargetLevel,
  base: { readonly year: number; readonly value: number },
  year: number,
  share: boolean,
): IndicatorGrowth {
  const years = year - base.year;
  const first = requiredGrowth({ base: base.value, level, years, share });
  if (level === base.value && (stretch === null || stretch === level) && years > 0) return { kind: "hold" };
  if (!first.ok) return { kind: "not-computable", gap: first.error };
  const { rate, pointsPerYear } = first.value;
  if (stretch === null) return { kind: "rate", rate, points: pointsPerYear };
  const second = requiredGrowth({ base: base.value, level: stretch, years, share });
  if (!second.ok) return { kind: "not-computable", gap: second.error };
  const points =
    pointsPerYear === null || second.value.pointsPerYear === null
      ? null
      : { low: pointsPerYear, high: second.value.pointsPerYear };
  return { kind: "range", low: rate, high: second.value.rate, points };
}

/** The rejected input of a target year that lies after every target that could be read, or `null`. */
function lastRejected(indicator: Indicator, planned: PlannedTarget | undefined): RejectedInput | null {
  const inputs = indicator.rejected.flatMap((input) =>
    input.field.kind === "target" && (planned === undefined || input.field.year > planned.year)
      ? [{ input, year: input.field.year }]
      : [],
  );
  return inputs.sort((a, b) => b.year - a.year)[0]?.input ?? null;
}
