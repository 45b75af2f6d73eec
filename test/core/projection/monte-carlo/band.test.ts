import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BAND_PERCENTS, bandOf } from "#core/projection/monte-carlo/band.ts";
import { RankSelector } from "#core/projection/monte-carlo/rank-selector.ts";

/** The definition itself, on sorted values. */
function bySorting(values: Float64Array): readonly number[] {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort();
  if (sorted.length === 0) return BAND_PERCENTS.map(() => NaN);
  return BAND_PERCENTS.map((percent) => {
    const place = ((sorted.length - 1) * percent) / 100;
    const [low = NaN, high = low] = sorted.subarray(Math.floor(place), Math.floor(place) + 2);
    return place % 1 === 0 ? low : Math.min(high, low + (place % 1) * (high - low));
  });
}

const bandBy = (values: Float64Array) => bandOf(new RankSelector(), values);

/** Long lists of the shapes that bins could stumble over, from a few numbers. */
const SHAPES: Readonly<Record<string, (x: number, at: number) => number>> = {
  plain: (x) => x,
  "a few values many times": (x) => Math.round(x * 3),
  "one value, and one far away": (_, at) => (at === 777 ? 1e300 : 5),
  "heavy tails": (x) => Math.tan(x * 1.57),
  "over many orders": (x) => Math.exp(600 * x),
  "too close to part": (x) => 1 + Number.EPSILON * Math.round(x * 4),
  "with gaps": (x, at) => (at % 7 === 0 ? NaN : x),
  "zeros of both signs": (x) => (x > 0 ? 0 : -0),
  infinite: (x) => (x > 0.9 ? Infinity : x < -0.9 ? -Infinity : x),
  subnormal: (x) => x * 5e-324 * 100,
};

describe("the band of draws", () => {
  // PERCENTILE.INC of 1, 2, 3, 4, 5: 1 + 4p, so 1.2, 2, 3, 4, 4.8.
  test("interpolates as a spreadsheet does", () => {
    const { quantiles } = bandBy(new Float64Array([5, 3, 1, 4, 2]));
    expect(quantiles).toEqual(new Float64Array([1.2, 2, 3, 4, 4.8]));
  });

  test("has no quantiles without values, and says how many draws have none", () => {
    const { quantiles, counted, missing } = bandBy(new Float64Array([NaN, NaN]));
    expect([...quantiles]).toEqual(BAND_PERCENTS.map(() => NaN));
    expect({ counted, missing }).toEqual({ counted: 0, missing: 2 });
  });

  test.each(Object.keys(SHAPES))("is that of sorting: %s", (name) => {
    const shape = SHAPES[name] ?? ((x: number) => x);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20_000 }), fc.integer(), (size, seed) => {
        const values = Float64Array.from({ length: size }, (_, at) => shape(Math.sin(seed + at * at), at));
        const band = bandBy(values);
        expect([...band.quantiles]).toEqual(bySorting(values));
        expect(band.counted + band.missing).toBe(size);
        expect(band.missing).toBe(values.filter(Number.isNaN).length);
      }),
      { numRuns: 30 },
    );
  });

  test("is that of sorting, for any numbers", () => {
    fc.assert(
      fc.property(fc.float64Array({ minLength: 1, maxLength: 3000 }), (values) => {
        const finite = values.map((value) => (Number.isFinite(value) ? value / 4 : NaN));
        expect([...bandBy(finite).quantiles]).toEqual(bySorting(finite));
      }),
    );
  });

  test("never crosses, and leaves the draws as they are", () => {
    fc.assert(
      fc.property(
        fc.float64Array({ minLength: 1, maxLength: 2000, noNaN: true, min: -1e300, max: 1e300 }),
        (values) => {
          const before = values.slice();
          const quantiles = [...bandBy(values).quantiles];
          expect(quantiles).toEqual(quantiles.toSorted((a, b) => a - b));
          expect(values).toEqual(before);
        },
      ),
    );
  });

  test("converts logarithms only at its ranks, with the quantiles of the values", () => {
    const logs = Float64Array.from({ length: 5000 }, (_, at) => Math.sin(at * at));
    const band = bandOf(new RankSelector(), logs, "log");
    expect(band.quantiles).toEqual(bandBy(logs.map(Math.exp)).quantiles);
  });

  test("has no value where the exponential is too large", () => {
    const { quantiles } = bandOf(new RankSelector(), new Float64Array(100).fill(1000), "log");
    expect([...quantiles]).toEqual(BAND_PERCENTS.map(() => NaN));
  });

  test("does not remember what it was asked before", () => {
    const selector = new RankSelector();
    const [long, short] = [5000, 700].map((size) =>
      Float64Array.from({ length: size }, (_, at) => Math.sin(at * at)),
    );
    if (long === undefined || short === undefined) throw new Error("two lists");
    const first = bandOf(selector, short);
    bandOf(selector, long);
    expect(bandOf(selector, short)).toEqual(first);
  });
});
