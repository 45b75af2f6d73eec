import { goalSeek } from "../projection/analysis/goal-seek.ts";
import { type Knob, knobValue, withKnobs } from "../projection/analysis/knob.ts";
import { knobsOf } from "../scenario/series-knob.ts";
import type { Answer, AnswerAim } from "./answer.ts";
import { type AnswerQuestion, supposedOf } from "./answer-question.ts";

/** Growth within which an answer is looked for, in percent a year. */
const GROWTH_RANGE = [-30, 100] as const;
/** A change of growth that is called a point, in percent a year, and of a step of a share, in points. */
const POINT = { rate: 1, share: 0.1 } as const;
/** Part of a number without a natural point that is told. */
const PART = 0.1;

/** What a small change of each number that moves a series does to its value in a year, the strongest first. */
export function driverAnswers(
  question: AnswerQuestion,
  {
    column,
    year,
    knobs,
  }: { readonly column: number; readonly year: number; readonly knobs: readonly Knob[] },
): readonly Answer[] {
  const { study, topic } = question;
  const cell = { series: topic.at, year, column };
  const answers = knobs.flatMap((knob): Extract<Answer, { kind: "driver" }>[] => {
    const setting = knobValue(study.engine, knob);
    if (setting === null) return [];
    const by = pointOf(question, knob, setting);
    const before = study.engine.valueAt(cell);
    const after = withKnobs(study.engine, [knob], (turn) => {
      turn([setting + by]);
      return study.engine.valueAt(cell);
    });
    const effect = after - before;
    if (by === 0 || Number.isNaN(effect)) return [];
    return [{ kind: "driver", knob: supposedOf(question, knob), by, year, effect }];
  });
  return answers.sort((a, b) => Math.abs(b.effect) - Math.abs(a.effect));
}

function pointOf({ topicOf }: AnswerQuestion, { series, parameter }: Knob, setting: number): number {
  if (parameter === "rate") return POINT.rate;
  if (parameter === "damping") return setting > 1 - PART ? -PART : PART;
  return topicOf(series).share ? POINT.share : Math.abs(setting) * PART;
}

/**
 * Which growth of each number that moves a series through a formula reaches a level, with the others as they are. A series
 * that moves by itself is told by its required growth.
 */
export function neededAnswers(
  question: AnswerQuestion,
  year: number,
  { aim, level }: { readonly aim: AnswerAim; readonly level: number },
): readonly Answer[] {
  const { study, topic, scenario } = question;
  const column = study.columnOf(scenario);
  const knobs = knobsOf(study.engine, topic.at, column);
  return knobs.flatMap((knob): Answer[] => {
    if (knob.series === topic.at || knob.parameter !== "rate") return [];
    const [low, high] = GROWTH_RANGE;
    const found = goalSeek(study.engine, {
      cell: { series: topic.at, year, column },
      level,
      knob,
      low,
      high,
    });
    if (found.kind !== "found" && found.kind !== "not-reachable") return [];
    return [
      {
        kind: "needed",
        ...{ aim, level, year },
        knob: supposedOf(question, knob),
        setting: found.kind === "found" ? found.setting : null,
        range: GROWTH_RANGE,
        others: knobs.filter((other) => other !== knob).map((other) => supposedOf(question, other)),
      },
    ];
  });
}
