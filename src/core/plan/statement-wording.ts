import { formatTarget } from "../indicator/format-target.ts";
import { formatNumber, type Quantity, quantityOf } from "../indicator/quantity.ts";
import type { AtLeastWording, ExceedWording, IncreaseWording, Target } from "../indicator/target.ts";
import type { Statement } from "./statement.ts";

/** What the wording of a statement depends on. */
export type WordedStatement = Pick<
  Statement,
  "form" | "value" | "low" | "high" | "floor" | "stretch" | "unit" | "decimals" | "wording" | "comparedWith"
>;

/**
 * The value of a statement in the words of plans, with its unit as printed: 9家, 达到33家, 超2200家,
 * 保底100家，力争130家, 比2010年提高1.22个百分点. `null` where it says something without a figure.
 */
export function statementWording(statement: WordedStatement): string | null {
  const { form, value } = statement;
  if (form === "qualitative") return null;
  if (form === "change") return changeWording(statement);
  if (form === "level") return value === null ? null : printed(statement, value);
  const target = targetOf(statement);
  return target === null ? null : formatTarget(target);
}

function targetOf(statement: WordedStatement): Target | null {
  const { form, value, low, high, floor, stretch } = statement;
  if (form === "fullCoverage") return { form };
  if (form === "between")
    return low === null || high === null
      ? null
      : { form, low: quantity(statement, low), high: quantity(statement, high) };
  if (form === "floorStretch")
    return floor === null || stretch === null
      ? null
      : { form, floor: quantity(statement, floor), stretch: quantity(statement, stretch) };
  return value === null ? null : oneNumber(statement, value);
}

function oneNumber(statement: WordedStatement, value: number): Target | null {
  const { form, decimals } = statement;
  const level = quantity(statement, value);
  switch (form) {
    case "atLeast":
      return { form, level, wording: among(AT_LEAST, statement.wording) };
    case "exceed":
      return { form, level, wording: among(EXCEED, statement.wording) };
    case "atMost":
    case "below":
      return { form, level };
    case "about":
      return { form, level, tolerance: null };
    case "averageGrowth": {
      const qualifier = among(QUALIFIERS, statement.wording);
      return { form, rate: value, decimals, method: "level", qualifier };
    }
    case "cumulative":
      return { form, total: level, orAbove: false };
    case "increase":
      return { form, by: level, wording: among(INCREASE, statement.wording), orAbove: false };
    default:
      return null;
  }
}

const AT_LEAST: readonly [AtLeastWording, ...AtLeastWording[]] = [
  "bare",
  "reach",
  "reach-or-above",
  "or-above",
  "not-below",
];
const EXCEED: readonly [ExceedWording, ...ExceedWording[]] = ["over", "exceed", "break-through"];
const INCREASE: readonly [IncreaseWording, ...IncreaseWording[]] = ["add", "raise", "increase"];
const QUALIFIERS: readonly ["exact", "or-above", "about"] = ["exact", "or-above", "about"];

/** The wording that a statement is tagged with, the first of its form where it has no tag. */
function among<T extends string>(known: readonly [T, ...T[]], tag: string | null): T {
  return known.find((wording) => wording === tag) ?? known[0];
}

/** Points are raised or lowered; a multiple (9倍) only says against what, as texts count it from 1 or from 0. */
function changeWording({ value, unit, decimals, comparedWith }: WordedStatement): string | null {
  if (value === null) return null;
  const than = comparedWith === null ? "" : `比${comparedWith}年`;
  const size = `${formatNumber(Math.abs(value), decimals)}${unit ?? ""}`;
  if (unit === "倍") return than === "" ? size : `${size}（${than}）`;
  const points = unit === "个百分点";
  if (value < 0) return `${than}${points ? "降低" : "减少"}${size}`;
  return `${than}${points ? "提高" : unit === "%" ? "增长" : "增加"}${size}`;
}

function quantity({ unit, decimals }: WordedStatement, value: number): Quantity {
  return quantityOf(value, unit ?? "", decimals);
}

function printed({ unit, decimals }: WordedStatement, value: number): string {
  return `${formatNumber(value, decimals)}${unit ?? ""}`;
}
