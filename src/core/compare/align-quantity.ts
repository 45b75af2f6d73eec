import type { Quantity } from "../indicator/quantity.ts";
import { parseUnit } from "../indicator/unit.ts";

/**
 * The same quantity printed in another unit with all its digits (16.73 亿元 is 167300 万元, 4114 万元 is 0.4114 亿元);
 * `null` where the units do not convert, as % and 个百分点 do not.
 */
export function alignQuantity(quantity: Quantity, unit: string): Quantity | null {
  const from = parseUnit(quantity.unit);
  const to = parseUnit(unit);
  if (from.dimension !== to.dimension) return null;
  const shift = Math.round(Math.log10(to.factor / from.factor));
  const decimals = quantity.decimals === null ? null : Math.max(0, quantity.decimals + shift);
  return { value: quantity.value, unit, decimals };
}
