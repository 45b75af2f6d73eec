import type { GoalAnswer } from "#core/projection/analysis/goal-seek.ts";
import { type KnobFace, settingText } from "#core/scenario/setting-text.ts";
import type { Words } from "../charts/scenario-chart.ts";
import type { ValueFormat } from "#core/scenario/value-format.ts";

interface GoalContext {
  readonly face: KnobFace & { readonly name: string };
  readonly format: ValueFormat;
  readonly level: number | null;
  readonly year: number;
  readonly t: Words;
}

/** The answer of a goal seek as a sentence; `null` is a level that cannot be read. */
export function goalText(answer: GoalAnswer | null, { face, format, level, year, t }: GoalContext): string {
  if (answer === null || level === null) return t("goal.badLevel");
  const setting = (value: number) => settingText(face, value, t("knob.points"));
  const value = (number: number) => (Number.isNaN(number) ? t("table.none") : format.quantity(number));
  switch (answer.kind) {
    case "found":
      return t("goal.found", {
        name: `${face.name}${t(`parameter.${face.parameter}`)}`,
        setting: setting(answer.setting),
        year,
        value: format.levelQuantity(level),
      });
    case "not-reachable":
      return t("goal.notReachable", {
        ...{ low: setting(answer.low.setting), high: setting(answer.high.setting) },
        level: format.levelQuantity(level),
        atLow: value(answer.low.value),
        atHigh: value(answer.high.value),
        nearest: value(answer.nearest.value),
        setting: setting(answer.nearest.setting),
      });
    case "no-such-knob":
      return t("goal.noKnob");
    case "no-value":
      return t("goal.noValue");
    case "empty-range":
      return t("goal.emptyRange");
  }
}
