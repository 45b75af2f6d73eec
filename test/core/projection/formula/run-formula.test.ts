import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { explainFormula } from "#core/projection/formula/explain-formula.ts";
import { roundTo } from "#core/projection/formula/round-to.ts";
import { runLanes } from "#core/projection/formula/run-lanes.ts";
import { checked, compiled, FIRST_YEAR, type TestSeries } from "./formula-of.ts";

const YEARS = 5;
const COLUMNS = 3;

/** Values of a formula by year, from the compiled code (all columns must agree). */
function run(text: string, unit: string, list: readonly TestSeries[], years = YEARS): number[] {
  const formula = checked(text, unit, list, years);
  if (!formula.ok) throw new Error(JSON.stringify(formula.error));
  const { code, maxLag, memory, result } = compiled(formula.value, unit, list, years, COLUMNS);
  runLanes(code, memory, { from: maxLag * COLUMNS, to: memory.lanes, step: 1 });
  const lanes = memory.values.slice(result * memory.lanes, (result + 1) * memory.lanes);
  return Array.from({ length: years }, (_, year) => {
    const [first = Number.NaN, ...others] = lanes.slice(year * COLUMNS, (year + 1) * COLUMNS);
    for (const other of others) expect(other).toBe(first);
    return first;
  });
}

describe("a compiled formula", () => {
  const values = [100, 110, 121, 133.1, 146.41];
  const x: TestSeries = { name: "x", unit: "家", values };
  const money: TestSeries = { name: "投入", unit: "亿元", values: [2e8, 3e8, 4e8, 5e8, 6e8] };
  const gdp: TestSeries = { name: "gdp", unit: "亿元", values: [100e8, 100e8, 160e8, 200e8, 0] };
  const people: TestSeries = { name: "人口", unit: "万人", values: [5e5, 5e5, 5e5, 5e5, 5e5] };

  const perCapita: TestSeries = { name: "每万人", unit: "家/万人", values: [2, 2.2, 2.42, 2.662, 2.9282] };

  test.each([
    ["precedence", "2 + 3 × 4 ^ 2 ÷ 8 - 1", "家", [7, 7, 7, 7, 7]],
    ["a power before a minus, from the right", "-2 ^ 2 + 2 ^ 3 ^ 2", "家", [508, 508, 508, 508, 508]],
    ["a comparison as one or zero", "(x >= 121) + (x <> 110)", "", [1, 0, 2, 2, 2]],
    ["the branch that is chosen", "if(x < 120, x, 0)", "家", [100, 110, 0, 0, 0]],
    [
      "min, max, sum and avg",
      "min(x, 120) + max(x, 120, 90) + sum(1, 2, 3) - avg(4, 8)",
      "家",
      [220, 230, 241, 253.1, 266.41],
    ],
    // 0.1 of a per cent grows on the year before: x_t / x_{t−1}.
    ["the year before", "x / prev(x)", "", [Number.NaN, 1.1, 1.1, 1.1, 1.1]],
    ["two years before", "x - prev(x, 2)", "家", [Number.NaN, Number.NaN, 21, 23.1, 25.41]],
    ["one year for all", "x - at(x, 2021)", "家", [-10, 0, 11, 23.1, 36.41]],
    // domain.md section 4: (L/b)^(1/n) − 1 of 100 → 146.41 in four years is 10 %.
    ["the average growth", "cagr(x, 2020, 2024) × 100", "%", [10, 10, 10, 10, 10]],
    // R&D intensity: 亿元/亿元×100.
    ["a share, none where it divides by zero", "投入 / gdp × 100", "%", [2, 3, 2.5, 2.5, Number.NaN]],
    ["money with its unit in base units", "投入 + 0.5亿元", "亿元", [2.5e8, 3.5e8, 4.5e8, 5.5e8, 6.5e8]],
    // 100 家 for 50 万人 are 2 a 万人, which is stored as printed.
    [
      "money rounded in a unit of choice",
      "round(投入 / 4亿元, 1) × 4亿元",
      "亿元",
      [2e8, 3.2e8, 4e8, 5.2e8, 6e8],
    ],
    // 100 家 for 50 万人 are 2 a 万人; two years on 2.42, less 2 as it was in 2020.
    [
      "a compound unit in other years",
      "x / 人口 - at(每万人, 2020) + prev(每万人) × 0",
      "家/万人",
      [Number.NaN, 0.2, 0.42, 0.662, 0.9282],
    ],
    ["a compound unit as printed", "x / 人口", "家/万人", [2, 2.2, 2.42, 2.662, 2.9282]],
    ["logarithm and exponential", "exp(ln(x / 100家))", "", [1, 1.1, 1.21, 1.331, 1.4641]],
    [
      "the absolute and the rounded",
      "abs(-x) + round(2.5) + round(1.25, 1)",
      "家",
      [104.3, 114.3, 125.3, 137.4, 150.71],
    ],
    ["no value for the logarithm of nothing", "ln((x - x) / 1家)", "", Array<number>(5).fill(Number.NaN)],
    ["no value where numbers run over", "exp(1000) / exp(1000)", "", Array<number>(5).fill(Number.NaN)],
    ["no value hidden by a division", "1 / (1 / 0)", "", Array<number>(5).fill(Number.NaN)],
  ])("gives %s", (_what, text, unit, expected) => {
    const found = run(text, unit, [x, money, gdp, people, perCapita]);
    found.forEach((value, year) => {
      const wanted = expected[year] ?? Number.NaN;
      if (Number.isNaN(wanted)) expect(value).toBeNaN();
      else expect(value).toBeCloseTo(wanted, 9);
    });
  });

  test("computes the asked lanes only", () => {
    const formula = checked("x × 2", "家", [x]);
    if (!formula.ok) throw new Error(formula.error.kind);
    const { code, memory, result } = compiled(formula.value, "家", [x], YEARS, COLUMNS);
    runLanes(code, memory, { from: 1, to: memory.lanes, step: COLUMNS });
    const lanes = Array.from(memory.values.slice(result * memory.lanes, (result + 1) * memory.lanes));
    expect(lanes.map((value, lane) => (lane % COLUMNS === 1 ? value : Number.isNaN(value)))).toEqual(
      lanes.map((_, lane) => (lane % COLUMNS === 1 ? (values[(lane - 1) / COLUMNS] ?? 0) * 2 : true)),
    );
  });
});

