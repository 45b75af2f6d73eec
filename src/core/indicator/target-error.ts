import type { Quantity, QuantityError } from "./quantity.ts";

/** Why a text is not a target. `at` counts UTF-16 units of the text as typed; `mend` is a wording that would be read. */
export type TargetError =
  | QuantityError
  | { readonly kind: "empty" }
  | { readonly kind: "unreadable"; readonly text: string; readonly at: number }
  | { readonly kind: "too-long"; readonly length: number; readonly max: number }
  | {
      readonly kind: "low-above-high";
      readonly low: Quantity;
      readonly high: Quantity;
      readonly mend: string;
    }
  | {
      readonly kind: "floor-above-stretch";
      readonly floor: Quantity;
      readonly stretch: Quantity;
      readonly mend: string;
    }
  | { readonly kind: "compared-with-year"; readonly year: string; readonly mends: readonly string[] }
  | { readonly kind: "percent-is-not-points"; readonly text: string; readonly mend: string };
