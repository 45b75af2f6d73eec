import { NormalStore } from "#core/projection/monte-carlo/normal-store.ts";
import { simulate } from "#core/projection/monte-carlo/simulate.ts";
import type { SimulationQuestion } from "#core/projection/monte-carlo/simulation-question.ts";
import { type BenchRow, rowOf } from "./bench-row.ts";
import type { NumpyPeer } from "./numpy-peer.ts";
import type { LognormalPaths, Squiggle } from "./peers/squiggle.ts";
import { expectSame } from "./same-values.ts";
import { timeInTurn } from "./time-in-turn.ts";

const GOAL = 3;
const FRESH_TARGET = 1;
const CACHED_TARGET = 0.5;
const SQUIGGLE_TARGET = 1 / 15;

/** Growth of 8 % a year in the mean of its logarithm, with a standard deviation of 5 %. */
const PATHS: LognormalPaths = { paths: 300_000, years: 10, start: 150, centre: Math.log(1.08), sd: 0.05 };
/** The outer quantiles of 300 000 draws agree to this share of their value: ten standard errors. */
const AGREEMENT = 0.006;
const NAME = "3 M draws with five exact quantiles a year";

/** Goal 3: 300 000 lognormal paths over ten years, against numpy's SFC64 in one thread. */
export async function monteCarloGoal(runs: number, numpy: NumpyPeer): Promise<readonly BenchRow[]> {
  const kept = new NormalStore();
  const theirs = async (kind: "fresh" | "cached") => {
    const { ms, quantiles } = await numpy.ask({ kind, ...PATHS });
    expectSame("goal 3, numpy", timed(kept).quantiles, quantiles, AGREEMENT);
    return ms;
  };
  const fresh = await timeInTurn(
    runs,
    () => timed(new NormalStore()).ms,
    () => theirs("fresh"),
  );
  const cached = await timeInTurn(
    runs,
    () => timed(kept).ms,
    () => theirs("cached"),
  );
  return [
    rowOf(fresh, { goal: GOAL, name: NAME, against: "numpy, fresh normals", target: FRESH_TARGET }),
    rowOf(cached, { goal: GOAL, name: NAME, against: "numpy, cached normals", target: CACHED_TARGET }),
  ];
}

/** Goal 3 against Squiggle, with fresh normals. */
export async function monteCarloGoalAgainstSquiggle(
  runs: number,
  squiggle: Squiggle,
): Promise<readonly BenchRow[]> {
  const pairs = await timeInTurn(
    runs,
    () => timed(new NormalStore()).ms,
    async () => {
      const { ms, quantiles } = await squiggle.draw(PATHS);
      expectSame("goal 3, Squiggle", timed(new NormalStore()).quantiles, quantiles, AGREEMENT);
      return ms;
    },
  );
  return [rowOf(pairs, { goal: GOAL, name: NAME, against: "Squiggle", target: SQUIGGLE_TARGET })];
}

/** One simulation: milliseconds, and its quantiles by year. */
function timed(store: NormalStore): { readonly ms: number; readonly quantiles: Float64Array } {
  const from = performance.now();
  const steps = simulate(QUESTION, store);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  const ms = performance.now() - from;
  const [band] = step.value.ok ? step.value.value.bands : [];
  if (band === undefined) throw new Error("The simulation has no band");
  return { ms, quantiles: band.quantiles };
}

/** Yearly changes of the logarithm that have exactly the standard deviation above: two of ±d around their mean. */
function history(): readonly { readonly year: number; readonly value: number }[] {
  const swing = PATHS.sd * Math.sqrt(3 / 4);
  let value = PATHS.start;
  const points = [{ year: 2025, value }];
  for (const [k, sign] of [1, -1, 1, -1].entries()) {
    value /= Math.exp(PATHS.centre + sign * swing);
    points.unshift({ year: 2024 - k, value });
  }
  return points;
}

const QUESTION: SimulationQuestion = {
  model: {
    firstYear: 2021,
    lastYear: 2025 + PATHS.years,
    columns: 1,
    series: [{ id: "gdp", names: [], unit: "", range: null, known: history() }],
    plans: [[{ assumption: { method: "growth", rate: 8, byYear: [] }, shocks: [], clamp: false }]],
  },
  column: 0,
  seed: 7,
  draws: PATHS.paths,
  drivers: [{ series: 0, stream: 0, uncertainty: { distribution: { kind: "historical" }, drawn: "yearly" } }],
  correlations: [],
  bands: [0],
  targets: [],
};
