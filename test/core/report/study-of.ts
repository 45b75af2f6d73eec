import type { AnswerQuestion } from "#core/report/answer-question.ts";
import type { ConceptId } from "#core/plan/ids.ts";
import { setOverride } from "#core/scenario/edit-scenarios.ts";
import type { Concepts, ModelDriver } from "#core/scenario/plan-model.ts";
import { proposeScenarios } from "#core/scenario/propose-scenarios.ts";
import { type ScenarioId, scenarioId, type SeriesOverride } from "#core/scenario/scenario.ts";
import { ScenarioStudy } from "#core/scenario/scenario-study.ts";
import { type ScenarioTree, scenarioTree } from "#core/scenario/scenario-tree.ts";
import { seriesTopic } from "#core/scenario/series-topic.ts";
import { seedConcepts, seedPlan } from "../../seed-plan.ts";

/** Ids of the three scenarios that a draft starts with. */
export const IDS = {
  floor: scenarioId("floor"),
  baseline: scenarioId("baseline"),
  stretch: scenarioId("stretch"),
} as const;

/** The catalogue of concepts. */
export const CONCEPTS: Concepts = new Map(seedConcepts().map((concept) => [concept.id, concept]));

/** GDP of Taishan in 2015 from its own figures: R&D expenditure of 4.96亿元 is 1.54 % of it. */
export const TAISHAN_GDP: ModelDriver = {
  id: "driver/gdp",
  name: "地区生产总值",
  unit: "亿元",
  concept: "gdp" as ConceptId,
  known: [{ year: 2015, value: 4.96e8 / 0.0154 }],
};

/** The proposed scenarios of a seeded plan, with overrides on top. */
export function treeOf(
  planId: string,
  overrides: readonly { scenario: ScenarioId; series: string; parts: SeriesOverride }[] = [],
): ScenarioTree {
  const made = scenarioTree(
    proposeScenarios(seedPlan(planId), CONCEPTS, {
      floor: { id: IDS.floor, name: "保底", note: null },
      baseline: { id: IDS.baseline, name: "基准", note: null },
      stretch: { id: IDS.stretch, name: "力争", note: null },
    }),
  );
  if (!made.ok) throw new Error(made.error.kind);
  return overrides.reduce(
    (tree, { scenario, series, parts }) => setOverride(tree, scenario, series, parts),
    made.value,
  );
}

/** A seeded plan under its scenarios. */
export function studyOf(
  planId: string,
  tree: ScenarioTree = treeOf(planId),
  drivers: readonly ModelDriver[] = [],
): ScenarioStudy {
  return new ScenarioStudy(seedPlan(planId), CONCEPTS, tree, drivers);
}

/** What there is to answer about a series in a scenario of a study. */
export function questionOf(
  planId: string,
  study: ScenarioStudy,
  series: string,
  scenario: ScenarioId,
): AnswerQuestion {
  const plan = seedPlan(planId);
  const at = study.placeOf(series);
  if (at === null) throw new Error(`No series ${series}`);
  const topicOf = (each: number) => seriesTopic(plan, CONCEPTS, study, each);
  return { study, topic: topicOf(at), scenario, periodStart: plan.period.start, topicOf };
}
