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

/** With w the width and c = (mode − low)/w: F⁻¹(u) = low + w·√(u·c) up to u = c, then high − w·√((1 − u)(1 − c)). */
function drawTriangular(
  { low, mode, high }: Extract<DrawnParameter, { kind: "triangular" }>,
  normals: Float64Array,
  from: number,
  out: Float64Array,
): void {
  const width = high - low;
  const peak = width > 0 ? (mode - low) / width : 0;
  for (let k = 0; k < out.length; k += 1) {
    const z = normals[from + k] ?? NaN;
    // Each tail by itself, where 1 less a share close to 1 would lose digits.
    const tail = normalShareBelow(-Math.abs(z));
    const below = z < 0 ? tail : 1 - tail;
    const above = z < 0 ? 1 - tail : tail;
    out[k] =
      below < peak ? low + width * Math.sqrt(below * peak) : high - width * Math.sqrt(above * (1 - peak));
  }
}
