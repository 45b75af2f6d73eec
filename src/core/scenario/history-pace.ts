import type { PathPoint } from "../path/path.ts";

/** How fast a series moved: percent a year for growth, base units a year for steps. */
export interface HistoryPace {
  readonly from: number;
  readonly to: number;
  /** Over the whole span: `(x_last/x_first)^(1/n) − 1`, or `(x_last − x_first)/n`. */
  readonly mean: number;
  /** The slowest and the fastest step between two neighbouring observations, a year. */
  readonly slowest: number;
  readonly fastest: number;
}

/** The pace of observations (ascending); `null` with fewer than two, and for growth where one is not positive. */
export function historyPace(known: readonly PathPoint[], of: "growth" | "step"): HistoryPace | null {
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined || last.year <= first.year) return null;
  if (of === "growth" && known.some(({ value }) => !(value > 0))) return null;
  const paces = known.slice(1).map((point, at) => paceBetween(known[at] ?? point, point, of));
  return {
    from: first.year,
    to: last.year,
    mean: paceBetween(first, last, of),
    slowest: Math.min(...paces),
    fastest: Math.max(...paces),
  };
}

function paceBetween(from: PathPoint, to: PathPoint, of: "growth" | "step"): number {
  const years = to.year - from.year;
  return of === "growth"
    ? ((to.value / from.value) ** (1 / years) - 1) * 100
    : (to.value - from.value) / years;
}
