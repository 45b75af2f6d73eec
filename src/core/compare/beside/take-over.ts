import { formatTarget } from "../../indicator/format-target.ts";
import { mapQuantities } from "../../indicator/map-quantities.ts";
import { printedValue, type Quantity, quantityOf } from "../../indicator/quantity.ts";
import type { Target } from "../../indicator/target.ts";
import { isPercent } from "../../indicator/unit.ts";
import { steppedFrom, yearlyStep } from "../../path/yearly-step.ts";
import type { Year } from "../../plan/ids.ts";
import { withinRange } from "../../plan/within-range.ts";
import { err, ok, type Result } from "../../result.ts";
import { alignQuantity } from "../align-quantity.ts";
import { targetCell } from "./own-cells.ts";
import { changedCaliber, type PlanPromise } from "./promise.ts";

/** What is taken over from the other plan: its target as worded, or the growth a year that it asks for. */
export type TakeOver = "value" | "rule";

/** Why nothing can be taken over. */
export type TakeOverGap = {
  readonly kind: "no-target" | "caliber" | "units" | "no-growth" | "no-base" | "no-years" | "not-positive";
};

/** What will be written into the draft's target cell. */
export interface TakenOver {
  readonly year: Year;
  /** The official wording, as a planner would type it. */
  readonly text: string;
}

/** The text that the draft's target cell gets, before it is written; `year` is that of the cell. */
export function takeOver(
  what: TakeOver,
  mine: PlanPromise,
  theirs: PlanPromise,
): Result<TakenOver, TakeOverGap> {
  if (theirs.target === null) return err({ kind: "no-target" });
  const { year } = targetCell(mine);
  const differs = mine.concept !== null && theirs.concept !== null && mine.concept.id !== theirs.concept.id;
  if (differs || changedCaliber(mine, theirs) !== null) return err({ kind: "caliber" });
  const target = what === "value" ? valueOf(mine, theirs.target.target) : ruleOf(mine, theirs, year);
  return target.ok ? ok({ year, text: formatTarget(target.value) }) : target;
}

/** The other plan's target in the unit of the draft's row. */
function valueOf({ indicator }: PlanPromise, target: Target): Result<Target, TakeOverGap> {
  const share = isPercent(indicator.unit);
  if (target.form === "fullCoverage" && !share) return err({ kind: "units" });
  const unit = target.form === "increase" && share ? POINTS : indicator.unit;
  const strangers: Quantity[] = [];
  const converted = mapQuantities(target, (quantity) => {
    const aligned = alignQuantity(quantity, unit);
    if (aligned === null) strangers.push(quantity);
    return aligned ?? quantity;
  });
  return strangers.length === 0 ? ok(converted) : err({ kind: "units" });
}

/** What increases of a percentage are printed in. */
const POINTS = "个百分点";

/**
 * The level that the other plan's growth leads to from the draft's base: `b·(1+g)ⁿ`, for shares `b + p·n` with `p`
 * points a year, within what the concept allows; printed with the digits of the base.
 */
function ruleOf(mine: PlanPromise, theirs: PlanPromise, year: Year): Result<Target, TakeOverGap> {
  const { base, indicator, concept } = mine;
  const steps = yearlyStep(theirs.growth, isPercent(indicator.unit));
  if (steps === null) return err({ kind: "no-growth" });
  if (base === null) return err({ kind: "no-base" });
  const years = year - base.year;
  if (years <= 0) return err({ kind: "no-years" });
  const decimals = base.quantity.decimals ?? COMPUTED_DECIMALS;
  const from = base.quantity.value;
  if (!steps.points && from <= 0) return err({ kind: "not-positive" });
  const level = (step: number): Quantity => {
    const value = withinRange(steppedFrom(from, step, years, steps.points), indicator, concept);
    const printed = printedValue({ value, unit: indicator.unit });
    return quantityOf(Number(printed.toFixed(decimals)), indicator.unit, decimals);
  };
  if (steps.low === steps.high) return ok({ form: "atLeast", level: level(steps.low), wording: "reach" });
  return ok({ form: "floorStretch", floor: level(steps.low), stretch: level(steps.high) });
}

/** Digits of a computed level whose base has no fixed digits. */
const COMPUTED_DECIMALS = 2;
