import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { GEOMETRIC, LINEAR, type PathShape } from "#core/path/path-shape.ts";
import { pathBetween } from "#core/path/path.ts";
import { roundCounts, roundParts } from "#core/path/round-path.ts";

describe("pathBetween", () => {
  // 2015: 9, 2020: 34 — equal steps of 5.
  test("moves in equal steps on a linear path", () => {
    const path = pathBetween(LINEAR, { year: 2015, value: 9 }, { year: 2020, value: 34 });
    expect(path.ok && [...path.value]).toEqual([14, 19, 24, 29, 34]);
  });

  test("grows at one rate on a geometric path", () => {
    const path = pathBetween(GEOMETRIC, { year: 2020, value: 1 }, { year: 2023, value: 8 });
    expect(path.ok && path.value[0]).toBeCloseTo(2, 12);
    expect(path.ok && path.value[1]).toBeCloseTo(4, 12);
  });

  test("ends exactly at the level, on any path", () => {
    const value = fc.double({ min: 0.001, max: 1e12, noNaN: true });
    const shape = fc.constantFrom<PathShape[]>(
      LINEAR,
      GEOMETRIC,
      { kind: "s-curve", steepness: 8 },
      { kind: "loaded", power: 0.5 },
      { kind: "loaded", power: 2 },
      { kind: "stepwise", steps: 2 },
    );
    fc.assert(
      fc.property(shape, value, value, fc.integer({ min: 1, max: 30 }), (kind, a, b, years) => {
        const path = pathBetween(kind, { year: 2020, value: a }, { year: 2020 + years, value: b });
        expect(path.ok && path.value.length).toBe(years);
        expect(path.ok && path.value.at(-1)).toBe(b);
      }),
    );
  });

  test.each([
    ["linear", 9, 2015, 33, 2015, { kind: "no-years" }],
    ["linear", 9, 2015, Number.NaN, 2016, { kind: "not-a-number", year: 2016 }],
    ["geometric", 0, 2015, 33, 2020, { kind: "not-positive", which: "from" }],
    ["geometric", 9, 2015, -1, 2020, { kind: "not-positive", which: "to" }],
  ] as const)("has no %s path from %d (%d) to %d (%d), and says why", (shape, a, from, b, to, error) => {
    const path = pathBetween({ kind: shape }, { year: from, value: a }, { year: to, value: b });
    expect(path).toEqual({ ok: false, error });
  });
});

describe("the shapes of a path", () => {
  const values = (
    shape: PathShape,
    held: readonly { readonly year: number; readonly value: number }[] = [],
  ) => {
    const path = pathBetween(shape, { year: 2020, value: 0 }, { year: 2024, value: 16 }, held);
    return path.ok ? [...path.value].map((value) => Number(value.toFixed(6))) : path.error;
  };

  // Power p on the time share: 16·(k/4)^p. Logistic with k = 8: (σ(8(s−½)) − σ(−4))/(σ(4) − σ(−4)), by hand from e^−4 and e^−2.
  const curve = (share: number) => {
    const sigma = (x: number) => 1 / (1 + Math.E ** -x);
    return (16 * (sigma(8 * (share - 0.5)) - sigma(-4))) / (sigma(4) - sigma(-4));
  };
  test.each<[string, PathShape, readonly number[]]>([
    [
      "early years do more below a power of one",
      { kind: "loaded", power: 0.5 },
      [8, 11.313708, 13.856406, 16],
    ],
    ["late years do more above it", { kind: "loaded", power: 2 }, [1, 4, 9, 16]],
    ["steps come at equal times", { kind: "stepwise", steps: 2 }, [0, 8, 8, 16]],
    ["three steps in four years", { kind: "stepwise", steps: 3 }, [0, 5.333333, 10.666667, 16]],
    [
      "the s-curve is slow, fast, slow, with half in the middle",
      { kind: "s-curve", steepness: 8 },
      [Number(curve(0.25).toFixed(6)), 8, Number(curve(0.75).toFixed(6)), 16],
    ],
  ])("%s", (_what, shape, expected) => {
    expect(values(shape)).toEqual(expected);
  });

  test("held years stay and the rest spreads between them by the shape", () => {
    expect(values(LINEAR, [{ year: 2022, value: 2 }])).toEqual([1, 2, 9, 16]);
    expect(
      values({ kind: "loaded", power: 2 }, [
        { year: 2023, value: 9 },
        { year: 2021, value: 4 },
      ]),
    ).toEqual([4, 5.25, 9, 16]);
  });

  test.each<[string, PathShape, readonly { year: number; value: number }[], object]>([
    ["a held year at the end", LINEAR, [{ year: 2024, value: 3 }], { kind: "held-outside", year: 2024 }],
    [
      "a year held twice",
      LINEAR,
      [
        { year: 2022, value: 3 },
        { year: 2022, value: 4 },
      ],
      { kind: "held-twice", year: 2022 },
    ],
    [
      "a power of zero",
      { kind: "loaded", power: 0 },
      [],
      { kind: "shape-parameter", name: "power", value: 0 },
    ],
    [
      "half a step",
      { kind: "stepwise", steps: 0.5 },
      [],
      { kind: "shape-parameter", name: "steps", value: 0.5 },
    ],
  ])("refuses %s", (_what, shape, held, error) => {
    expect(values(shape, held)).toEqual(error);
  });
});

describe("rounding", () => {
  test("takes counts to the nearest whole number, halves away from zero", () => {
    expect([...roundCounts(Float64Array.of(1.4, 1.5, -1.5, -0.3))]).toEqual([1, 2, -2, 0]);
  });

  test("gives the missing ones to the largest remainders", () => {
    // 3.5 + 3.4 + 3.1 = 10: floors add up to 9, the one missing goes to 3.5
    expect([...roundParts(Float64Array.of(3.5, 3.4, 3.1))]).toEqual([4, 3, 3]);
  });

  test("rounds the whole of parts as it rounds a level, halves away from zero", () => {
    expect([...roundParts(Float64Array.of(-0.2, -0.3))]).toEqual([0, -1]);
    expect([...roundParts(Float64Array.of(0.2, 0.3))]).toEqual([0, 1]);
  });

  test("parts add up to the rounded whole", () => {
    const part = fc.integer({ min: 0, max: 1e8 }).map((n) => n / 1000);
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 20 }), (parts) => {
        const rounded = roundParts(Float64Array.from(parts));
        const sum = parts.reduce((total, each) => total + each, 0);
        expect(rounded.reduce((total, each) => total + each, 0)).toBe(Math.round(sum));
      }),
    );
  });
});
