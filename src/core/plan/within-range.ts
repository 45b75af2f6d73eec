import { quantityOf } from "../indicator/quantity.ts";
import type { Concept } from "./concept.ts";
import { isShare } from "./is-share.ts";
import type { Indicator } from "./plan.ts";

/** A reckoned level, bounded to what the concept allows, and a share to 0 to 100; in base units. */
export function withinRange(level: number, indicator: Indicator, concept: Concept | null): number {
  const whole = isShare(indicator, concept) ? { min: 0, max: 100 } : { min: null, max: null };
  const unit = concept?.unit ?? indicator.unit;
  const bound = (own: number | null | undefined, share: number | null) =>
    own === null || own === undefined ? share : quantityOf(own, unit, null).value;
  const min = bound(concept?.range?.min, whole.min) ?? Number.NEGATIVE_INFINITY;
  const max = bound(concept?.range?.max, whole.max) ?? Number.POSITIVE_INFINITY;
  return Math.min(max, Math.max(min, level));
}
