import { parseQuantity } from "../indicator/quantity.ts";
import { isPercent } from "../indicator/unit.ts";
import { err, ok, type Result } from "../result.ts";
import type { Assumption, YearNumber } from "../projection/assumption.ts";
import { PROJECTION_METHODS } from "../projection/projection-registry.ts";

/** What the number of a single year means: growth in percent, a change against the year before, or the value itself. */
export type YearMeaning = "growth" | "step" | "value";

/** Why a text typed into a year is none that an assumption can take. */
export type TypedError =
  | { readonly kind: "unreadable"; readonly meaning: YearMeaning }
  | { readonly kind: "out-of-range"; readonly min: number; readonly max: number };

/** The series that is typed into: its unit, and the values on show of its projected years, ascending. */
export interface TypedGround {
  readonly unit: string;
  readonly projected: readonly YearNumber[];
}

/** What the years of a series under this assumption are told and typed as. */
export function yearMeaning({ method }: Assumption): YearMeaning {
  return method === "growth" || method === "step" ? method : "value";
}

/** The number that an assumption has for a year: its own or the constant one; `null` where only the method decides. */
export function yearNumber(assumption: Assumption, year: number): number | null {
  if (assumption.method === "growth" || assumption.method === "step") {
    const constant = assumption.method === "growth" ? assumption.rate : assumption.delta;
    return assumption.byYear.find((own) => own.year === year)?.value ?? constant;
  }
  return ownNumber(assumption, year)?.value ?? null;
}

/**
 * The assumption after a text has been typed into a year: growth and steps set that year apart, a path to a target is held there and follows
 * the plan's target no longer, and any other method becomes values typed year by year, the other years as they are on show.
 */
export function withTypedYear(
  assumption: Assumption,
  year: number,
  text: string,
  ground: TypedGround,
): Result<Assumption, TypedError> {
  const meaning = yearMeaning(assumption);
  const read = readNumber(text, meaning, ground.unit);
  if (read === null) return err({ kind: "unreadable", meaning });
  const typed = { year, value: read };
  if (assumption.method === "growth") {
    const wrong = wrongRate(read);
    return wrong === null ? ok({ ...assumption, byYear: set(assumption.byYear, typed) }) : err(wrong);
  }
  if (assumption.method === "step") return ok({ ...assumption, byYear: set(assumption.byYear, typed) });
  if (assumption.method === "toTarget" && year <= assumption.year) {
    return ok(
      year === assumption.year
        ? { ...assumption, level: read, aim: null }
        : { ...assumption, held: set(assumption.held, typed), aim: null },
    );
  }
  const values = assumption.method === "series" ? assumption.values : ground.projected;
  return ok({ method: "series", values: set(values, typed) });
}

/** The assumption without its own number for a year; `null` where it has none, or would have nothing left. */
export function withoutYear(assumption: Assumption, year: number): Assumption | null {
  if (ownNumber(assumption, year) === null) return null;
  const without = (numbers: readonly YearNumber[]) => numbers.filter((own) => own.year !== year);
  switch (assumption.method) {
    case "growth":
    case "step":
      return { ...assumption, byYear: without(assumption.byYear) };
    case "toTarget":
      return { ...assumption, held: without(assumption.held), aim: null };
    case "series": {
      const values = without(assumption.values);
      return values.length === 0 ? null : { ...assumption, values };
    }
    default:
      return null;
  }
}

/**
 * The assumption that a text means for all years: `=…` is a formula, `8%` growth, `+20` or `+0.2个百分点` a step; a bare number is the number of the
 * method in force. `null` where it means none.
 */
export function typedConstant(current: Assumption, text: string, unit: string): Assumption | null {
  const plain = text.normalize("NFKC").trim();
  if (plain.startsWith("=")) return { method: "formula", text: plain.slice(1).trim() };
  const growth = plain.endsWith("%") && !isPercent(unit);
  const step = /^[+\-−]/u.test(plain) || plain.includes("个百分点");
  if (growth || (current.method === "growth" && !step)) {
    const rate = readNumber(plain, "growth", unit);
    return rate === null || wrongRate(rate) !== null ? null : { method: "growth", rate, byYear: [] };
  }
  if (step || current.method === "step") {
    const delta = readNumber(plain, "step", unit);
    return delta === null ? null : { method: "step", delta, byYear: [] };
  }
  const value = readNumber(plain, "value", unit);
  if (value === null) return null;
  if (current.method === "toTarget") return { ...current, level: value, aim: null };
  return current.method === "logistic" ? { ...current, ceiling: value } : null;
}

/** A number as typed, in percent for growth and else in base units. */
function readNumber(text: string, meaning: YearMeaning, unit: string): number | null {
  const plain = text.normalize("NFKC").trim().replace(/^−/u, "-");
  const units =
    meaning === "growth" ? ["%"] : meaning === "step" && isPercent(unit) ? ["个百分点", unit] : [unit];
  for (const each of units) {
    const read = parseQuantity(plain, each);
    if (read.ok) return read.value.value;
  }
  return null;
}

function wrongRate(rate: number): Extract<TypedError, { kind: "out-of-range" }> | null {
  const [spec] = PROJECTION_METHODS.growth.parameters;
  if (spec === undefined || (rate >= spec.min && rate <= spec.max)) return null;
  return { kind: "out-of-range", min: spec.min, max: spec.max };
}

function ownNumber(assumption: Assumption, year: number): YearNumber | null {
  const isIt = (own: YearNumber) => own.year === year;
  switch (assumption.method) {
    case "growth":
    case "step":
      return assumption.byYear.find(isIt) ?? null;
    case "toTarget":
      return assumption.held.find(isIt) ?? null;
    case "series":
      return assumption.values.find(isIt) ?? null;
    default:
      return null;
  }
}

function set(numbers: readonly YearNumber[], typed: YearNumber): readonly YearNumber[] {
  return [...numbers.filter(({ year }) => year !== typed.year), typed].sort((a, b) => a.year - b.year);
}
