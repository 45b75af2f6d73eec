import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { holds, holdsStretch } from "#core/indicator/evaluate-target.ts";
import { parseTarget } from "#core/indicator/parse-target.ts";
import type { Assumption } from "#core/projection/assumption.ts";
import { normalShareBelow } from "#core/projection/monte-carlo/normal-distribution.ts";
import { fillStandardNormals } from "#core/projection/monte-carlo/standard-normals.ts";
import type { SimulationQuestion } from "#core/projection/monte-carlo/simulation-question.ts";
import type { TargetQuestion } from "#core/projection/monte-carlo/target-judge.ts";
import type { Direction } from "#core/plan/concept.ts";
import { answer, driverOf, GROWTH, knownOf, questionOf, rowOf } from "./question-of.ts";

const HISTORY = [100, 108, 115, 127, 140, 150];
const BASE = { year: 2025, value: 150 };
const DRAWS = 20_000;

function targetOf(text: string, unit = "家", rest: Partial<TargetQuestion> = {}): TargetQuestion {
  const direction: Direction = rest.direction ?? "higher";
  const read = parseTarget(text, unit, direction);
  if (!read.ok) throw new Error(`${text}: ${read.error.kind}`);
  return { series: 0, target: read.value, year: 2030, base: BASE, direction, ...rest };
}

/** What becomes of targets of a series that grows by 8 % a year, as volatile as its history. */
function attain(targets: readonly TargetQuestion[], rest: Partial<SimulationQuestion> = {}) {
  const question = questionOf([rowOf("a", HISTORY, GROWTH)], {
    draws: DRAWS,
    drivers: [driverOf(0, { kind: "historical" })],
    bands: [],
    targets,
    ...rest,
  });
  return answer(question).attainments;
}

const shareOf = (targets: readonly TargetQuestion[]) =>
  attain(targets).map(({ probability }) => (probability.ok ? probability.value.value : NaN));

/** Standard deviation of the yearly logarithms of the history, and ln x in 2030 ~ N(ln 150 + 5·ln 1.08, 5·s²). */
const LOGS = [0, 1, 2, 3, 4].map((k) => Math.log((HISTORY[k + 1] ?? 0) / (HISTORY[k] ?? 1)));
const SD = Math.sqrt(LOGS.reduce((sum, log) => sum + (log - Math.log(1.5) / 5) ** 2, 0) / 4);
const above = (value: number) =>
  normalShareBelow((Math.log(150) + 5 * Math.log(1.08) - Math.log(value)) / (SD * Math.sqrt(5)));

