import { GEOMETRIC, LINEAR } from "../path/path-shape.ts";
import type { Direction } from "../plan/concept.ts";
import type { AssumptionOf } from "../projection/assumption.ts";
import { type Aim, aimedLevel, type LevelledTarget, type WhatIfGround } from "./what-if.ts";

/**
 * The path to the last target of an indicator at a level, through the milestones before it, and following the plan's targets from
 * then on: straight for shares and wherever a value is not positive, else geometric. `null` without a target that has a level.
 */
export function pathToTarget(
  ground: WhatIfGround,
  aim: Aim,
  direction: Direction,
): AssumptionOf["toTarget"] | null {
  const { start, target, milestones, share } = ground;
  if (start === null || target === null) return null;
  const held = milestones.map((each) => ({ year: each.planned.year, value: aimOf(each, aim, direction) }));
  const level = aimOf(target, aim, direction);
  const positive = [start.value, level, ...held.map(({ value }) => value)].every((value) => value > 0);
  const shape = share || !positive ? LINEAR : GEOMETRIC;
  return { method: "toTarget", shape, year: target.planned.year, level, held, aim };
}

/** The level that an aim means. A range is promised from its near end and wished to its far one (domain.md section 3). */
export function aimOf(levelled: LevelledTarget, aim: Aim, direction: Direction): number {
  const { target } = levelled.planned;
  if (aim === "stretch" && target.form === "between")
    return direction === "lower" ? target.low.value : target.high.value;
  return aimedLevel(levelled, aim);
}
