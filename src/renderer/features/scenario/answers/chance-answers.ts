import type { Answer } from "#core/report/answer.ts";
import { aimsOf } from "#core/report/scenario-answers.ts";
import type { ScenarioStudy } from "#core/scenario/scenario-study.ts";
import type { SeriesTopic } from "#core/scenario/series-topic.ts";
import { type Chance, DRAWING } from "./use-chances.ts";

type Probabilities = readonly Extract<Answer, { readonly kind: "probability" | "noProbability" }>[];

/** What the draws say of the last target of a series in a scenario, or why they say nothing. */
export function chanceAnswers(
  study: ScenarioStudy,
  topic: SeriesTopic,
  column: number,
  chance: Chance | undefined,
): Probabilities {
  const planned = topic.targets.at(-1);
  if (planned === undefined) return [];
  if (planned.target.form === "qualitative") return [{ kind: "noProbability", reason: "judged" }];
  if (chance === undefined) return [];
  const result = chance.result;
  if (result === null) return [{ kind: "noProbability", reason: certainty(study, topic, column) }];
  const attained = result.attainments.at(-1);
  if (attained === undefined || !attained.probability.ok)
    return [{ kind: "noProbability", reason: "no-base" }];
  const uncertain = chance.uncertain.map((at) => study.nameOf(at));
  const about = { year: planned.year, draws: result.draws, seed: DRAWING.seed, uncertain };
  const aims = topic.target === null ? [{ aim: "only" as const, level: null }] : aimsOf(topic.target);
  return aims.flatMap(({ aim, level }): Probabilities => {
    const found = aim === "stretch" ? attained.stretch : attained.probability;
    return found?.ok === true
      ? [{ kind: "probability", aim, level, ...about, probability: found.value }]
      : [];
  });
}

/** Why nothing varies: the path is one to the target, the history is too short, or the method has nothing to vary. */
function certainty(study: ScenarioStudy, topic: SeriesTopic, column: number) {
  const method = study.engine.planOf(topic.at, column)?.assumption.method;
  if (method === "toTarget") return "path-to-target";
  return method === "growth" || method === "step" ? "no-history" : "no-parameter";
}
