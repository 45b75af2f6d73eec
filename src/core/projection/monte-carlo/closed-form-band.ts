import { finiteOrNone } from "../projection-method.ts";
import { BAND_PERCENTS } from "./band.ts";
import type { DriverMove, DriverPath } from "./driver-path.ts";

/** Φ⁻¹ of the percents of a band (tables of the normal distribution; Φ of each is in the tests). */
const NORMAL_QUANTILES: Readonly<Record<(typeof BAND_PERCENTS)[number], number>> = {
  5: -1.6448536269514722,
  25: -0.6744897501960817,
  50: 0,
  75: 0.6744897501960817,
  95: 1.6448536269514722,
};

/**
 * The quantiles of a driver's path without any draws, five for each year that is not hidden, where a formula gives them: a
 * lognormal path is exp(ln x₀ + Σ ln(1 + g) + s·z_p), a path of normal steps x₀ + ΣΔ + s·z_p; s is sd·√k after k yearly
 * draws and sd·k with one draw for all. A quantile too large to be a number is NaN. `null` for other paths.
 */
export function closedFormBand({ last, years, hidden, move, yearly }: DriverPath): Float64Array | null {
  const walk = walkOf(move);
  if (walk === null) return null;
  const { toScale, fromScale, centres, sd } = walk;
  const band = new Float64Array(Math.max(0, years - hidden) * BAND_PERCENTS.length);
  let centre = toScale(last.value);
  for (let k = 0; k < years; k += 1) {
    const spread = sd * (yearly ? Math.sqrt(k + 1) : k + 1);
    centre += centres[k] ?? NaN;
    for (const [q, percent] of BAND_PERCENTS.entries()) {
      if (k < hidden) continue;
      const quantile = fromScale(centre + spread * NORMAL_QUANTILES[percent]);
      band[(k - hidden) * BAND_PERCENTS.length + q] = finiteOrNone(quantile);
    }
  }
  return band;
}

/** A path that is a walk with normal steps on some scale. */
interface NormalWalk {
  readonly centres: Float64Array;
  readonly sd: number;
  readonly toScale: (value: number) => number;
  readonly fromScale: (value: number) => number;
}

function walkOf(move: DriverMove): NormalWalk | null {
  if (move.kind === "log-growth") {
    return { centres: move.centres, sd: move.sd, toScale: Math.log, fromScale: Math.exp };
  }
  if (move.kind !== "step" || move.parameter.kind !== "normal") return null;
  const { mean, sd } = move.parameter;
  const same = (value: number) => value;
  return { centres: move.shifts.map((shift) => mean + shift), sd, toScale: same, fromScale: same };
}
