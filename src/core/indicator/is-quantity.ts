import type { Quantity } from "./quantity.ts";

/** Whether a part of a target is one of its levels. */
export function isQuantity(value: unknown): value is Quantity {
  return typeof value === "object" && value !== null && "decimals" in value && "value" in value;
}
