import type { driverPathOf } from "#core/projection/monte-carlo/driver-path-of.ts";
import type { Distribution, Uncertainty } from "#core/projection/monte-carlo/uncertainty.ts";
import { type KnobFace, settingOf, typedSetting } from "#core/scenario/setting-text.ts";

/** How a number varies. */
export type SpreadKind = Distribution["kind"] | "none";
/** All kinds in the order in which they are offered. */
export const SPREAD_KINDS: readonly SpreadKind[] = ["none", "historical", "normal", "triangular", "uniform"];
/** A number of a spread. */
export type SpreadField = "sd" | "low" | "mode" | "high";
/** The fields of a spread as they are typed. */
export type SpreadNumbers = Readonly<Record<SpreadField, string>>;

/** The numbers that each kind of spread asks for. */
export const SPREAD_FIELDS: Readonly<Record<SpreadKind, readonly SpreadField[]>> = {
  none: [],
  historical: [],
  normal: ["sd"],
  triangular: ["low", "mode", "high"],
  uniform: ["low", "high"],
};

/** What the fields begin with: what is set, else a spread around the setting as wide as history's, or a fifth of it. */
export function firstNumbers(
  face: KnobFace,
  assumption: Parameters<typeof driverPathOf>[1],
  now: Uncertainty | null,
  volatility: number | null,
): SpreadNumbers {
  const value: unknown = new Map<string, unknown>(Object.entries(assumption)).get(face.parameter);
  const setting = typeof value === "number" ? value : 0;
  const sd =
    volatility === null ? Math.abs(setting) / 5 : face.parameter === "rate" ? volatility * 100 : volatility;
  const print = (number: number) => String(Number(typedSetting(face, number).toPrecision(3)));
  const set = statedNumbers(now);
  return {
    sd: print(set.sd ?? sd),
    low: print(set.low ?? setting - 2 * sd),
    mode: print(set.mode ?? setting),
    high: print(set.high ?? setting + 2 * sd),
  };
}

function statedNumbers(now: Uncertainty | null): Readonly<Partial<Record<SpreadField, number>>> {
  const distribution = now?.distribution;
  switch (distribution?.kind) {
    case "normal":
      return { sd: distribution.sd };
    case "triangular":
      return { low: distribution.low, mode: distribution.mode, high: distribution.high };
    case "uniform":
      return { low: distribution.low, high: distribution.high };
    default:
      return {};
  }
}

/** The distribution that is typed, with NaN for what cannot be read; `null` for none. */
export function distributionOf(
  kind: SpreadKind,
  face: KnobFace,
  numbers: SpreadNumbers,
): Distribution | null {
  const read = (field: SpreadField) =>
    numbers[field].trim() === "" ? Number.NaN : settingOf(face, Number(numbers[field]));
  switch (kind) {
    case "none":
      return null;
    case "historical":
      return { kind };
    case "normal":
      return { kind, sd: read("sd") };
    case "triangular":
      return { kind, low: read("low"), mode: read("mode"), high: read("high") };
    case "uniform":
      return { kind, low: read("low"), high: read("high") };
  }
}
