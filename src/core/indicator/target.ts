import type { Quantity } from "./quantity.ts";

/** How an `atLeast` target may be worded: the bare X of a table cell, 达到X, 达到X以上, X以上, 不低于X, 力争达到X, 确保达到X, 保持在X以上. */
export const AT_LEAST_WORDINGS = [
  "bare",
  "reach",
  "reach-or-above",
  "or-above",
  "not-below",
  "strive",
  "ensure",
  "stay-or-above",
] as const;
/** How an `atMost` target may be worded: 控制在X以内, or as a fall to it, 下降到X, 降低到X, 降至X, each also with 以下. */
export const AT_MOST_WORDINGS = [
  "within",
  "fall-to",
  "fall-to-or-below",
  "lower-to",
  "lower-to-or-below",
  "down-to",
  "down-to-or-below",
] as const;
/** How an `exceed` target may be worded: 超X, 超过X, 突破X, 力争超过X, 力争突破X. */
export const EXCEED_WORDINGS = [
  "over",
  "exceed",
  "break-through",
  "strive-exceed",
  "strive-break-through",
] as const;
/** What an `averageGrowth` target adds to its rate: nothing, 以上, 左右, or 超过, which excludes the rate. */
export const GROWTH_QUALIFIERS = ["exact", "or-above", "about", "exceed"] as const;

/** How an `atLeast` target is worded. */
export type AtLeastWording = (typeof AT_LEAST_WORDINGS)[number];
/** How an `atMost` target is worded. */
export type AtMostWording = (typeof AT_MOST_WORDINGS)[number];
/** What an `averageGrowth` target adds to its rate. */
export type GrowthQualifier = (typeof GROWTH_QUALIFIERS)[number];
/** How an `exceed` target is worded. */
export type ExceedWording = (typeof EXCEED_WORDINGS)[number];
/** How an `increase` target is worded: 新增X, 提高X, 增加X. */
export type IncreaseWording = "add" | "raise" | "increase";
/** How an `averageGrowth` target is reckoned (domain.md section 3): 水平法 or 累计法. */
export type GrowthMethod = "level" | "cumulative";

/**
 * What is promised, as one of the forms of domain.md section 3; when and from which base is the indicator's matter.
 * `orAbove` says that 以上 is printed, which changes nothing of what is promised. Every level is a {@link Quantity}; `rate` is a fraction in percent (12 means 12 %).
 */
export type Target =
  | { readonly form: "atLeast"; readonly level: Quantity; readonly wording: AtLeastWording }
  | { readonly form: "exceed"; readonly level: Quantity; readonly wording: ExceedWording }
  | { readonly form: "atMost"; readonly level: Quantity; readonly wording: AtMostWording }
  | { readonly form: "below"; readonly level: Quantity }
  | { readonly form: "about"; readonly level: Quantity; readonly tolerance: number | null }
  | { readonly form: "between"; readonly low: Quantity; readonly high: Quantity }
  | { readonly form: "floorStretch"; readonly floor: Quantity; readonly stretch: Quantity }
  | {
      readonly form: "averageGrowth";
      readonly rate: number;
      readonly decimals: number | null;
      readonly method: GrowthMethod;
      readonly qualifier: GrowthQualifier;
    }
  | { readonly form: "cumulative"; readonly total: Quantity; readonly orAbove: boolean }
  | {
      readonly form: "increase";
      readonly by: Quantity;
      readonly wording: IncreaseWording;
      readonly orAbove: boolean;
    }
  | { readonly form: "fullCoverage" }
  | { readonly form: "qualitative"; readonly text: string };
