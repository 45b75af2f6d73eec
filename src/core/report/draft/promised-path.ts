import type { Direction } from "../../plan/concept.ts";
import { promisedPath } from "../../scenario/propose-scenarios.ts";
import { aimOf } from "../../scenario/target-path.ts";
import type { WhatIfGround } from "../../scenario/what-if.ts";

/** Why an indicator's target cannot be broken down by years. */
export type PathGap = "no-target" | "no-number" | "no-start" | "past" | "no-path";

/** What the targets of an indicator ask of its years: levels in some of them, a sum over them, or nothing that can be reckoned. */
export type Promised =
  | { readonly kind: "levels"; readonly until: number; readonly levels: readonly PromisedLevel[] }
  | { readonly kind: "sum"; readonly until: number; readonly from: number; readonly total: number }
  | { readonly kind: "none"; readonly gap: PathGap };

interface PromisedLevel {
  readonly year: number;
  readonly floor: number;
  readonly stretch: number;
}

/** Relative slack within which a path reaches a target. */
const SLACK = 1e-6;

/** What the targets of an indicator ask of the years after what is known of it. */
export function promisedOf(ground: WhatIfGround, direction: Direction): Promised {
  const { indicator, start, base, target, milestones } = ground;
  const last = indicator.targets.at(-1);
  if (last === undefined) return { kind: "none", gap: "no-target" };
  if (indicator.targets.every((each) => each.target.form === "qualitative"))
    return { kind: "none", gap: "no-number" };
  if (start === null) return { kind: "none", gap: "no-start" };
  if (target !== null) {
    const levels = [...milestones, target].map((each) => ({
      year: each.planned.year,
      floor: aimOf(each, "floor", direction),
      stretch: aimOf(each, "stretch", direction),
    }));
    return { kind: "levels", until: target.planned.year, levels };
  }
  if (last.year <= start.year) return { kind: "none", gap: "past" };
  if (last.target.form !== "cumulative" || base === null || promisedPath(ground, "floor", direction) === null)
    return { kind: "none", gap: "no-path" };
  return { kind: "sum", until: last.year, from: base.year + 1, total: last.target.total.value };
}

/** Whether a course of years reaches what is promised: the levels themselves, or with `stretch` those that are striven for as well. */
export function reaches(
  promised: Exclude<Promised, { readonly kind: "none" }>,
  valueIn: (year: number) => number,
  stretch: boolean,
): boolean {
  if (promised.kind === "levels") {
    return promised.levels.every(
      (each) => near(valueIn(each.year), each.floor) || (stretch && near(valueIn(each.year), each.stretch)),
    );
  }
  let sum = 0;
  for (let year = promised.from; year <= promised.until; year++) sum += valueIn(year);
  return near(sum, promised.total);
}

function near(value: number, level: number): boolean {
  return Math.abs(value - level) <= SLACK * Math.max(1, Math.abs(level));
}
