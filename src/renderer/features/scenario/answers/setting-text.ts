import { formatNumber, printedValue } from "#core/indicator/quantity.ts";
import { parseUnit } from "#core/indicator/unit.ts";
import type { KnobParameter } from "#core/projection/analysis/knob.ts";
import type { Supposed } from "#core/report/answer.ts";
import type { Words } from "../charts/scenario-chart.ts";
import { formatPercent } from "../charts/value-format.ts";

/** What of a knob decides how its numbers are printed. */
export type KnobFace = Pick<Supposed, "unit" | "share" | "parameter">;

/** Significant digits of a number whose print nobody has fixed. */
const DIGITS = 4;

/** A knob's setting as a number in the unit in which it is typed: percent, the series' printed unit, or none. */
export function typedSetting({ unit, parameter }: KnobFace, setting: number): number {
  return inPercent(parameter) || parameter === "damping" ? setting : printedValue({ value: setting, unit });
}

/** The setting of a number that was typed. */
export function settingOf({ unit, parameter }: KnobFace, typed: number): number {
  return inPercent(parameter) || parameter === "damping" ? typed : typed * parseUnit(unit).factor;
}

/** The unit in which a knob's numbers are typed. */
export function settingUnit({ unit, share, parameter }: KnobFace, t: Words): string {
  if (inPercent(parameter)) return "%";
  if (parameter === "damping") return "";
  return share && parameter === "delta" ? t("knob.points") : unit;
}

/** A setting with its unit. */
export function settingText(face: KnobFace, setting: number, t: Words): string {
  const number = settingNumber(face, setting);
  return `${number} ${settingUnit(face, t)}`.trimEnd();
}

/** A setting without its unit. */
export function settingNumber(face: KnobFace, setting: number): string {
  if (inPercent(face.parameter)) return formatPercent(setting);
  return formatNumber(readable(typedSetting(face, setting)), null);
}

/** What is supposed, as part of a sentence; the series itself goes without its name. */
export function supposedText(supposed: Supposed, own: string, t: Words): string {
  const name = supposed.name === own ? t("supposed.own") : supposed.name;
  const { unit, share, parameter, setting } = supposed;
  const value = settingNumber(supposed, setting);
  if (parameter === "delta" && share) return t("supposed.deltaShare", { name, value });
  return t(`supposed.${parameter}`, { name, value, unit });
}

const inPercent = (parameter: KnobParameter): boolean => parameter === "rate";
const readable = (number: number): number => Number(number.toPrecision(DIGITS));
