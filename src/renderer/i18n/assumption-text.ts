import type { TFunction } from "i18next";
import { assertNever } from "#core/assert-never.ts";
import { formatAmount, formatNumber } from "#core/indicator/quantity.ts";
import { isPercent } from "#core/indicator/unit.ts";
import type { PathShape } from "#core/path/path-shape.ts";
import type { Assumption, YearNumber } from "#core/projection/assumption.ts";
import type { Shock } from "#core/projection/engine/projection-model.ts";
import type { Uncertainty } from "#core/projection/monte-carlo/uncertainty.ts";
import type { PartRecord } from "#core/scenario/scenario-record.ts";

/** The words in which assumptions are told. */
export type AssumptionWords = TFunction<"assumption">;

/** Most digits of a rate or a share that is told; what was typed has fewer. */
const DIGITS = 4;

/** A part of what a scenario supposes of a series in this unit. */
export function partText(record: PartRecord, unit: string, words: AssumptionWords): string {
  switch (record.part) {
    case "assumption":
      return assumptionText(record.value, unit, words);
    case "shocks":
      return shocksText(record.value, unit, words);
    case "clamp":
      return words(record.value ? "clamp.yes" : "clamp.no");
    case "uncertainty":
      return uncertaintyText(record.value, words);
    default:
      return assertNever(record);
  }
}

/** How a series in this unit is supposed to move. */
export function assumptionText(assumption: Assumption, unit: string, words: AssumptionWords): string {
  switch (assumption.method) {
    case "hold":
      return words("hold");
    case "growth": {
      const { rate, byYear } = assumption;
      const text = words(rate < 0 ? "fall" : "growth", { rate: rateText(Math.abs(rate)) });
      return text + ofYears(byYear, (value) => words("percent", { value: rateText(value) }), words);
    }
    case "step": {
      const { delta, byYear } = assumption;
      const text = words(delta < 0 ? "stepDown" : "stepUp", {
        amount: stepText(Math.abs(delta), unit, words),
      });
      return text + ofYears(byYear, (value) => stepText(value, unit, words), words);
    }
    case "trend":
      return words(`fit.${assumption.fit}`);
    case "logistic":
      return words("logistic", { ceiling: levelText(assumption.ceiling, unit, words) });
    case "toTarget": {
      const { year, level, shape, aim } = assumption;
      const told = { year, level: levelText(level, unit, words), shape: shapeText(shape, words) };
      return words(aim === null ? "toTarget" : aim === "floor" ? "toFloor" : "toStretch", told);
    }
    case "series":
      return words("series", { list: yearList(assumption.values, (value) => amountOf(value, unit), words) });
    case "formula":
      return words("formula", { text: assumption.text });
    default:
      return assertNever(assumption);
  }
}

/** The shape of a path. */
export function shapeText(shape: PathShape, words: AssumptionWords): string {
  return words(shape.kind === "loaded" && shape.power > 1 ? "shape.loadedLate" : `shape.${shape.kind}`);
}

/** What pushes a series in this unit, and when. */
export function shocksText(shocks: readonly Shock[], unit: string, words: AssumptionWords): string {
  if (shocks.length === 0) return words("shocks.none");
  return shocks
    .map(({ kind, from, to, amount }) => {
      const years = from === to ? String(from) : words("shocks.span", { from, to });
      const by = kind === "multiply" ? rateText(amount) : stepText(amount, unit, words);
      return words(`shocks.${kind}`, { years, amount: by });
    })
    .join(words("join"));
}

/** How uncertain a parameter is. */
export function uncertaintyText(uncertainty: Uncertainty | null, words: AssumptionWords): string {
  if (uncertainty === null) return words("uncertainty.none");
  const { distribution } = uncertainty;
  switch (distribution.kind) {
    case "normal":
      return words("uncertainty.normal", { sd: rateText(distribution.sd) });
    case "triangular": {
      const { low, mode, high } = distribution;
      return words("uncertainty.triangular", {
        low: rateText(low),
        mode: rateText(mode),
        high: rateText(high),
      });
    }
    case "uniform": {
      const { low, high } = distribution;
      return words("uncertainty.uniform", { low: rateText(low), high: rateText(high) });
    }
    case "historical":
      return words("uncertainty.historical");
    default:
      return assertNever(distribution);
  }
}

function ofYears(
  byYear: readonly YearNumber[],
  text: (value: number) => string,
  words: AssumptionWords,
): string {
  return byYear.length === 0 ? "" : words("byYear", { list: yearList(byYear, text, words) });
}

function yearList(
  numbers: readonly YearNumber[],
  text: (value: number) => string,
  words: AssumptionWords,
): string {
  return numbers.map(({ year, value }) => words("year", { year, value: text(value) })).join(words("join"));
}

/** A number with as many digits as say something, as it would be typed. */
function rateText(value: number): string {
  return formatNumber(Number(value.toFixed(DIGITS)), null);
}

function amountOf(value: number, unit: string): string {
  return formatAmount({ value: Number(value.toPrecision(12)), unit, decimals: null });
}

function levelText(value: number, unit: string, words: AssumptionWords): string {
  return words("amount", { value: amountOf(value, unit), unit }).trim();
}

/** A difference: of percentages it is one in percentage points. */
function stepText(value: number, unit: string, words: AssumptionWords): string {
  return isPercent(unit) ? words("points", { value: amountOf(value, unit) }) : levelText(value, unit, words);
}
