import { err, ok, type Result } from "../../result.ts";
import type { CorrelationError } from "./monte-carlo-error.ts";

/**
 * Correlation of the normals behind two drivers, from −1 to 1 (a Gaussian copula); `a` and `b` are places of drivers in
 * the question. Pairs that are not named are independent. Ranks then correlate by 6/π·arcsin(value/2).
 */
export interface Correlation {
  readonly a: number;
  readonly b: number;
  readonly value: number;
}

/** Lower triangle L with L·Lᵀ the correlations: row i holds the weights of the independent normals 0 to i. */
export type Mixing = readonly Float64Array[];

/** Rounding that a correlation of exactly ±1 leaves behind. */
const SLACK = 1e-12;

/**
 * The Cholesky factor of the correlations, or `null` where none is named. Correlations that cannot hold together are
 * refused: the reason names the first pair that those before it do not allow, and the range in which it can lie.
 */
export function mixingOf(
  drivers: number,
  correlations: readonly Correlation[],
): Result<Mixing | null, CorrelationError> {
  if (correlations.length === 0) return ok(null);
  const wanted = new Map<string, number>();
  for (const { a, b, value } of correlations) {
    const odd = [a, b].find((driver) => !(Number.isInteger(driver) && driver >= 0 && driver < drivers));
    if (odd !== undefined) return err({ kind: "correlation-unknown-driver", driver: odd });
    if (a === b) return err({ kind: "correlation-with-itself", driver: a });
    if (!(value >= -1 && value <= 1)) return err({ kind: "correlation-out-of-range", a, b, value });
    if (wanted.has(pair(a, b))) return err({ kind: "correlation-twice", a, b });
    wanted.set(pair(a, b), value);
  }
  const rows: Float64Array[] = [];
  for (let row = 0; row < drivers; row += 1) {
    const weights = rowOf(rows, (column) => wanted.get(pair(row, column)) ?? 0);
    if (!weights.ok) return err({ kind: "correlations-contradict", a: row, ...weights.error });
    rows.push(weights.value);
  }
  return ok(rows);
}

/** The next row of the factor, below the given ones. */
function rowOf(
  above: readonly Float64Array[],
  wanted: (column: number) => number,
): Result<Float64Array, { b: number; value: number; low: number; high: number }> {
  const weights = new Float64Array(above.length + 1);
  let left = 1;
  for (const [b, other] of above.entries()) {
    const value = wanted(b);
    let explained = 0;
    for (let k = 0; k < b; k += 1) explained += (weights[k] ?? 0) * (other[k] ?? 0);
    const own = other[b] ?? 0;
    const room = own * Math.sqrt(left);
    if (Math.abs(value - explained) > room + SLACK) {
      return err({ b, value, low: explained - room, high: explained + room });
    }
    const weight = own > SLACK ? (value - explained) / own : 0;
    weights[b] = weight;
    left = Math.max(0, left - weight * weight);
  }
  weights[above.length] = Math.sqrt(left);
  return ok(weights);
}

const pair = (a: number, b: number): string => `${Math.min(a, b)} ${Math.max(a, b)}`;
