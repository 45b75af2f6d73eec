import { holds } from "#core/indicator/evaluate-target.ts";
import type { Concept } from "#core/plan/concept.ts";
import {
  type Aim,
  aimedLevel,
  growthToAim,
  type LevelledTarget,
  type WhatIfGround,
  type WhatIfLine,
} from "#core/scenario/what-if.ts";

/** How the growth path stands to the target at its year; `gap` is a distance in base units, never negative. */
export type Verdict =
  | { readonly kind: "meets" | "meetsStretch"; readonly level: number }
  | { readonly kind: "meetsFloor" | "misses" | "exceeds"; readonly level: number; readonly gap: number }
  | { readonly kind: "noLevel" };

/** One thing worth saying about a what-if question; rates are fractions, values in base units. */
export type Finding =
  | {
      readonly kind: "outcome";
      readonly year: number;
      readonly value: number;
      readonly verdict: Verdict;
    }
  | { readonly kind: "needed"; readonly level: number; readonly rate: number; readonly points: number | null }
  | { readonly kind: "history"; readonly from: number; readonly to: number; readonly rate: number }
  | {
      readonly kind: "milestone";
      readonly year: number;
      readonly level: number;
      readonly value: number;
      readonly met: boolean;
    }
  | { readonly kind: "provisional"; readonly year: number }
  | { readonly kind: "oldStart"; readonly year: number }
  | { readonly kind: "noTarget" };

/** A start further before the plan than this is told, because a projection over many years says little. */
const OLD_START = 2;

/** What one growth assumption means for an indicator, in the order in which it is read. */
export function findings(
  ground: WhatIfGround,
  lines: readonly WhatIfLine[],
  aim: Aim,
  context: { readonly concept: Concept | null; readonly periodStart: number },
): readonly Finding[] {
  const { start, target } = ground;
  if (start === null) return [];
  const growth = lines.find((line) => line.method === "growth");
  const values = growth?.values.ok ? growth.values.value : null;
  const list: Finding[] = [];
  if (values !== null) list.push(outcome(ground, values, context.concept));
  if (target === null) list.push({ kind: "noTarget" });
  else list.push(...needed(ground, target, aim));
  if (values !== null) list.push(...milestones(ground, values, context.concept));
  list.push(...history(ground));
  if (start.provisional) list.push({ kind: "provisional", year: start.year });
  else if (context.periodStart - start.year > OLD_START) list.push({ kind: "oldStart", year: start.year });
  return list;
}

function valueIn(ground: WhatIfGround, values: Float64Array, year: number): number | undefined {
  return ground.start === null ? undefined : values[year - ground.start.year - 1];
}

function outcome(ground: WhatIfGround, values: Float64Array, concept: Concept | null): Finding {
  const year = ground.target?.planned.year ?? ground.lastYear;
  const value = valueIn(ground, values, year) ?? Number.NaN;
  const verdict =
    ground.target === null ? ({ kind: "noLevel" } as const) : judge(ground, ground.target, values, concept);
  return { kind: "outcome", year, value, verdict };
}

function judge(
  ground: WhatIfGround,
  target: LevelledTarget,
  values: Float64Array,
  concept: Concept | null,
): Verdict {
  const { level, stretch, planned } = target;
  const value = valueIn(ground, values, planned.year) ?? Number.NaN;
  const met = meets(ground, target, values, concept);
  if (!met) {
    const upper = planned.target.form === "atMost" || planned.target.form === "below";
    return { kind: upper ? "exceeds" : "misses", level, gap: Math.abs(value - level) };
  }
  if (stretch === null) return { kind: "meets", level };
  const better = concept?.direction === "lower" ? value <= stretch : value >= stretch;
  return better
    ? { kind: "meetsStretch", level: stretch }
    : { kind: "meetsFloor", level, gap: Math.abs(stretch - value) };
}

function meets(
  ground: WhatIfGround,
  target: LevelledTarget,
  values: Float64Array,
  concept: Concept | null,
): boolean {
  const { start } = ground;
  if (start === null) return false;
  const path = Array.from(values, (value, index) => ({ year: start.year + 1 + index, value }));
  const verdict = holds(target.planned.target, {
    targetYear: target.planned.year,
    base: ground.base,
    values: path,
    direction: concept?.direction ?? "higher",
  });
  return verdict === true;
}

function needed(ground: WhatIfGround, target: LevelledTarget, aim: Aim): Finding[] {
  const rate = growthToAim(ground, aim);
  if (rate === null || ground.start === null) return [];
  const level = aimedLevel(target, aim);
  const years = target.planned.year - ground.start.year;
  return [
    { kind: "needed", level, rate, points: ground.share ? (level - ground.start.value) / years : null },
  ];
}

function milestones(ground: WhatIfGround, values: Float64Array, concept: Concept | null): Finding[] {
  return ground.milestones.flatMap((milestone) => {
    const { year } = milestone.planned;
    const value = valueIn(ground, values, year);
    if (value === undefined) return [];
    return [
      {
        kind: "milestone",
        year,
        level: milestone.level,
        value,
        met: meets(ground, milestone, values, concept),
      },
    ];
  });
}

function history(ground: WhatIfGround): Finding[] {
  const from = ground.history[0]?.year;
  const to = ground.history.at(-1)?.year;
  if (ground.historicalGrowth === null || from === undefined || to === undefined) return [];
  return [{ kind: "history", from, to, rate: ground.historicalGrowth }];
}
