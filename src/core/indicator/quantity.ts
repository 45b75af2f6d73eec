import { err, type Result } from "../result.ts";

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

/** Why a text is not a quantity of the expected unit. */
export type QuantityError =
  | { readonly kind: "not-a-number"; readonly text: string }
  | { readonly kind: "unit-does-not-convert"; readonly from: string; readonly to: string }
  | { readonly kind: "too-many-digits"; readonly text: string };

/** How a number is shown. */
export interface NumberFormat {
  readonly thousands?: boolean;
}

/** Reads a number with or without a unit; a bare number is in `unit`, another unit of its dimension is converted. */
export function parseQuantity(text: string, unit: string): Result<Quantity, QuantityError> {
  const value = Number(text);
  if (text.trim() === "" || !Number.isFinite(value)) return err({ kind: "not-a-number", text });
  return { ok: true, value: { value, unit, decimals: null } };
}

/** A quantity as the interface shows it: number, space, unit (2.3 亿元, 2.5 %, 33 家). */
export function formatQuantity(quantity: Quantity, format: NumberFormat = {}): string {
  return `${formatNumber(quantity.value, quantity.decimals, format)} ${quantity.unit}`.trim();
}

/** The number of a quantity in its printed unit, without the unit. */
export function formatAmount(quantity: Quantity, format: NumberFormat = {}): string {
  return formatNumber(quantity.value, quantity.decimals, format);
}

/** A number with `decimals` digits after the point, or its shortest form for `null`; an em dash when not finite. */
export function formatNumber(value: number, decimals: number | null, format: NumberFormat = {}): string {
  if (!Number.isFinite(value)) return "—";
  const text = decimals === null ? String(value) : value.toFixed(decimals);
  return format.thousands === true ? text.replace(/\B(?=(\d{3})+(?!\d))/gu, ",") : text;
}
