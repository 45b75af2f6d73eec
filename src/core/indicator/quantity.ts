import { err, ok, type Result } from "../result.ts";
import { convertible, leadingMagnitude, parseUnit, takesMagnitude, toHalfWidth } from "./unit.ts";

/**
 * A value with the unit it is printed in. `value` is in the base unit of that unit's dimension (2.3 亿元 is
 * 230000000 元; percent stays percent: 2.5 % is 2.5). `decimals` is the number of digits printed after the point,
 * `null` when unknown (the shortest exact form is shown then).
 */
export interface Quantity {
  readonly value: number;
  readonly unit: string;
  readonly decimals: number | null;
}

/** Why a text is not a quantity of the expected unit; `mends` are the readings of a text that has several, as texts that would be read. */
export type QuantityError =
  | { readonly kind: "ambiguous-number"; readonly text: string; readonly mends: readonly string[] }
  | { readonly kind: "not-a-number"; readonly text: string }
  | { readonly kind: "unit-does-not-convert"; readonly from: string; readonly to: string }
  | { readonly kind: "too-many-digits"; readonly text: string };

/** How a number is shown. */
export interface NumberFormat {
  readonly thousands?: boolean;
}

/** Digits that a double keeps exactly; a longer number would change silently. */
const MAX_DIGITS = 15;
/** Far above any amount, and far enough below the largest double that no unit makes an infinity of it, which no file could hold. */
export const TOO_LARGE = 1e100;
/** Digits after the point that a stored observation can say it was printed with. */
const MAX_DECIMALS = 14;

/** 万 and more scale a unit; 千 and 百 also begin units of their own (千克). */
const SMALLEST_SCALE = 1e4;

const NUMBER = /^([+-]?)(\d+(?:,\d{3})*(?:\.\d+)?|\.\d+)(?![\d,.])/u;
const GROUPED = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/u;

/**
 * Reads a number with or without a unit. A bare number is in `unit`, one with a magnitude (2.3亿) in that multiple of
 * its base unit, and one with another unit of the same dimension is converted; the quantity is always printed in
 * `unit`. 3千 in a row of 万元 is refused: it may be 3千元 or 3000万元. Reads full-width digits, thousands separators, spaces inside numbers, and numbers in brackets as negative.
 */
export function parseQuantity(text: string, unit: string): Result<Quantity, QuantityError> {
  const plain = joined(bookkept(toHalfWidth(text).replace(/\s+/gu, "")));
  const found = NUMBER.exec(plain);
  const sign = found?.[1] ?? "";
  const digits = found?.[2] ?? "";
  if (found === null || (digits.includes(",") && !GROUPED.test(digits)))
    return err({ kind: "not-a-number", text });
  const number = digits.replaceAll(",", "");
  if (significantDigits(number) > MAX_DIGITS) return err({ kind: "too-many-digits", text });
  const typedUnit = plain.slice(found[0].length);
  const small = smallMagnitude(typedUnit, unit);
  if (small !== null) return err(severalReadings(text, Number(`${sign}${number}e${small}`), unit));
  const exponent = typedExponent(typedUnit, unit);
  if (!exponent.ok) return exponent;
  const decimals = decimalsOf(number) + printedExponent(unit) - exponent.value;
  if (decimals > MAX_DECIMALS) return err({ kind: "too-many-digits", text });
  const value = Number(`${sign === "-" ? "-" : ""}${number}e${exponent.value}`);
  if (Math.abs(value) >= TOO_LARGE) return err({ kind: "too-many-digits", text });
  return ok({ value: value === 0 ? 0 : value, unit, decimals: Math.max(0, decimals) });
}

const PARTS = /^([+-]?)(\d+(?:\.\d+)?)(亿|万|千)零?(\d+)(千万|百万|万|千|百)(?=\D|$)/u;

/** A number told in parts, in its largest magnitude: 3亿5000万元 is 3.5亿元, 1万2千家 is 1.2万家. */
function joined(plain: string): string {
  const [whole = "", sign = "", number = "", magnitude = "", part = "", smaller = ""] =
    PARTS.exec(plain) ?? [];
  const size = leadingMagnitude(magnitude)?.factor ?? 0;
  const rest = Number(part) * (leadingMagnitude(smaller)?.factor ?? 0);
  if (rest === 0 || rest >= size) return plain;
  const value = Number((Number(number) + rest / size).toPrecision(MAX_DIGITS));
  return joined(`${sign}${value}${magnitude}${plain.slice(whole.length)}`);
}

/** A number in brackets is negative in accounts: (12) is −12. */
function bookkept(plain: string): string {
  return plain.replace(/^\(([\d.,]+)([^\d()]*)\)(?=[^\d]*$)/u, "-$1$2");
}