const NAMES = ["a", "b", "c"] as const;

/** Formulas of plain numbers over a, b and c. */
const formulas = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 5 },
    fc.constantFrom<string>(...NAMES, "prev(a)", "prev(b, 2)", "at(c, 2021)", "cagr(a, 2020, 2023)"),
    fc.double({ min: 0, max: 99, noNaN: true }).map((value) => value.toFixed(3)),
    fc
      .tuple(tie("node"), fc.constantFrom("+", "-", "×", "/", "^", "<", ">=", "="), tie("node"))
      .map(([l, o, r]) => `(${l} ${o} ${r})`),
    fc
      .tuple(fc.constantFrom("abs", "ln", "exp", "round"), tie("node"))
      .map(([name, part]) => `${name}(${part})`),
    fc
      .tuple(
        fc.constantFrom("min", "max", "sum", "avg"),
        fc.array(tie("node"), { minLength: 1, maxLength: 3 }),
      )
      .map(([name, parts]) => `${name}(${parts.join(", ")})`),
    fc.tuple(tie("node"), tie("node"), tie("node")).map((parts) => `if(${parts.join(", ")})`),
    tie("node").map((part) => `(-${part})`),
  ),
})).node;

const column = fc.array(
  fc.oneof(
    { weight: 8, arbitrary: fc.double({ min: -1e3, max: 1e3, noNaN: true }) },
    { weight: 1, arbitrary: fc.constantFrom(0, Number.NaN, 1e300) },
  ),
  { minLength: YEARS, maxLength: YEARS },
);

test("compiled code and reckoning term by term give the same bits or both no value", () => {
  fc.assert(
    fc.property(formulas, fc.tuple(column, column, column), (text, columns) => {
      const list = NAMES.map((name, at) => ({ name, unit: "", values: columns[at] ?? [] }));
      const formula = checked(text, "", list, YEARS);
      if (!formula.ok) {
        expect(formula.error.kind).toBe("plain-number-wanted");
        return;
      }
      const found = run(text, "", list);
      found.forEach((value, at) => {
        const explained = explainFormula(formula.value.root, FIRST_YEAR + at, {
          valueOf: (name, year) =>
            list.find((series) => series.name === name)?.values[year - FIRST_YEAR] ?? Number.NaN,
          unitOf: () => "",
          unit: "",
        });
        // Years before the longest lag are not computed.
        if (explained.ok && Number.isNaN(value) && at < 2) return;
        // The sign of a zero says nothing.
        expect(value + 0).toBe((explained.ok ? explained.value : Number.NaN) + 0);
      });
    }),
    { numRuns: 1000 },
  );
});

test.each([
  // Half away from zero, as LibreOffice's ROUND.
  [2.5, 0, 3],
  [-2.5, 0, -3],
  [1.005, 2, 1.01],
  [1234.5, -2, 1200],
  [1e-7, 2, 0],
  [-1e-7, 2, 0],
  [1.25e-7, 8, 1.3e-7],
  [1e21, 2, 1e21],
  [1.25e22, -21, 1.3e22],
  [-0.3, 0, 0],
  [Number.NaN, 0, Number.NaN],
])("rounds %s to %s digits as a spreadsheet does", (value, digits, rounded) => {
  expect(roundTo(value, digits)).toBe(rounded);
});
