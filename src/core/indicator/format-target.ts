import { assertNever } from "../assert-never.ts";
import { formatAmount, formatNumber, type Quantity } from "./quantity.ts";
import type { AtLeastWording, AtMostWording, ExceedWording, IncreaseWording, Target } from "./target.ts";

const AT_LEAST: Readonly<Record<AtLeastWording, readonly [before: string, after: string]>> = {
  reach: ["达到", ""],
  "reach-or-above": ["达到", "以上"],
  "or-above": ["", "以上"],
  "not-below": ["不低于", ""],
  strive: ["力争达到", ""],
  ensure: ["确保达到", ""],
  "stay-or-above": ["保持在", "以上"],
  bare: ["", ""],
};

const AT_MOST: Readonly<Record<AtMostWording, readonly [before: string, after: string]>> = {
  within: ["控制在", "以内"],
  "fall-to": ["下降到", ""],
  "fall-to-or-below": ["下降到", "以下"],
  "lower-to": ["降低到", ""],
  "lower-to-or-below": ["降低到", "以下"],
  "down-to": ["降至", ""],
  "down-to-or-below": ["降至", "以下"],
};

const EXCEED: Readonly<Record<ExceedWording, string>> = {
  over: "超",
  exceed: "超过",
  "break-through": "突破",
  "strive-exceed": "力争超过",
  "strive-break-through": "力争突破",
};

const INCREASE: Readonly<Record<IncreaseWording, readonly [up: string, down: string]>> = {
  add: ["新增", "净减"],
  raise: ["提高", "降低"],
  increase: ["增加", "减少"],
};

const OR_ABOVE = "以上";
const QUALIFIER = {
  exact: ["", ""],
  "or-above": ["", "以上"],
  about: ["", "左右"],
  exceed: ["超过", ""],
} as const;

/** The official wording of a target: 达到2.5%, 保底100家，力争130家, 2—3家. `parseTarget` reads it back. */
export function formatTarget(target: Target): string {
  switch (target.form) {
    case "atLeast":
      return between(AT_LEAST[target.wording], target.level);
    case "exceed":
      return `${EXCEED[target.wording]}${printed(target.level)}`;
    case "atMost":
      return between(AT_MOST[target.wording], target.level);
    case "below":
      return `低于${printed(target.level)}`;
    case "about":
      return `${printed(target.level)}左右${tolerance(target.tolerance)}`;
    case "between":
      return formatBetween(target.low, target.high);
    case "floorStretch":
      return `保底${printed(target.floor)}，力争${printed(target.stretch)}`;
    case "averageGrowth":
      return formatAverageGrowth(target);
    case "cumulative":
      return `累计完成${printed(target.total)}${target.orAbove ? OR_ABOVE : ""}`;
    case "increase":
      return `${formatIncrease(target.by, target.wording)}${target.orAbove ? OR_ABOVE : ""}`;
    case "fullCoverage":
      return "全覆盖";
    case "qualitative":
      return target.text;
    default:
      return assertNever(target);
  }
}

function between([before, after]: readonly [string, string], level: Quantity): string {
  return `${before}${printed(level)}${after}`;
}

function printed(quantity: Quantity): string {
  return `${formatAmount(quantity)}${quantity.unit}`;
}

function tolerance(percent: number | null): string {
  return percent === null ? "" : `（±${formatNumber(percent, null)}%）`;
}

function formatBetween(low: Quantity, high: Quantity): string {
  const first = low.unit === high.unit ? formatAmount(low) : printed(low);
  return `${first}—${printed(high)}`;
}

function formatAverageGrowth(target: Extract<Target, { form: "averageGrowth" }>): string {
  const verb = target.rate < 0 ? "下降" : "增长";
  const rate = formatNumber(Math.abs(target.rate), target.decimals);
  const method = target.method === "cumulative" ? "（累计法）" : "";
  const [before, after] = QUALIFIER[target.qualifier];
  return `年均${verb}${before}${rate}%${after}${method}`;
}

function formatIncrease(by: Quantity, wording: IncreaseWording): string {
  const [up, down] = INCREASE[wording];
  return `${by.value < 0 ? down : up}${printed({ ...by, value: Math.abs(by.value) })}`;
}
