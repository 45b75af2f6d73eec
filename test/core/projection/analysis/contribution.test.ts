import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { contributions, EXACT_GROUPS } from "#core/projection/analysis/contribution.ts";
import { ProjectionEngine } from "#core/projection/engine/projection-engine.ts";
import { formulaOf, modelOf, planOf, seriesOf } from "../engine/model-of.ts";

const grow = (rate: number) => planOf({ method: "growth", rate, byYear: [] });
const cell = { series: 0, year: 2025, column: 0 };

/** A sum or product of growing series, and groups that change the growth of each. */
function difference(text: string, rates: readonly number[]) {
  const engine = new ProjectionEngine(
    modelOf([
      [seriesOf("result", []), formulaOf(text)],
      ...rates.map((_, at) => [seriesOf(`d${at}`, [10 + at]), grow(0)] as const),
    ]),
  );
  const groups = rates.map((rate, at) => ({ name: `d${at}`, plans: [{ series: at + 1, plan: grow(rate) }] }));
  return { engine, groups };
}

/** A generator of the test: the fractions of multiples of the golden ratio. */
function golden(): () => number {
  let at = 0;
  return () => (at += 0.618_033_988_749_895) % 1;
}

describe("contributions of overrides", () => {
  test("are what each override does where they only add up", () => {
    const { engine, groups } = difference("d0 + d1", [10, -5]);
    const result = contributions(engine, cell, groups, golden());
    if (!result.ok) throw new Error("no contributions");
    expect(result.value.parts[0]).toBeCloseTo(10 * (1.1 ** 5 - 1), 9);
    expect(result.value.parts[1]).toBeCloseTo(11 * (0.95 ** 5 - 1), 9);
    expect(result.value.exact).toBe(true);
  });

  // v({a}) = 2, v({b}) = 3, v({a,b}) = 6 of a product from 1: Shapley gives a (1 + 3)/2 = 2 and b (2 + 4)/2 = 3.
  test("share what two overrides do together", () => {
    const engine = new ProjectionEngine(
      modelOf([
        [seriesOf("p", []), formulaOf("a × b")],
        [seriesOf("a", [1]), planOf({ method: "hold" })],
        [seriesOf("b", [1]), planOf({ method: "hold" })],
      ]),
    );
    const typed = (value: number) => planOf({ method: "series", values: [{ year: 2025, value }] });
    const groups = [
      { name: "a", plans: [{ series: 1, plan: typed(2) }] },
      { name: "b", plans: [{ series: 2, plan: typed(3) }] },
    ];
    const result = contributions(engine, cell, groups, golden());
    expect(result).toEqual({
      ok: true,
      value: { from: 1, to: 6, parts: [expect.closeTo(2, 9), expect.closeTo(3, 9)], exact: true },
    });
  });

  test("add up to the difference, exactly looked at or drawn, and leave the engine as it was", () => {
    const rates = fc.array(fc.double({ min: -20, max: 20, noNaN: true }), {
      minLength: 1,
      maxLength: EXACT_GROUPS + 2,
    });
    fc.assert(
      fc.property(rates, (list) => {
        const text = list.map((_, at) => `d${at}`).join(" × ");
        const { engine, groups } = difference(text, list);
        const before = engine.valueAt(cell);
        const result = contributions(engine, cell, groups, golden());
        if (!result.ok) throw new Error("no contributions");
        const { from, to, parts, exact } = result.value;
        const sum = parts.reduce((total, part) => total + part, 0);
        expect(Math.abs(sum - (to - from))).toBeLessThanOrEqual(
          1e-9 * Math.max(Math.abs(from), Math.abs(to)),
        );
        expect(exact).toBe(list.length <= EXACT_GROUPS);
        expect(engine.valueAt(cell)).toBe(before);
      }),
      { numRuns: 20 },
    );
  });

  test("say with which overrides there is no value", () => {
    const { engine, groups } = difference("1 / (d0 - 10)", [10]);
    const result = contributions(engine, cell, groups, golden());
    expect(result).toMatchObject({
      ok: false,
      error: { groups: [], gap: { kind: "value", gap: { kind: "divided-by-zero" } } },
    });
  });
});
