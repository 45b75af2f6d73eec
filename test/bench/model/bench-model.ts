import type { ProjectionModel, SeriesPlan } from "#core/projection/engine/projection-model.ts";

const FIRST_YEAR = 2025;
/** Years after the observed one. */
export const YEARS = 10;
export const COLUMNS = 3;
/** Numbers of a series: the observed year and those after it, in all columns. */
export const LANES = (YEARS + 1) * COLUMNS;

/**
 * A model for benchmarks: half its series grow from 2025 on by a rate of each column (scenario), half are ratios × 100 of
 * two of them, observed in 2025 as well. The first series is a driver like GDP, by which `shared` ratios divide.
 */
export interface BenchModel {
  /** Series that grow; as many ratios follow them. */
  readonly growing: number;
  /** Observed values of all series. */
  readonly observed: Float64Array;
  /** Growth in percent by series · columns + column. */
  readonly rates: Float64Array;
  /** What each ratio divides, and by what. */
  readonly over: Int32Array;
  readonly under: Int32Array;
}

/** A model of `size` series. */
export function benchModel(size: number, shared: number): BenchModel {
  const growing = size / 2;
  const growingIndexes = Array.from({ length: growing }, (_, at) => at);
  return {
    growing,
    observed: Float64Array.from({ length: size }, (_, at) => (at < growing ? 1e8 * (1 + (at % 7)) : 5)),
    rates: Float64Array.from({ length: growing * COLUMNS }, (_, at) => 3 + (at % COLUMNS) + (at % 5)),
    over: Int32Array.from(growingIndexes),
    // Seven has no factor in common with any size measured, so that every other series divides one ratio.
    under: Int32Array.from(growingIndexes, (at) => (at > 0 && at <= shared ? 0 : (at * 7 + 3) % growing)),
  };
}

/** The ratios that need a growing series. */
export function dependentsOf({ over, under, growing }: BenchModel, series: number): readonly number[] {
  return Array.from(over, (_, at) => at)
    .filter((at) => over[at] === series || under[at] === series)
    .map((at) => growing + at);
}

/** A growing series that exactly two ratios need. */
export function seriesWithTwoDependents(model: BenchModel): number {
  for (let series = 1; series < model.growing; series += 1) {
    if (dependentsOf(model, series).length === 2) return series;
  }
  throw new RangeError("No series has two dependents");
}

/** The model as the engine takes it, with formulas as planners write them. */
export function projectionModel({ growing, observed, rates, over, under }: BenchModel): ProjectionModel {
  return {
    firstYear: FIRST_YEAR,
    lastYear: FIRST_YEAR + YEARS,
    columns: COLUMNS,
    series: Array.from(observed, (value, at) => ({
      id: `s${at}`,
      names: [],
      unit: at < growing ? "亿元" : "%",
      range: null,
      known: [{ year: FIRST_YEAR, value }],
    })),
    plans: Array.from(observed, (_, at) => {
      if (at < growing) return growthPlans(rates.subarray(at * COLUMNS, (at + 1) * COLUMNS));
      const text = `s${over[at - growing] ?? 0} / s${under[at - growing] ?? 0} × 100`;
      return new Array<SeriesPlan>(COLUMNS).fill({
        assumption: { method: "formula", text },
        shocks: [],
        clamp: false,
      });
    }),
  };
}

/** Growth by a rate of each column. */
export function growthPlans(rates: ArrayLike<number>): readonly SeriesPlan[] {
  return Array.from(rates, (rate) => ({
    assumption: { method: "growth", rate, byYear: [] },
    shocks: [],
    clamp: false,
  }));
}

/** The values of the projected years, out of those of whole series one after the other. */
export function projected(values: Float64Array): Float64Array {
  return values.filter((_, at) => at % LANES >= COLUMNS);
}
