import { assertNever } from "#core/assert-never.ts";
import { formatNumber } from "#core/indicator/quantity.ts";
import type { Answer, Pace, Verdict } from "#core/report/answer.ts";
import type { SeriesTopic } from "#core/scenario/series-topic.ts";
import type { IconName } from "../../../ui/icon.tsx";
import type { Words } from "../charts/scenario-chart.ts";
import { formatPercent, type ValueFormat } from "#core/scenario/value-format.ts";
import { gapText } from "./gap-text.ts";
import { settingText } from "#core/scenario/setting-text.ts";
import { supposedText } from "./supposed-text.ts";

/** An answer as the panel prints it: shape, tone and sentence. */
export interface AnswerText {
  readonly icon: IconName;
  readonly tone: "" | "warn";
  readonly text: string;
}

/** What the sentences are about and how its values are printed. */
export interface AnswerContext {
  readonly topic: SeriesTopic;
  readonly format: ValueFormat;
  readonly scenario: string;
  readonly nameOf: (series: number) => string;
  readonly t: Words;
}

type Of<Kind extends Answer["kind"]> = Extract<Answer, { readonly kind: Kind }>;

const plain = (icon: IconName, text: string): AnswerText => ({ icon, tone: "", text });
const warn = (text: string): AnswerText => ({ icon: "warn", tone: "warn", text });

/** Puts an answer into a sentence of the planner's language; every sentence about a scenario is made here. */
export function answerText(answer: Answer, context: AnswerContext): AnswerText {
  const said = sentenceOf(answer, context);
  // A number and its unit stay on one line.
  return { ...said, text: said.text.replace(/(\d) (?=[%\p{L}])/gu, "$1\u00a0") };
}

function sentenceOf(answer: Answer, context: AnswerContext): AnswerText {
  const { t } = context;
  switch (answer.kind) {
    case "outcome":
      return outcomeText(answer, context);
    case "noValue":
      return warn(t("findings.noValue", { year: answer.year, reason: gapText(answer.gap, context) }));
    case "required":
      return plain("right", requiredText(answer, context));
    case "needed":
      return neededText(answer, context);
    case "reached":
      return reachedText(answer, context);
    case "probability":
      return plain("note", probabilityText(answer, context));
    case "noProbability":
      return plain("note", t(`noProbability.${answer.reason}`));
    case "driver":
      return plain("chart", driverText(answer, context));
    case "milestone":
      return milestoneText(answer, context);
    case "difference":
      return plain("compare", differenceText(answer, context));
    case "provisional":
    case "oldStart":
      return warn(t(`findings.${answer.kind}`, { year: answer.year }));
    case "noTarget":
      return plain("note", t("findings.noTarget"));
    default:
      return assertNever(answer);
  }
}

function outcomeText({ year, value, verdict, supposed }: Of<"outcome">, context: AnswerContext): AnswerText {
  const { topic, format, t } = context;
  const words = {
    year,
    value: format.quantity(value),
    verdict: verdictText(verdict, context),
    supposed: supposed.map((each) => supposedText(each, topic.name, t)).join(t("supposed.join")),
  };
  const text = supposed.length === 0 ? t("findings.outcomePlain", words) : t("findings.outcome", words);
  return verdict.kind === "misses" || verdict.kind === "exceeds" ? warn(text) : plain("check", text);
}

function verdictText(verdict: Verdict, { format, t }: AnswerContext): string {
  switch (verdict.kind) {
    case "noLevel":
      return t("findings.noLevel");
    case "meets":
    case "meetsStretch":
      return t(`findings.${verdict.kind}`, { level: format.levelQuantity(verdict.level) });
    case "meetsFloor":
    case "misses":
    case "exceeds":
      return t(`findings.${verdict.kind}`, {
        level: format.levelQuantity(verdict.level),
        gap: amountText(verdict.gap, format, t),
      });
    default:
      return assertNever(verdict);
  }
}

/** A difference between two values, for shares in percentage points. */
export function amountText(value: number, format: ValueFormat, t: Words): string {
  return format.share
    ? t("difference.points", { value: format.step(value) })
    : t("difference.amount", { value: format.amount(value), unit: format.unit }).trimEnd();
}

/** A difference with its sign. */
export const signedText = (value: number, format: ValueFormat, t: Words): string =>
  `${value < 0 ? "−" : "+"}${amountText(Math.abs(value), format, t)}`;

