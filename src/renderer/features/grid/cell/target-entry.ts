import { assertNever } from "#core/assert-never.ts";
import { formatTarget } from "#core/indicator/format-target.ts";
import { mapQuantities } from "#core/indicator/map-quantities.ts";
import { parseTarget } from "#core/indicator/parse-target.ts";
import { formatAmount, formatNumber, type Quantity } from "#core/indicator/quantity.ts";
import { isPercent, PERCENTAGE_POINTS } from "#core/indicator/unit.ts";
import type { Target } from "#core/indicator/target.ts";
import type { Direction } from "#core/plan/concept.ts";

/** The forms of a target in the order in which a planner chooses among them. */
export const TARGET_FORMS = [
  "atLeast",
  "exceed",
  "about",
  "between",
  "floorStretch",
  "averageGrowth",
  "increase",
  "cumulative",
  "atMost",
  "below",
  "fullCoverage",
  "qualitative",
] as const satisfies readonly Target["form"][];

/** One form of a target. */
export type TargetForm = (typeof TARGET_FORMS)[number];

/** A target as fields: its form and up to two numbers (or the words of a qualitative one) as typed. */
export interface TargetEntry {
  readonly form: TargetForm;
  readonly first: string;
  readonly second: string;
}

/** How many numbers a form takes. */
export function partsOf(form: TargetForm): 0 | 1 | 2 {
  if (form === "fullCoverage") return 0;
  return form === "between" || form === "floorStretch" ? 2 : 1;
}

/** The fields of a target. */
export function targetEntry(target: Target): TargetEntry {
  const entry = (first: string, second = ""): TargetEntry => ({ form: target.form, first, second });
  const amount = (quantity: Quantity) => formatAmount(quantity);
  switch (target.form) {
    case "atLeast":
    case "exceed":
    case "atMost":
    case "below":
    case "about":
      return entry(amount(target.level));
    case "between":
      return entry(amount(target.low), amount(target.high));
    case "floorStretch":
      return entry(amount(target.floor), amount(target.stretch));
    case "averageGrowth":
      return entry(formatNumber(target.rate, target.decimals));
    case "cumulative":
      return entry(amount(target.total));
    case "increase":
      return entry(amount(target.by));
    case "fullCoverage":
      return entry("");
    case "qualitative":
      return entry(target.text);
    default:
      return assertNever(target);
  }
}

/**
 * The official wording of fields that were changed. As long as the form is that of `kept`, the target before, all but its numbers stays:
 * how it is worded, 以上, 左右 and its tolerance, and how growth is reckoned.
 */
export function rewordedEntry(
  entry: TargetEntry,
  kept: Target | null,
  { unit, direction }: { readonly unit: string; readonly direction: Direction },
): string {
  const wording = entryWording(entry, unit);
  if (kept?.form !== entry.form) return wording;
  const fresh = parseTarget(wording, unit, direction);
  return fresh.ok && fresh.value.form === kept.form
    ? formatTarget(withNumbersOf(kept, fresh.value))
    : wording;
}

function withNumbersOf(kept: Target, fresh: Target): Target {
  if (kept.form === "averageGrowth" && fresh.form === "averageGrowth") {
    return { ...kept, rate: fresh.rate, decimals: fresh.decimals };
  }
  const numbers: Quantity[] = [];
  mapQuantities(fresh, (quantity) => {
    numbers.push(quantity);
    return quantity;
  });
  if (numbers.length === 0) return fresh;
  return mapQuantities(kept, (quantity) => numbers.shift() ?? quantity);
}

/** The official wording of fields by themselves; numbers are in `unit` unless they bring another one. */
function entryWording({ form, first, second }: TargetEntry, unit: string): string {
  const inUnit = (text: string, own = unit) =>
    /[\d.)）]\s*$/u.test(text) ? `${text.trim()}${own}` : text.trim();
  const level = inUnit(first);
  switch (form) {
    case "atLeast":
      return `达到${level}`;
    case "exceed":
      return `超过${level}`;
    case "atMost":
      return `控制在${level}以内`;
    case "below":
      return `低于${level}`;
    case "about":
      return `${level}左右`;
    case "between":
      return `${first.trim()}—${inUnit(second)}`;
    case "floorStretch":
      return `保底${level}，力争${inUnit(second)}`;
    case "averageGrowth":
      return signed(first, "%", "年均增长", "年均下降");
    case "cumulative":
      return `累计完成${level}`;
    case "increase":
      return isPercent(unit)
        ? signed(first, PERCENTAGE_POINTS, "提高", "降低")
        : signed(first, unit, "新增", "净减");
    case "fullCoverage":
      return "全覆盖";
    case "qualitative":
      return first.trim();
    default:
      return assertNever(form);
  }
}

function signed(text: string, unit: string, up: string, down: string): string {
  const tidy = text.trim();
  const falls = /^[-−－]/u.test(tidy);
  const number = falls ? tidy.slice(1) : tidy;
  return `${falls ? down : up}${/[\d.]$/u.test(number) ? `${number}${unit}` : number}`;
}
