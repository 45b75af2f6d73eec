import type { ProjectionModel } from "../projection/engine/projection-model.ts";
import { closedFormBand } from "../projection/monte-carlo/closed-form-band.ts";
import { driverPathOf } from "../projection/monte-carlo/driver-path-of.ts";
import type { SimulationQuestion } from "../projection/monte-carlo/simulation-question.ts";
import type { TargetQuestion } from "../projection/monte-carlo/target-judge.ts";
import { uncertainPlans, withUncertainty } from "./default-uncertainty.ts";
import type { ScenarioId } from "./scenario.ts";
import type { ScenarioStudy } from "./scenario-study.ts";
import type { SeriesTopic } from "./series-topic.ts";
import { uncertainDrivers } from "./uncertain-drivers.ts";

/** How a study is drawn. */
export interface DrawChoice {
  readonly draws: number;
  readonly seed: number;
}

/** A question about some series of a study, with the places that its uncertain drivers have in the whole plan. */
export interface StudySimulation {
  readonly question: SimulationQuestion;
  readonly drivers: readonly number[];
}

/**
 * The simulation of one series in one scenario: its bands and its targets, in the order of the topic. Only the series that it needs are in
 * the model, which changes no draw (a series draws from the stream of its id).
 */
export function seriesSimulation(
  study: ScenarioStudy,
  topic: SeriesTopic,
  scenario: ScenarioId,
  choice: DrawChoice,
): StudySimulation {
  const needed = [...study.neededBy(topic.at)].sort((a, b) => a - b);
  return simulationOf(study, needed, scenario, {
    ...choice,
    bands: [topic.at],
    targets: topic.targets.map(({ target, year }) => ({
      series: topic.at,
      target,
      year,
      base: topic.base,
      direction: topic.direction,
    })),
  });
}

/** The simulation of all given targets in one scenario, without bands. */
export function targetsSimulation(
  study: ScenarioStudy,
  targets: readonly TargetQuestion[],
  scenario: ScenarioId,
  choice: DrawChoice,
): StudySimulation {
  const needed = new Set(targets.flatMap(({ series }) => [...study.neededBy(series)]));
  const places = [...needed].sort((a, b) => a - b);
  return simulationOf(study, places, scenario, { ...choice, bands: [], targets });
}

function simulationOf(
  study: ScenarioStudy,
  needed: readonly number[],
  scenario: ScenarioId,
  asked: DrawChoice & Pick<SimulationQuestion, "bands" | "targets">,
): StudySimulation {
  const resolved = withUncertainty(study.resolved, study.series);
  const place = new Map(needed.map((at, k) => [at, k]));
  const within = (at: number) => place.get(at) ?? -1;
  const drivers = uncertainDrivers(resolved, study.series, scenario).drivers.filter(({ series }) =>
    place.has(series),
  );
  return {
    question: {
      model: partOf({ ...study.model, plans: resolved.plans }, needed),
      column: study.columnOf(scenario),
      seed: asked.seed,
      draws: asked.draws,
      drivers: drivers.map((driver) => ({ ...driver, series: within(driver.series) })),
      correlations: [],
      bands: asked.bands.map(within),
      targets: asked.targets.map((target) => ({ ...target, series: within(target.series) })),
    },
    drivers: drivers.map(({ series }) => series),
  };
}

function partOf(model: ProjectionModel, places: readonly number[]): ProjectionModel {
  return {
    ...model,
    series: places.flatMap((at) => model.series[at] ?? []),
    plans: places.flatMap((at) => {
      const plans = model.plans[at];
      return plans === undefined ? [] : [plans];
    }),
  };
}

/**
 * The band of a series without any draws, five quantiles a year from the first after its last known one; `null` where no
 * formula gives it: it is computed from others, pushed or limited, or not uncertain.
 */
export function quickBand(
  study: ScenarioStudy,
  topic: SeriesTopic,
  scenario: ScenarioId,
): Float64Array | null {
  const series = study.series[topic.at];
  const column = study.columnOf(scenario);
  const plan = uncertainPlans(study.resolved, study.series, topic.at)[column];
  if (series === undefined || plan === undefined || plan.uncertainty === null) return null;
  if (plan.shocks.length > 0 || (plan.clamp && series.range !== null)) return null;
  const { firstYear, lastYear: until } = study.model;
  const path = driverPathOf({ known: series.known, firstYear, until }, plan.assumption, plan.uncertainty);
  return path.ok ? closedFormBand(path.value) : null;
}
