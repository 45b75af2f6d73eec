import {
  formatAmount,
  formatNumber,
  formatQuantity,
  printedValue,
  type Quantity,
} from "../indicator/quantity.ts";
import type { Target } from "../indicator/target.ts";
import type { SeriesTopic } from "./series-topic.ts";

/** How the values of one series are printed in charts, tables and sentences; values in base units. */
export interface ValueFormat {
  readonly unit: string;
  readonly share: boolean;
  /** The number in the printed unit, for axes and points. */
  readonly printed: (value: number) => number;
  /** A known value, with the digits it was printed with. */
  readonly known: (value: number, decimals: number | null) => string;
  /** A projected value, rounded, without and with its unit. */
  readonly amount: (value: number) => string;
  readonly quantity: (value: number) => string;
  /** A level of one of the series' targets, with the digits the target prints, without and with its unit. */
  readonly level: (value: number) => string;
  readonly levelQuantity: (value: number) => string;
  /** A difference or a yearly step, with one digit more than a projected value. */
  readonly step: (value: number) => string;
}

/** Digits of a projected value that is not a count: what was printed, but no less than one and no more than three. */
const DIGITS = { least: 1, most: 3, unknown: 2 } as const;

/** The format of a series' values: counts in whole numbers, others with the digits their figures were printed with. */
export function valueFormat(topic: SeriesTopic): ValueFormat {
  const { unit } = topic;
  const decimals = topic.rounding === "none" ? projectedDigits(topic) : 0;
  const at = (value: number) => ({ value, unit, decimals });
  const levels = levelDecimals(topic);
  const level = (value: number) => ({ ...at(value), decimals: levels.get(value) ?? decimals });
  return {
    unit,
    share: topic.share,
    printed: (value) => printedValue({ value, unit }),
    known: (value, digits) => formatAmount({ value, unit, decimals: digits ?? decimals }),
    amount: (value) => formatAmount(at(value)),
    quantity: (value) => formatQuantity(at(value)),
    level: (value) => formatAmount(level(value)),
    levelQuantity: (value) => formatQuantity(level(value)),
    step: (value) => withoutLastZero(formatAmount({ value, unit, decimals: decimals + 1 })),
  };
}

function projectedDigits({ history, start }: SeriesTopic): number {
  const known = history.map((point) => point.decimals ?? DIGITS.unknown);
  return Math.min(DIGITS.most, Math.max(DIGITS.least, ...known, start?.decimals ?? 0));
}

/** A number with one digit more than its series' where that digit says something. */
const withoutLastZero = (printed: string): string =>
  printed.replace(/(\.\d*?)\.?0$/u, "$1").replace(/\.$/u, "");

/** A growth in percent with one digit, two below one percent. */
export function formatPercent(percent: number): string {
  return formatNumber(percent, Math.abs(percent) < 1 ? 2 : 1);
}

/** Printed digits by level; a level that is reckoned (年均增长, 新增) has none of its own. */
function levelDecimals({
  promised: { target, milestones },
}: SeriesTopic): ReadonlyMap<number, number | null> {
  const all = target === null ? milestones : [...milestones, target];
  return new Map(
    all.flatMap(({ planned }) =>
      quantitiesOf(planned.target).map(({ value, decimals }) => [value, decimals] as const),
    ),
  );
}

function quantitiesOf(target: Target): readonly Quantity[] {
  switch (target.form) {
    case "atLeast":
    case "exceed":
    case "atMost":
    case "below":
    case "about":
      return [target.level];
    case "between":
      return [target.low];
    case "floorStretch":
      return [target.floor, target.stretch];
    default:
      return [];
  }
}
