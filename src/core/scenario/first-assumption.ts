import { isPercent } from "../indicator/unit.ts";
import { LINEAR } from "../path/path-shape.ts";
import type { PathPoint } from "../path/path.ts";
import type { Assumption } from "../projection/assumption.ts";
import type { TypedGround } from "./typed-assumption.ts";

/** Name of a method that a planner can choose. */
export type MethodName = Assumption["method"];

/** The methods, in the order in which they are offered. */
export const METHOD_NAMES = [
  "hold",
  "growth",
  "step",
  "trend",
  "logistic",
  "toTarget",
  "series",
  "formula",
] as const satisfies readonly MethodName[];

/** What is known of a series that a method is chosen for; `path` follows its target, `ratio` is the formula of its concept. */
export interface MethodGround extends TypedGround {
  readonly known: readonly PathPoint[];
  readonly lastYear: number;
  readonly path: Extract<Assumption, { readonly method: "toTarget" }> | null;
  readonly ratio: Extract<Assumption, { readonly method: "formula" }> | null;
}

/** Significant digits of a number that is offered, so that it can be read and typed. */
const DIGITS = 4;
/** Growth in percent that is offered where history gives none. */
const ASSUMED_GROWTH = 5;
/** Share of a damped trend's slope that each year keeps. */
const DAMPING = 0.8;

/** What a method begins with when it is chosen: the mean of history, the plan's target, or the values on show. */
export function firstAssumption(method: MethodName, ground: MethodGround): Assumption {
  const { known, lastYear, projected } = ground;
  const last = known.at(-1)?.value ?? 0;
  switch (method) {
    case "hold":
      return { method };
    case "growth":
      return { method, rate: meanGrowth(known) ?? ASSUMED_GROWTH, byYear: [] };
    case "step":
      return { method, delta: meanStep(known), byYear: [] };
    case "trend":
      return { method, fit: "linear", damping: DAMPING };
    case "logistic":
      return { method, ceiling: ceilingOf(ground, last), rate: 0.3 };
    case "toTarget":
      return (
        ground.path ?? {
          ...{ method, shape: LINEAR, year: lastYear, held: [], aim: null },
          level: readable(projected.at(-1)?.value ?? last),
        }
      );
    case "series":
      return { method, values: projected.map(({ year, value }) => ({ year, value: readable(value) })) };
    case "formula":
      return ground.ratio ?? { method, text: "" };
  }
}

function meanGrowth(known: readonly PathPoint[]): number | null {
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined || last.year <= first.year) return null;
  if (!(first.value > 0 && last.value > 0)) return null;
  return readable(((last.value / first.value) ** (1 / (last.year - first.year)) - 1) * 100);
}

function meanStep(known: readonly PathPoint[]): number {
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined || last.year <= first.year) return 0;
  return readable((last.value - first.value) / (last.year - first.year));
}

/** Twice the last value, or halfway from it to all where it is a share. */
function ceilingOf({ unit }: MethodGround, last: number): number {
  return readable(isPercent(unit) ? last + (100 - last) / 2 : last * 2);
}

function readable(value: number): number {
  return Number(value.toPrecision(DIGITS));
}
