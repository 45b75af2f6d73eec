import { type Knob, knobValue } from "../projection/analysis/knob.ts";
import type { ScenarioId } from "../scenario/scenario.ts";
import type { ScenarioStudy } from "../scenario/scenario-study.ts";
import type { SeriesTopic } from "../scenario/series-topic.ts";
import type { Supposed } from "./answer.ts";

/** What the answers are about: one series in one scenario of a study. */
export interface AnswerQuestion {
  readonly study: ScenarioStudy;
  readonly topic: SeriesTopic;
  readonly scenario: ScenarioId;
  readonly periodStart: number;
  /** The topic of any series of the model, for the names of what moves it. */
  readonly topicOf: (series: number) => SeriesTopic;
}

/** What a knob is set to, with the name of its series. */
export function supposedOf({ study, topicOf }: AnswerQuestion, knob: Knob): Supposed {
  const { name, unit, share } = topicOf(knob.series);
  const { parameter } = knob;
  return { name, unit, share, parameter, setting: knobValue(study.engine, knob) ?? Number.NaN };
}
