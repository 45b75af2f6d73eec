import { expect } from "vitest";
import type { Assumption } from "#core/projection/assumption.ts";
import type { ModelSeries, SeriesPlan } from "#core/projection/engine/projection-model.ts";
import { NormalStore } from "#core/projection/monte-carlo/normal-store.ts";
import { simulate } from "#core/projection/monte-carlo/simulate.ts";
import type { SimulationQuestion } from "#core/projection/monte-carlo/simulation-question.ts";
import type { Distribution } from "#core/projection/monte-carlo/uncertainty.ts";

/** Growth of 8 % a year. */
export const GROWTH: Assumption = { method: "growth", rate: 8, byYear: [] };

/** Observations from 2020 on. */
export const knownOf = (values: readonly number[]) => values.map((value, k) => ({ year: 2020 + k, value }));

/** A series with its plan. */
export function rowOf(
  id: string,
  values: readonly number[],
  assumption: Assumption,
  plan: Partial<SeriesPlan> = {},
): readonly [ModelSeries, SeriesPlan] {
  const series = { id, names: [], unit: "", range: null, known: knownOf(values) };
  return [series, { assumption, shocks: [], clamp: false, ...plan }];
}

/** A question about the rows from 2020 to 2030: by default the first is a driver, and its band is wanted. */
export function questionOf(
  rows: readonly (readonly [ModelSeries, SeriesPlan])[],
  rest: Partial<SimulationQuestion> = {},
): SimulationQuestion {
  return {
    model: {
      firstYear: 2020,
      lastYear: 2030,
      columns: 1,
      series: rows.map(([series]) => series),
      plans: rows.map(([, plan]) => [plan]),
    },
    column: 0,
    seed: 20_260_101,
    draws: 2000,
    drivers: [driverOf(0)],
    correlations: [],
    bands: [0],
    targets: [],
    ...rest,
  };
}

/** A driver drawn yearly; its stream is its place. */
export function driverOf(series: number, distribution: Distribution = { kind: "normal", sd: 2 }) {
  return { series, stream: series, uncertainty: { distribution, drawn: "yearly" as const } };
}

/** Takes all steps. */
export function finish<T>(steps: Generator<unknown, T>): T {
  for (let step = steps.next(); ; step = steps.next()) if (step.done === true) return step.value;
}

/** The answer to a question that has one. */
export function answer(question: SimulationQuestion, store = new NormalStore()) {
  const result = finish(simulate(question, store));
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

/** The reason why a question has no answer. */
export function refusal(question: SimulationQuestion) {
  const result = finish(simulate(question, new NormalStore()));
  expect(result.ok).toBe(false);
  return result.ok ? null : result.error;
}
