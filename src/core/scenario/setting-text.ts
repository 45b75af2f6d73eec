import { formatNumber, printedValue } from "../indicator/quantity.ts";
import { parseUnit } from "../indicator/unit.ts";
import type { KnobParameter } from "../projection/analysis/knob.ts";
import { formatPercent } from "./value-format.ts";

/** What of a knob decides how its numbers are printed. */
export interface KnobFace {
  readonly unit: string;
  readonly share: boolean;
  readonly parameter: KnobParameter;
}

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

/** The unit in which a knob's numbers are typed; `points` is the word for percentage points. */
export function settingUnit({ unit, share, parameter }: KnobFace, points: string): string {
  if (inPercent(parameter)) return "%";
  if (parameter === "damping") return "";
  return share && parameter === "delta" ? points : unit;
}

/** A setting with its unit. */
export function settingText(face: KnobFace, setting: number, points: string): string {
  return `${settingNumber(face, setting)} ${settingUnit(face, points)}`.trimEnd();
}

/** A setting without its unit. */
export function settingNumber(face: KnobFace, setting: number): string {
  if (inPercent(face.parameter)) return formatPercent(setting);
  return formatNumber(readable(typedSetting(face, setting)), null);
}

const inPercent = (parameter: KnobParameter): boolean => parameter === "rate";
const readable = (number: number): number => Number(number.toPrecision(DIGITS));
