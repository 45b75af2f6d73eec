import { type Assumption, growthToAim, type WhatIfGround } from "#core/scenario/what-if.ts";

/** Step of the growth slider, in percent. */
export const GROWTH_STEP = 0.1;

const USUAL = { min: -10, max: 30 } as const;
const ROUND_TO = 10;
const ASSUMED = 5;
/** A faster past than this (percent a year) is a start from next to nothing and no question to begin with. */
const PLAUSIBLE = 20;

/** Ends of the growth slider in percent: the usual ones, widened to hold the historical and the required growth. */
export function growthRange(ground: WhatIfGround): { readonly min: number; readonly max: number } {
  const rates = [ground.historicalGrowth, growthToAim(ground, "floor"), growthToAim(ground, "stretch")];
  const percents = rates.flatMap((rate) => (rate === null ? [] : [rate * 100]));
  return {
    min: Math.max(-90, Math.floor(Math.min(USUAL.min, ...percents) / ROUND_TO) * ROUND_TO),
    max: Math.ceil(Math.max(USUAL.max, ...percents.map((percent) => percent * 1.25)) / ROUND_TO) * ROUND_TO,
  };
}

/** The question to begin with: "as before" where the past is a measure, else what the target asks for, else 5 %. */
export function firstAssumption(ground: WhatIfGround): Assumption {
  const past = ground.historicalGrowth;
  const before = past !== null && Math.abs(past * 100) <= PLAUSIBLE ? past : null;
  const rate = before ?? growthToAim(ground, "floor") ?? ASSUMED / 100;
  return { growth: rate === before ? nearestStep(rate) : reachingStep(ground, rate), aim: "floor" };
}

/** A rate (a fraction) as the nearest step of the slider, in percent. */
export const nearestStep = (rate: number): number => Number((rate * 100).toFixed(1));

/** A required rate as the first step of the slider that does reach the level: up for a rise, down for a fall. */
export function reachingStep(ground: WhatIfGround, rate: number): number {
  const steps = Number((rate * 1000).toFixed(9));
  const falling = ground.target !== null && ground.start !== null && ground.target.level < ground.start.value;
  return (falling ? Math.floor(steps) : Math.ceil(steps)) / 10;
}
