import type { RankSelector } from "./rank-selector.ts";

/** The quantiles of a band, in percent. */
export const BAND_PERCENTS = [5, 25, 50, 75, 95] as const;

/** The quantiles of draws in the order of {@link BAND_PERCENTS}; NaN where no draw has a value. */
export interface Band {
  readonly quantiles: Float64Array;
  /** Draws with a value, and those without. */
  readonly counted: number;
  readonly missing: number;
}

/** How drawn numbers become values: as they are, or by the exponential of logarithms. */
export type DrawScale = "linear" | "log";

/**
 * The exact quantiles of draws: with n values x₀ ≤ … ≤ xₙ₋₁ and h = (n − 1)·p, x_⌊h⌋ + (h − ⌊h⌋)·(x_⌊h⌋₊₁ − x_⌊h⌋), as a
 * spreadsheet's PERCENTILE.INC. Logarithms keep the order of values, so that only those at the ranks are converted.
 */
export function bandOf(selector: RankSelector, draws: Float64Array, scale: DrawScale = "linear"): Band {
  let counted = 0;
  const found = selector.select(draws, (count) => {
    counted = count;
    return count === 0 ? [] : BAND_PERCENTS.flatMap((percent) => neighbours(count, percent));
  });
  const quantiles = Float64Array.from(BAND_PERCENTS, (percent, k) => {
    const [below = NaN, above = NaN] = found.subarray(2 * k, 2 * k + 2);
    const share = placeOf(counted, percent) % 1;
    return scale === "log" ? between(Math.exp(below), Math.exp(above), share) : between(below, above, share);
  });
  return { quantiles, counted, missing: draws.length - counted };
}

/** h = (n − 1)·p, multiplied first, so that p in percent leaves no binary remainder. */
const placeOf = (count: number, percent: number): number => ((count - 1) * percent) / 100;

function neighbours(count: number, percent: number): readonly number[] {
  const place = Math.floor(placeOf(count, percent));
  return [place, Math.min(place + 1, count - 1)];
}

/** Never beyond `above`, so that quantiles cannot cross by rounding. */
function between(below: number, above: number, share: number): number {
  return share === 0 ? below : Math.min(above, below + share * (above - below));
}
