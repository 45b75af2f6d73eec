import { printedValue, type Quantity, quantityOf } from "../indicator/quantity.ts";
import type { Target } from "../indicator/target.ts";
import { isPercent, parseUnit } from "../indicator/unit.ts";
import { assertNever } from "../assert-never.ts";
import type { YearlyStep } from "../path/yearly-step.ts";
import type { Direction } from "../plan/concept.ts";
import type { TargetQuestion } from "./rules/target-rule.ts";

/** Where a proposal leads, in base units: two levels where it has a floor and a stretch; `step` where it is a growth. */
export interface ProposedLevels {
  readonly low: number;
  readonly high: number;
  readonly step: YearlyStep | null;
}

/** Digits of a level whose base has no fixed digits. */
const COMPUTED_DECIMALS = 2;
/** Digits of a growth that is proposed as one. */
const RATE_DECIMALS = 1;

/** The proposed level in official wording: in that of `model` where it has a level, else 达到X以上 and its like. */
export function wordTarget(model: Target | null, levels: ProposedLevels, question: TargetQuestion): Target {
  const low = printed(levels.low, question);
  const high = printed(levels.high, question);
  if (low.value !== high.value) return { form: "floorStretch", floor: low, stretch: high };
  const direction = question.concept?.direction ?? "higher";
  if (model === null) return plainly(low, direction);
  switch (model.form) {
    case "atLeast":
      // The bare number of a table cell says 达到 only by its column.
      return { ...model, level: low, wording: model.wording === "bare" ? "reach" : model.wording };
    case "exceed":
    case "atMost":
    case "below":
    case "about":
      return { ...model, level: low };
    case "averageGrowth":
      return growthAsBefore(model, levels.step) ?? plainly(low, direction);
    case "increase":
      return increaseTo(model, low, question) ?? plainly(low, direction);
    case "fullCoverage":
      return levels.low >= 100 ? model : plainly(low, direction);
    case "between":
    case "floorStretch":
    case "cumulative":
    case "qualitative":
      return plainly(low, direction);
    default:
      return assertNever(model);
  }
}

function plainly(level: Quantity, direction: Direction): Target {
  switch (direction) {
    case "higher":
      return { form: "atLeast", level, wording: "reach-or-above" };
    case "lower":
      return { form: "atMost", level, wording: "within" };
    case "neither":
      return { form: "about", level, tolerance: null };
  }
}

/** A level as it is printed: things and people whole, everything else with the digits of the base. */
function printed(level: number, { indicator, base, observed }: TargetQuestion): Quantity {
  const { unit } = indicator;
  const known = base?.quantity.decimals ?? observed.at(-1)?.observation.decimals ?? null;
  const decimals = isWhole(unit) ? 0 : (known ?? COMPUTED_DECIMALS);
  return quantityOf(Number(printedValue({ value: level, unit }).toFixed(decimals)), unit, decimals);
}

function isWhole(text: string): boolean {
  const { dimension, factor } = parseUnit(text);
  return factor === 1 && (dimension === "count" || dimension === "people");
}

type Growth = Extract<Target, { readonly form: "averageGrowth" }>;

function growthAsBefore(model: Growth, step: YearlyStep | null): Target | null {
  if (step === null || step.points) return null;
  const decimals = Math.max(model.decimals ?? RATE_DECIMALS, RATE_DECIMALS);
  return { ...model, rate: Number((step.low * 100).toFixed(decimals)), decimals };
}

type Increase = Extract<Target, { readonly form: "increase" }>;

/** 新增X: what the level adds to the base, where it adds anything. */
function increaseTo(model: Increase, level: Quantity, { base, indicator }: TargetQuestion): Target | null {
  if (base === null) return null;
  const unit = isPercent(indicator.unit) ? "个百分点" : indicator.unit;
  const by = printedValue(level) - printedValue(base.quantity);
  const decimals = level.decimals ?? COMPUTED_DECIMALS;
  const rounded = Number(by.toFixed(decimals));
  if (rounded === 0 || rounded > 0 !== model.by.value > 0) return null;
  return { ...model, by: quantityOf(rounded, unit, decimals) };
}
