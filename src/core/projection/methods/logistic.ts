import { finiteOrNone, type ProjectionMethod } from "../projection-method.ts";

/** `K / (1 + (K/L − 1)·e)`: the logistic curve from L > 0 to the ceiling K > L, of whose way e = exp(−rt) is left. */
export function towardsCeiling(last: number, ceiling: number, left: number): number {
  // K − L is exact where both are nearly the same; K/L − 1 is not.
  const room = ((ceiling - last) * left) / last;
  // Beside a room that runs over, the 1 counts for nothing.
  return Number.isFinite(room) ? ceiling / (1 + room) : last / left;
}

/**
 * The logistic curve `K / (1 + exp(−r(t − t₀)))` through the last point (domain.md section 5): `K` the ceiling in base
 * units, `r` the yearly rate (0.3 is 30 % a year while the ceiling is far).
 */
export const logistic: ProjectionMethod<"logistic"> = {
  id: "logistic",
  parameters: [
    { name: "ceiling", read: ({ ceiling }) => ceiling, unit: "base-unit", min: 0, max: 1e18 },
    { name: "rate", read: ({ rate }) => rate, unit: "rate", min: 0, max: 20 },
  ],
  needs: 1,
  fill: ({ known }, { ceiling, rate }, { values, at, stride, count }) => {
    const last = known.at(-1)?.value ?? Number.NaN;
    if (!(last > 0)) return { kind: "base-not-positive", value: last };
    if (!(ceiling > last)) return { kind: "ceiling-not-above-last", ceiling, last };
    for (let k = 0; k < count; k += 1) {
      values[at + k * stride] = finiteOrNone(towardsCeiling(last, ceiling, Math.exp(-rate * (k + 1))));
    }
    return null;
  },
};