describe("the probability of attainment", () => {
  // With ln x normal, P(x ≥ v) = Φ((μ − ln v)/s); each probability is allowed four of its standard errors.
  test.each<[string, TargetQuestion, number]>([
    ["达到220家", targetOf("达到220家"), above(220)],
    ["超230家", targetOf("超230家"), above(230)],
    ["控制在215家以内", targetOf("控制在215家以内"), 1 - above(215)],
    ["低于215家", targetOf("低于215家"), 1 - above(215)],
    ["220家左右", targetOf("220家左右"), above(209) - above(231)],
    ["210—260家", targetOf("210—260家"), above(210)],
    ["保底200家，力争230家", targetOf("保底200家，力争230家"), above(200)],
    ["年均增长8%", targetOf("年均增长8%"), 0.5],
    ["新增60家", targetOf("新增60家"), above(210)],
    ["lower is better", targetOf("达到220家", "家", { direction: "lower" }), 1 - above(220)],
  ])("of %s is that of the distribution", (_, target, expected) => {
    const [found] = attain([target]);
    if (found?.probability.ok !== true) throw new Error("it is judged");
    const { value, low, high } = found.probability.value;
    expect(Math.abs(value - expected)).toBeLessThan(4 * Math.sqrt((expected * (1 - expected)) / DRAWS));
    expect(low < value && value < high).toBe(true);
    expect(found).toMatchObject({ unknown: 0, attained: Math.round(value * DRAWS) });
  });

  test("of 保底…力争… has a second one for the stretch", () => {
    const [found] = attain([targetOf("保底200家，力争230家")]);
    const stretch = found?.stretch?.ok === true ? found.stretch.value.value : NaN;
    expect(Math.abs(stretch - above(230))).toBeLessThan(
      4 * Math.sqrt((above(230) * (1 - above(230))) / DRAWS),
    );
    expect(attain([targetOf("达到200家")])[0]?.stretch).toBeNull();
  });

  test("falls, or stays, as the target rises, for any seed and in any form with a level", () => {
    const forms = fc.constantFrom("达到", "超", "不低于", "新增");
    const levels = fc.tuple(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 400 }));
    fc.assert(
      fc.property(forms, levels, fc.integer({ min: 0, max: 2 ** 31 }), (form, pair, seed) => {
        const targets = [Math.min(...pair), Math.max(...pair)].map((level) => targetOf(`${form}${level}家`));
        const [low, high] = attain(targets, { seed, draws: 500 });
        expect(high?.attained).toBeLessThanOrEqual(low?.attained ?? -1);
      }),
      { numRuns: 60 },
    );
    const shares = shareOf([targetOf("达到180家"), targetOf("达到260家")]);
    expect(shares[0]).toBeGreaterThan(shares[1] ?? 1);
  });

  // Judged by hand on the same draws: a step of N(10, 4²) a year from 150, over five years.
  test("is the share of draws for which the predicate holds", () => {
    const step: Assumption = { method: "step", delta: 10, byYear: [] };
    const targets = [
      targetOf("累计完成900家"),
      targetOf("保底195家，力争205家"),
      targetOf("年均增长6%左右"),
      targetOf("新增48家", "家", { year: 2029 }),
    ];
    const draws = 256;
    const rest = { draws, drivers: [driverOf(0, { kind: "normal", sd: 4 })], bands: [], targets };
    const found = answer(questionOf([rowOf("a", HISTORY, step)], rest)).attainments;
    const normals = [2026, 2027, 2028, 2029, 2030].map((year) => {
      const out = new Float64Array(draws);
      fillStandardNormals(out, { seed: 20_260_101, stream: 0, year, block: 0 });
      return out;
    });
    for (const [at, { target, year, base, direction }] of targets.entries()) {
      let [attained, stretch] = [0, 0];
      for (let draw = 0; draw < draws; draw += 1) {
        let value = 150;
        const values = knownOf(HISTORY);
        for (const [k, row] of normals.entries()) {
          value += 10 + 4 * (row[draw] ?? NaN);
          values.push({ year: 2026 + k, value });
        }
        const context = { targetYear: year, base, direction, values };
        if (holds(target, context) === true) attained += 1;
        if (holdsStretch(target, context) === true) stretch += 1;
      }
      expect(attained).toBeGreaterThan(0);
      expect(attained).toBeLessThan(draws);
      expect(found[at]).toMatchObject({ attained, missed: draws - attained, unknown: 0 });
      if (target.form === "floorStretch") {
        expect(found[at]?.stretch).toMatchObject({ ok: true, value: { value: stretch / draws } });
      }
    }
  });

  test("is 0 or 1 where the year has been observed", () => {
    expect(
      shareOf([targetOf("达到140家", "家", { year: 2025 }), targetOf("达到151家", "家", { year: 2025 })]),
    ).toEqual([1, 0]);
  });

  test.each<[string, TargetQuestion, string]>([
    ["a person judges", targetOf("位居前列"), "judged-by-person"],
    ["there is no base", targetOf("新增20家", "家", { base: null }), "no-judged-draw"],
    ["the year lies outside", targetOf("达到220家", "家", { year: 2040 }), "no-judged-draw"],
    [
      "a year of the sum is missing",
      targetOf("累计完成900家", "家", { base: { year: 2015, value: 1 } }),
      "no-judged-draw",
    ],
  ])("is none where %s", (_, target, kind) => {
    const [found] = attain([target]);
    expect(found).toMatchObject({
      unknown: DRAWS,
      attained: 0,
      missed: 0,
      probability: { ok: false, error: { kind } },
    });
  });

  // ln of a walk from 1 by N(0, 1) has a value in Φ(1) of the draws in the first year; of these it is ≥ 0 where z ≥ 0.
  test("is taken over the draws that have a value, and the others are counted", () => {
    const rows = [
      rowOf("a", [1], { method: "step", delta: 0, byYear: [] }),
      rowOf("b", [], { method: "formula", text: "ln(a)" }),
    ];
    const target = { ...targetOf("达到0家"), series: 1, year: 2021 };
    const rest = {
      draws: DRAWS,
      drivers: [driverOf(0, { kind: "normal", sd: 1 })],
      bands: [],
      targets: [target],
    };
    const [found] = answer(questionOf(rows, rest)).attainments;
    const judged = normalShareBelow(1);
    expect(Math.abs((found?.unknown ?? 0) / DRAWS - (1 - judged))).toBeLessThan(
      4 * Math.sqrt((0.16 * 0.84) / DRAWS),
    );
    const share = found?.probability.ok === true ? found.probability.value.value : NaN;
    expect(Math.abs(share - 0.5 / judged)).toBeLessThan(0.02);
  });

  test("settles as the draws grow", () => {
    const points = attain([targetOf("达到220家")])[0]?.convergence ?? [];
    expect(points.map(({ draws }) => draws)).toEqual([256, 512, 1024, 2048, 4096, 8192, 16_384, 20_000]);
    // √(p(1 − p)/n) to a tenth.
    for (const { draws, standardError } of points) {
      expect(standardError / Math.sqrt((above(220) * (1 - above(220))) / draws)).toBeCloseTo(1, 0);
    }
    const errors = points.map(({ standardError }) => standardError);
    expect(errors).toEqual(errors.toSorted((a, b) => b - a));
  });
});