function requiredText(
  { aim, level, from, year, pace, past }: Of<"required">,
  { format, t }: AnswerContext,
): string {
  const lead = t("findings.requiredTo", {
    ...{ from, year },
    aim: t(`aim.${aim}`),
    level: format.levelQuantity(level),
    pace: paceText(pace, format, t),
  });
  if (past === null) return `${lead}${t("findings.stop")}`;
  const before = t("findings.past", { from: past.from, to: past.to, pace: paceText(past, format, t) });
  return `${lead}${before}${timesText(pace, past, t)}${t("findings.stop")}`;
}

/** How many times the pace of history is asked for; nothing where one of them is no rise. */
function timesText(pace: Pace, past: Pace, t: Words): string {
  const [asked, done] =
    pace.points !== null && past.points !== null ? [pace.points, past.points] : [pace.rate, past.rate];
  if (asked === null || done === null || !(asked > 0 && done > 0)) return "";
  return t("findings.pastTimes", { times: formatNumber(asked / done, 1) });
}

function paceText({ rate, points }: Pace, format: ValueFormat, t: Words): string {
  if (points === null) return t("findings.rate", { value: rate === null ? "—" : formatPercent(rate * 100) });
  if (rate === null) return t("findings.points", { value: format.step(points) });
  return t("findings.both", { points: format.step(points), rate: formatPercent(rate * 100) });
}

function neededText(answer: Of<"needed">, { topic, format, t }: AnswerContext): AnswerText {
  const { aim, level, knob, setting, range, others } = answer;
  const words = {
    name: knob.name,
    aim: t(`aim.${aim}`),
    level: format.levelQuantity(level),
    others: others.map((each) => supposedText(each, topic.name, t)).join(t("supposed.join")),
    low: formatPercent(range[0]),
    high: formatPercent(range[1]),
  };
  const alone = others.length === 0;
  if (setting === null) return warn(t(alone ? "findings.notReachableAlone" : "findings.notReachable", words));
  const found = { ...words, value: formatPercent(setting) };
  return plain("right", t(alone ? "findings.neededAlone" : "findings.needed", found));
}

function reachedText(
  { aim, level, due, year, until }: Of<"reached">,
  { format, t }: AnswerContext,
): AnswerText {
  const words = { aim: t(`aim.${aim}`), level: format.levelQuantity(level), until };
  if (year === null) return warn(t("findings.neverReached", words));
  const late = { ...words, year, years: Math.abs(year - due) };
  if (year > due) return warn(t("findings.reachedLate", late));
  return plain("check", t(year < due ? "findings.reachedEarly" : "findings.reachedOnTime", late));
}

function probabilityText(answer: Of<"probability">, { scenario, t }: AnswerContext): string {
  const { value, standardError } = answer.probability;
  const sentence = t("chances.sentence", {
    ...{ scenario, year: answer.year },
    aim: t(`aim.${answer.aim}`),
    value: formatNumber(value * 100, 1),
    error: formatNumber(standardError * 100, 2),
  });
  const basis = t("chances.basis", {
    draws: formatNumber(answer.draws, 0, { thousands: true }),
    seed: answer.seed,
    names: answer.uncertain.join(t("supposed.join")),
  });
  return `${sentence}${basis}`;
}

function driverText({ knob, by, year, effect }: Of<"driver">, { topic, format, t }: AnswerContext): string {
  const name = knob.name === topic.name ? t("supposed.own") : knob.name;
  const words = {
    ...{ name, year },
    by: settingText(knob, by, t("knob.points")),
    parameter: t(`parameter.${knob.parameter}`),
    effect: t(effect < 0 ? "findings.effectDown" : "findings.effectUp", {
      value: amountText(Math.abs(effect), format, t),
    }),
  };
  return t(knob.parameter === "rate" ? "findings.driverRate" : "findings.driverOther", words);
}

function milestoneText(answer: Of<"milestone">, { format, t }: AnswerContext): AnswerText {
  const { year, level, value, met, before, after } = answer;
  const words = {
    year,
    level: format.levelQuantity(level),
    value: Number.isNaN(value) ? t("table.none") : format.quantity(value),
  };
  if (met) return plain("check", t("findings.milestoneMet", words));
  if (after === null) return warn(t("findings.milestoneMissedLast", words));
  const paces = { before: paceText(before, format, t), after: paceText(after, format, t) };
  return warn(t("findings.milestoneMissed", { ...words, ...paces }));
}

function differenceText(
  { from, year, amount, parts }: Of<"difference">,
  { format, t }: AnswerContext,
): string {
  const words = { from, year, amount: signedText(amount, format, t) };
  const [only] = parts;
  if (parts.length === 1 && only !== undefined)
    return t("findings.differenceOne", { ...words, name: only.name });
  const list = parts.map((part) =>
    t("findings.part", { name: part.name, amount: signedText(part.amount, format, t) }),
  );
  return t("findings.difference", { ...words, parts: list.join(t("supposed.join")) });
}
