import type { PathError } from "../path/path.ts";

/** Why a series has no projected values; `name` is a parameter of the method. */
export type ProjectionError =
  | { readonly kind: "no-observation" }
  | { readonly kind: "too-few-observations"; readonly needed: number; readonly found: number }
  | { readonly kind: "out-of-range"; readonly name: string; readonly value: number }
  | { readonly kind: "base-not-positive"; readonly value: number }
  | { readonly kind: "ceiling-not-above-last"; readonly ceiling: number; readonly last: number }
  | { readonly kind: "target-not-ahead"; readonly year: number }
  | { readonly kind: "no-typed-values" }
  | { readonly kind: "typed-twice"; readonly year: number }
  | { readonly kind: "path"; readonly error: PathError };
