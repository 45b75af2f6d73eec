import { formatTarget } from "../indicator/format-target.ts";
import { formatNumber, type Quantity, quantityOf } from "../indicator/quantity.ts";
import {
  AT_LEAST_WORDINGS,
  AT_MOST_WORDINGS,
  EXCEED_WORDINGS,
  GROWTH_QUALIFIERS,
  type IncreaseWording,
  type Target,
} from "../indicator/target.ts";
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
      return { form, level, wording: among(AT_LEAST_WORDINGS, statement.wording) };
    case "exceed":
      return { form, level, wording: among(EXCEED_WORDINGS, statement.wording) };
    case "atMost":
      return { form, level, wording: among(AT_MOST_WORDINGS, statement.wording) };
    case "below":
      return { form, level };
    case "about":
      return { form, level, tolerance: null };
    case "averageGrowth": {
      const qualifier = among(GROWTH_QUALIFIERS, statement.wording);
      return { form, rate: value, decimals, method: "level", qualifier };
    }
    case "cumulative":
      return { form, total: level, orAbove: orAbove(statement.wording) };
    case "increase":
      return { form, by: level, ...increaseWording(statement.wording) };
    default:
      return null;
  }
}

const INCREASE: readonly [IncreaseWording, ...IncreaseWording[]] = ["add", "raise", "increase"];

/** The wording that a statement is tagged with, the first of its form where it has no tag. */
function among<T extends string>(known: readonly [T, ...T[]], tag: string | null): T {
  return known.find((wording) => wording === tag) ?? known[0];
}

const OR_ABOVE = /-?or-above$/u;

const orAbove = (tag: string | null): boolean => OR_ABOVE.test(tag ?? "");

function increaseWording(tag: string | null): {
  readonly wording: IncreaseWording;
  readonly orAbove: boolean;
} {
  return { wording: among(INCREASE, tag?.replace(OR_ABOVE, "") ?? null), orAbove: orAbove(tag) };
}

/** What a change upwards and one downwards is called in each unit; things are added or fewer. */
const CHANGES: ReadonlyMap<string | null, { readonly up: string; readonly down: string }> = new Map([
  ["个百分点", { up: "提高", down: "降低" }],
  ["%", { up: "增长", down: "下降" }],
  ["番", { up: "翻", down: "减少" }],
]);
const ADDED = { up: "增加", down: "减少" };

/** A multiple (9倍) only says against what, as texts count it from 1 or from 0. */
function changeWording({ value, unit, decimals, comparedWith }: WordedStatement): string | null {
  if (value === null) return null;
  const than = comparedWith === null ? "" : `比${comparedWith}年`;
  const size = `${formatNumber(Math.abs(value), decimals)}${unit ?? ""}`;
  if (unit === "倍") return than === "" ? size : `${size}（${than}）`;
  const { up, down } = CHANGES.get(unit) ?? ADDED;
  return `${than}${value < 0 ? down : up}${size}`;
}

function quantity({ unit, decimals }: WordedStatement, value: number): Quantity {
  return quantityOf(value, unit ?? "", decimals);
}

function printed({ unit, decimals }: WordedStatement, value: number): string {
  return `${formatNumber(value, decimals)}${unit ?? ""}`;
}
