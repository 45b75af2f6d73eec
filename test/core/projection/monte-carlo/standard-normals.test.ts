import { describe, expect, test } from "vitest";
import { normalShareBelow } from "#core/projection/monte-carlo/normal-distribution.ts";
import { NormalStore } from "#core/projection/monte-carlo/normal-store.ts";
import { nextWord, startSfc32 } from "#core/projection/monte-carlo/sfc32.ts";
import {
  BLOCK_DRAWS,
  fillStandardNormals,
  type NormalsPlace,
} from "#core/projection/monte-carlo/standard-normals.ts";

const PLACE: NormalsPlace = { seed: 1, stream: 2, year: 2026, block: 3 };
const COUNT = 200_000;

function normals(place: Partial<NormalsPlace> = {}, count = BLOCK_DRAWS): Float64Array {
  const out = new Float64Array(count);
  fillStandardNormals(out, { ...PLACE, ...place });
  return out;
}

const mean = (numbers: ArrayLike<number>, of: (x: number) => number = (x) => x) =>
  Array.from(numbers).reduce((sum, x) => sum + of(x), 0) / numbers.length;

/** Correlation of numbers that are known to have mean 0 and variance 1; its standard error is 1/√n. */
const correlation = (a: Float64Array, b: Float64Array) => mean(a.map((x, at) => x * (b[at] ?? 0)));

describe("the generator of words", () => {
  // Published outputs of SFC32 from the state (0, 12345, 0, 1) after 12 rounds, as several independent libraries test it.
  test("gives the published words", () => {
    const state = new Int32Array([0, 12345, 0, 1]);
    for (let round = 0; round < 12; round += 1) nextWord(state);
    const words = Array.from({ length: 10 }, () => nextWord(state) >>> 0);
    expect(words).toEqual([
      235160590, 2967261163, 116171463, 2882324903, 362604721, 4227106926, 1933307004, 1608300071, 2256615412,
      2701957640,
    ]);
  });

  test("starts elsewhere for every word of the seed", () => {
    const starts = [
      [0, 0, 0, 0],
      [1, 0, 0, 0],
      [0, 1, 0, 0],
      [0, 0, 1, 0],
      [0, 0, 0, 1],
      [2 ** 32 - 1, 0, 0, 0],
    ] as const;
    const words = starts.map(([a, b, c, counter]) => {
      const state = new Int32Array(4);
      startSfc32(state, a, b, c, counter);
      return nextWord(state);
    });
    expect(new Set(words).size).toBe(starts.length);
  });
});

describe("standard normals", () => {
  // Moments of N(0, 1): 0, 1, 0, 3, with standard errors √(1/n), √(2/n), √(15/n), √(96/n); four of them are allowed.
  test.each([
    [1, 0, 1],
    [2, 1, 2],
    [3, 0, 15],
    [4, 3, 96],
  ])("have moment %i of the distribution", (power, expected, variance) => {
    const moment = mean(normals({}, COUNT), (x) => x ** power);
    expect(Math.abs(moment - expected)).toBeLessThan(4 * Math.sqrt(variance / COUNT));
  });

  // Kolmogorov–Smirnov: D·√n exceeds 1.95 in 1 of 1000 samples of the right distribution.
  test("follow the distribution function everywhere", () => {
    const sorted = normals({}, COUNT).sort();
    let distance = 0;
    for (const [at, x] of sorted.entries()) {
      const share = normalShareBelow(x);
      distance = Math.max(distance, Math.abs(share - at / COUNT), Math.abs(share - (at + 1) / COUNT));
    }
    expect(distance * Math.sqrt(COUNT)).toBeLessThan(1.95);
  });

  // P(|z| > 3.6541528853610088), where the ziggurat has its tail, is 2·Φ(−3.654…) = 0.000258; P(|z| > 4.5) is 6.8e-6.
  test("reach as far into the tails as they should", () => {
    const all = normals({}, 4_000_000);
    for (const edge of [3.6541528853610088, 4.5]) {
      const expected = 2 * normalShareBelow(-edge) * all.length;
      const beyond = all.filter((x) => Math.abs(x) > edge).length;
      expect(Math.abs(beyond - expected)).toBeLessThan(4 * Math.sqrt(expected));
    }
  });

  test.each<[string, Partial<NormalsPlace>]>([
    ["the next seed", { seed: 2 }],
    ["the next stream", { stream: 3 }],
    ["the next year", { year: 2027 }],
    ["the next block", { block: 4 }],
  ])("have nothing to do with those of %s", (_, other) => {
    const [a, b] = [normals({}, COUNT), normals(other, COUNT)];
    expect(Math.abs(correlation(a, b))).toBeLessThan(4 / Math.sqrt(COUNT));
    // Nor with those one place on, as a stream that only starts later would be.
    expect(Math.abs(correlation(a.subarray(1), b.subarray(0, COUNT - 1)))).toBeLessThan(4 / Math.sqrt(COUNT));
    expect(Math.abs(correlation(a.subarray(0, COUNT - 1), b.subarray(1)))).toBeLessThan(4 / Math.sqrt(COUNT));
  });

  test("do not depend on their neighbours in a stream", () => {
    const all = normals({}, COUNT);
    expect(Math.abs(correlation(all.subarray(1), all.subarray(0, COUNT - 1)))).toBeLessThan(
      4 / Math.sqrt(COUNT),
    );
  });
});

describe("the store of normals", () => {
  const places = [0, 1, 2, 3].flatMap((block) =>
    [2026, 2027].flatMap((year) => [0, 5].map((stream): NormalsPlace => ({ seed: 9, stream, year, block }))),
  );

  test("gives the same draws in every order, kept or not", () => {
    const direct = places.map((place) => {
      const out = new Float64Array(BLOCK_DRAWS);
      fillStandardNormals(out, place);
      return out;
    });
    for (const limit of [0, 1, 3, 1000]) {
      const store = new NormalStore(limit);
      for (let at = places.length - 1; at >= 0; at -= 1)
        expect(store.block(places[at] ?? PLACE)).toEqual(direct[at]);
      expect(places.map((place) => store.block(place))).toEqual(direct);
    }
  });

  test("draws nothing twice while there is room", () => {
    const store = new NormalStore();
    expect(store.block(PLACE)).toBe(store.block(PLACE));
    const before = store.block(PLACE);
    store.block({ ...PLACE, seed: 8 });
    expect(store.block(PLACE)).not.toBe(before);
    expect(store.block(PLACE)).toEqual(before);
  });
});
