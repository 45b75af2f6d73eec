import type { SimulationQuestion } from "#core/projection/monte-carlo/simulation-question.ts";

/** Intensity from two uncertain drivers that correlate, with a target; `draws` as wanted, `series` more rows by formula. */
export function uncertainQuestion(draws: number, series = 0): SimulationQuestion {
  const known = (values: readonly number[]) => values.map((value, k) => ({ year: 2021 + k, value }));
  const row = (id: string, values: readonly number[]) => ({
    id,
    names: [],
    unit: "",
    range: null,
    known: known(values),
  });
  const plan = (text: string) => ({
    assumption: { method: "formula", text } as const,
    shocks: [],
    clamp: false,
  });
  const growth = (rate: number) => ({
    assumption: { method: "growth", rate, byYear: [] } as const,
    shocks: [],
    clamp: false,
  });
  const more = Array.from({ length: series }, (_, at) => at);
  const yearly = { distribution: { kind: "historical" }, drawn: "yearly" } as const;
  return {
    model: {
      firstYear: 2021,
      lastYear: 2030,
      columns: 1,
      series: [
        row("rd", [18, 20, 23, 24, 28]),
        row("gdp", [900, 960, 990, 1060, 1100]),
        row("intensity", []),
        ...more.map((at) => row(`m${at}`, [])),
      ],
      plans: [
        [growth(10)],
        [growth(6)],
        [plan("rd / gdp × 100")],
        ...more.map((at) => [plan(`rd / gdp × ${at} + ${at === 0 ? "gdp" : `m${at - 1}`}`)]),
      ],
    },
    column: 0,
    seed: 15,
    draws,
    drivers: [
      { series: 0, stream: 0, uncertainty: yearly },
      { series: 1, stream: 1, uncertainty: yearly },
    ],
    correlations: [{ a: 0, b: 1, value: 0.5 }],
    bands: [0, 2, ...more.slice(-1).map((at) => at + 3)],
    targets: [
      {
        series: 2,
        target: { form: "atLeast", level: { value: 3, unit: "%", decimals: null }, wording: "reach" },
        year: 2030,
        base: { year: 2025, value: 2.5 },
        direction: "higher",
      },
    ],
  };
}
