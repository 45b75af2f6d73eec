import { requiredGrowth } from "../path/growth.ts";
import { historyPace } from "../scenario/history-pace.ts";
import { knobsOf } from "../scenario/series-knob.ts";
import type { SeriesTopic } from "../scenario/series-topic.ts";
import { pathValue, studyPath, type StudyPath } from "../scenario/study-path.ts";
import type { LevelledTarget } from "../scenario/what-if.ts";
import type { Answer, AnswerAim, Pace } from "./answer.ts";
import { type AnswerQuestion, supposedOf } from "./answer-question.ts";
import { differenceAnswer } from "./difference-answer.ts";
import { driverAnswers, neededAnswers } from "./driver-answers.ts";
import { targetVerdict } from "./target-verdict.ts";

/** A start further before the plan than this is told, because a projection over many years says little. */
const OLD_START = 2;

/**
 * What a scenario means for a series, in the order in which it is read: where it leads, what the target asks for beside what
 * history did, when it is reached, what each number does, milestones, and what sets the scenario apart from its parent.
 */
export function scenarioAnswers(question: AnswerQuestion): readonly Answer[] {
  const { study, topic, scenario } = question;
  const column = study.columnOf(scenario);
  const path = studyPath(study, topic, column);
  if (path === null || topic.start === null) return [];
  const knobs = knobsOf(study.engine, topic.at, column);
  const year = topic.target?.planned.year ?? study.lastYear;
  return [
    outcome(question, path, year, column),
    ...(topic.target === null ? [{ kind: "noTarget" } as const] : aimed(question, topic.target, path)),
    ...driverAnswers(question, { column, year, knobs }),
    ...topic.milestones.map((milestone) => milestoneAnswer(topic, milestone, path)),
    ...differenceAnswer(question, year),
    ...startAnswers(topic, question.periodStart),
  ];
}

/** Only where it leads: the first of the answers, cheap enough to follow a hand; `null` where nothing is known. */
export function outcomeAnswer(question: AnswerQuestion): Answer | null {
  const { study, topic, scenario } = question;
  const column = study.columnOf(scenario);
  const path = studyPath(study, topic, column);
  if (path === null || topic.start === null) return null;
  return outcome(question, path, topic.target?.planned.year ?? study.lastYear, column);
}

function outcome(question: AnswerQuestion, path: StudyPath, year: number, column: number): Answer {
  const { study, topic } = question;
  const value = pathValue(path, year);
  if (value === null) {
    const gap = study.engine.explain({ series: topic.at, year, column });
    return { kind: "noValue", year, gap };
  }
  const verdict =
    topic.target === null ? ({ kind: "noLevel" } as const) : targetVerdict(topic, topic.target, path);
  const knobs = knobsOf(study.engine, topic.at, column);
  const supposed = knobs.map((knob) => supposedOf(question, knob));
  return { kind: "outcome", year, value, verdict, supposed };
}

/** The levels of a target with what they are called. */
export function aimsOf({ level, stretch }: LevelledTarget): readonly { aim: AnswerAim; level: number }[] {
  if (stretch === null) return [{ aim: "only", level }];
  return [
    { aim: "floor", level },
    { aim: "stretch", level: stretch },
  ];
}

function aimed(question: AnswerQuestion, target: LevelledTarget, path: StudyPath): readonly Answer[] {
  const { topic } = question;
  return aimsOf(target).flatMap((aim) => [
    ...required(topic, target, aim),
    ...neededAnswers(question, target.planned.year, aim),
    ...reached(question, target.planned.year, aim, path),
  ]);
}

function required(
  topic: SeriesTopic,
  target: LevelledTarget,
  { aim, level }: { readonly aim: AnswerAim; readonly level: number },
): readonly Answer[] {
  const { start, share, history } = topic;
  if (start === null) return [];
  const { year } = target.planned;
  const pace = paceBetween(start, { year, value: level }, share);
  if (pace.rate === null && pace.points === null) return [];
  const growth = historyPace(history, "growth");
  const step = share ? historyPace(history, "step") : null;
  const span = growth ?? step;
  const past =
    span === null
      ? null
      : {
          from: span.from,
          to: span.to,
          rate: growth === null ? null : growth.mean / 100,
          points: step === null ? null : step.mean,
        };
  return [{ kind: "required", aim, level, from: start.year, year, pace, past }];
}

function paceBetween(
  from: { readonly year: number; readonly value: number },
  to: { readonly year: number; readonly value: number },
  share: boolean,
): Pace {
  const growth = requiredGrowth({ base: from.value, level: to.value, years: to.year - from.year, share });
  if (growth.ok) return { rate: growth.value.rate, points: growth.value.pointsPerYear };
  return { rate: null, points: growth.error.kind === "not-positive" ? growth.error.pointsPerYear : null };
}

/** Looks beyond the plan too: a target that is missed may be reached a year later. A path to a level ends there. */
function reached(
  { study, topic, scenario }: AnswerQuestion,
  due: number,
  { aim, level }: { readonly aim: AnswerAim; readonly level: number },
  path: StudyPath,
): readonly Answer[] {
  const column = study.columnOf(scenario);
  const assumption = study.engine.planOf(topic.at, column)?.assumption;
  const ends = assumption?.method === "toTarget";
  const until = ends ? due : study.engine.model.firstYear + study.engine.model.years - 1;
  const far = studyPath(study, topic, column, until);
  if (far === null || path.values.length === 0) return [];
  const rising = level >= (topic.start?.value ?? level);
  const at = far.values.findIndex((value) =>
    rising ? value >= level - slack(level) : value <= level + slack(level),
  );
  if (at < 0 && ends) return [];
  return [{ kind: "reached", aim, level, due, year: at < 0 ? null : far.from + 1 + at, until }];
}

/** What rounding may take from a level that is reached exactly. */
const slack = (level: number): number => 1e-9 * Math.abs(level);

function milestoneAnswer(topic: SeriesTopic, milestone: LevelledTarget, path: StudyPath): Answer {
  const { start, share, target } = topic;
  const { level, planned } = milestone;
  const here = { year: planned.year, value: level };
  const verdict = targetVerdict(topic, milestone, path);
  const none: Pace = { rate: null, points: null };
  return {
    kind: "milestone",
    year: planned.year,
    level,
    value: pathValue(path, planned.year) ?? Number.NaN,
    met: verdict.kind !== "misses" && verdict.kind !== "exceeds" && verdict.kind !== "noLevel",
    before: start === null ? none : paceBetween(start, here, share),
    after:
      target === null ? null : paceBetween(here, { year: target.planned.year, value: target.level }, share),
  };
}

function startAnswers({ start }: SeriesTopic, periodStart: number): readonly Answer[] {
  if (start === null) return [];
  if (start.provisional) return [{ kind: "provisional", year: start.year }];
  return periodStart - start.year > OLD_START ? [{ kind: "oldStart", year: start.year }] : [];
}