/** A quantity as the interface shows it: number, space, unit (2.3 亿元, 2.5 %, 33 家). */
export function formatQuantity(quantity: Quantity, format: NumberFormat = {}): string {
  return `${formatAmount(quantity, format)} ${quantity.unit}`.trimEnd();
}

/** The number of a quantity in its printed unit, without the unit. */
export function formatAmount(quantity: Quantity, format: NumberFormat = {}): string {
  return formatNumber(printedValue(quantity), quantity.decimals, format);
}

/** The value of a quantity in its printed unit (2.3 for 2.3 亿元). */
export function printedValue(quantity: Pick<Quantity, "value" | "unit">): number {
  return Number((quantity.value / parseUnit(quantity.unit).factor).toPrecision(MAX_DIGITS));
}

/** A quantity from a number in its printed unit (2.3, 亿元, 1 → 230000000 元). */
export function quantityOf(printed: number, unit: string, decimals: number | null): Quantity {
  // The decimal point is moved in the digits: a product would leave binary noise behind (1.4e-9 亿元 is 0.14 元).
  const [digits = "", exponent = "0"] = String(printed).split("e");
  const value = Number(`${digits}e${Number(exponent) + printedExponent(unit)}`);
  return { value: Number.isNaN(value) ? printed * parseUnit(unit).factor : value, unit, decimals };
}

/** A number with `decimals` digits after the point, or its shortest form for `null`; an em dash when not finite. */
export function formatNumber(value: number, decimals: number | null, format: NumberFormat = {}): string {
  if (!Number.isFinite(value)) return "—";
  const text = plainDigits(value, decimals);
  const shown = /^-[0.]*$/u.test(text) ? text.slice(1) : text;
  if (format.thousands !== true) return shown;
  const [whole = "", fraction] = shown.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/gu, ",");
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

function plainDigits(value: number, decimals: number | null): string {
  if (Math.abs(value) >= 10 ** MAX_DIGITS) {
    // toFixed would print the binary digits that follow the exact ones.
    const text = value.toLocaleString("en-US", {
      useGrouping: false,
      maximumSignificantDigits: MAX_DIGITS,
    });
    return decimals === null || decimals === 0 ? text : `${text}.${"0".repeat(decimals)}`;
  }
  if (decimals !== null) return value.toFixed(decimals);
  const tidy = Number(value.toPrecision(MAX_DIGITS));
  const text = String(tidy);
  return text.includes("e") ? tidy.toFixed(20).replace(/\.?0+$/u, "") : text;
}

function typedExponent(typedUnit: string, unit: string): Result<number, QuantityError> {
  if (typedUnit === "") return ok(printedExponent(unit));
  // Before the magnitudes: what a cell shows in the odd unit 万 must be read as it was.
  if (convertible(typedUnit, unit)) return ok(printedExponent(typedUnit));
  const magnitude = leadingMagnitude(typedUnit);
  if (magnitude?.text === typedUnit && mayStandBefore(unit)) {
    return ok(Math.round(Math.log10(magnitude.factor)));
  }
  return err({ kind: "unit-does-not-convert", from: typedUnit, to: unit });
}

/** The exponent of a bare 百 or 千 that is smaller than the row's own unit; `null` for anything else. */
function smallMagnitude(typedUnit: string, unit: string): number | null {
  const magnitude = leadingMagnitude(typedUnit);
  if (magnitude?.text !== typedUnit || convertible(typedUnit, unit) || !mayStandBefore(unit)) return null;
  const { factor } = magnitude;
  return factor < SMALLEST_SCALE && factor < parseUnit(unit).factor ? Math.round(Math.log10(factor)) : null;
}

function severalReadings(text: string, number: number, unit: string): QuantityError {
  const readings = [{ value: number, unit, decimals: null }, quantityOf(number, unit, null)];
  return { kind: "ambiguous-number", text, mends: readings.map((each) => `${formatAmount(each)}${unit}`) };
}

/** Whether 3万 can only mean one thing in a row of the unit: in 万标箱, which is not known, it could be 3 or 30000. */
function mayStandBefore(unit: string): boolean {
  const { text, dimension, factor } = parseUnit(unit);
  const own = leadingMagnitude(toHalfWidth(text))?.factor ?? 1;
  return takesMagnitude(dimension) && (own < SMALLEST_SCALE || factor === own);
}

function printedExponent(unit: string): number {
  return Math.round(Math.log10(parseUnit(unit).factor));
}

function significantDigits(number: string): number {
  return number.replace(".", "").replace(/^0+|0+$/gu, "").length;
}

function decimalsOf(number: string): number {
  const point = number.indexOf(".");
  return point < 0 ? 0 : number.length - point - 1;
}
