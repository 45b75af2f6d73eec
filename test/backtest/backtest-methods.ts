import { requiredGrowth } from "#core/path/growth.ts";
import type { PathPoint } from "#core/path/path.ts";
import type { OwnAssumption, TrendFit } from "#core/projection/assumption.ts";
import { projectSeries } from "#core/projection/projection-registry.ts";

/** A way to go on from what is known, with no number that anybody would have to choose afterwards. */
export interface BacktestMethod {
  readonly name: string;
  /** Observations that it needs at least. */
  readonly needs: number;
  /** The assumption that follows from the observations; `null` where there is none. */
  readonly suppose: (known: readonly PathPoint[]) => OwnAssumption | null;
}

/** Share of a year's slope that the damped trend leaves to the next. */
export const DAMPING = 0.8;

const trend = (name: string, fit: TrendFit): BacktestMethod => ({
  name,
  needs: 3,
  suppose: () => ({ method: "trend", fit, damping: DAMPING }),
});

/** The methods, the simplest first. */
export const BACKTEST_METHODS: readonly BacktestMethod[] = [
  { name: "hold", needs: 1, suppose: () => ({ method: "hold" }) },
  { name: "growth", needs: 2, suppose: meanGrowth },
  { name: "step", needs: 2, suppose: meanStep },
  trend("linear", "linear"),
  trend("log-linear", "log-linear"),
  trend("Theil–Sen", "theil-sen"),
  trend("damped", "damped"),
];

/** What a method makes of the known values in a year; `null` where it has too few or cannot go on from them. */
export function backtest(
  { needs, suppose }: BacktestMethod,
  known: readonly PathPoint[],
  year: number,
): number | null {
  const assumption = known.length < needs ? null : suppose(known);
  if (assumption === null) return null;
  const path = projectSeries({ known, until: year }, assumption);
  return path.ok ? (path.value.at(-1) ?? null) : null;
}

/** The mean yearly growth from the first known value to the last goes on. */
function meanGrowth(known: readonly PathPoint[]): OwnAssumption | null {
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined) return null;
  const years = last.year - first.year;
  const growth = requiredGrowth({ base: first.value, level: last.value, years, share: false });
  return growth.ok ? { method: "growth", rate: growth.value.rate * 100, byYear: [] } : null;
}

/** The mean yearly step from the first known value to the last goes on. */
function meanStep(known: readonly PathPoint[]): OwnAssumption | null {
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined) return null;
  return { method: "step", delta: (last.value - first.value) / (last.year - first.year), byYear: [] };
}
