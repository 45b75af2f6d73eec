import { assertNever } from "../../assert-never.ts";
import { normalShareBelow } from "./normal-distribution.ts";

/** A parameter's distribution with its numbers checked: sd ≥ 0, low ≤ mode ≤ high. */
export type DrawnParameter =
  | { readonly kind: "normal"; readonly mean: number; readonly sd: number }
  | { readonly kind: "triangular"; readonly low: number; readonly mode: number; readonly high: number }
  | { readonly kind: "uniform"; readonly low: number; readonly high: number };

/**
 * Turns standard normals, from `from` on, into draws of the parameter. Those that are not normal go through Φ and the
 * inverse of their own distribution function, so that correlations of the normals carry over (a Gaussian copula).
 */
export function drawParameter(
  parameter: DrawnParameter,
  normals: Float64Array,
  from: number,
  out: Float64Array,
): void {
  switch (parameter.kind) {
    case "normal": {
      const { mean, sd } = parameter;
      for (let k = 0; k < out.length; k += 1) out[k] = mean + sd * (normals[from + k] ?? NaN);
      return;
    }
    case "uniform": {
      const { low, high } = parameter;
      const width = high - low;
      for (let k = 0; k < out.length; k += 1) {
        out[k] = low + width * normalShareBelow(normals[from + k] ?? NaN);
      }
      return;
    }
    case "triangular":
      drawTriangular(parameter, normals, from, out);
      return;
    default:
      assertNever(parameter);
  }
}

/** F⁻¹(u) = low + √(u·w·(mode − low)) up to u = (mode − low)/w, then high − √((1 − u)·w·(high − mode)); w is the width. */
function drawTriangular(
  { low, mode, high }: Extract<DrawnParameter, { kind: "triangular" }>,
  normals: Float64Array,
  from: number,
  out: Float64Array,
): void {
  const width = high - low;
  const [rise, fall] = [width * (mode - low), width * (high - mode)];
  for (let k = 0; k < out.length; k += 1) {
    const z = normals[from + k] ?? NaN;
    const share = normalShareBelow(z);
    out[k] =
      share * width < mode - low
        ? low + Math.sqrt(share * rise)
        : high - Math.sqrt(normalShareBelow(-z) * fall);
  }
}
