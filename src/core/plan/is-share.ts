import { isPercent } from "../indicator/unit.ts";
import type { Concept } from "./concept.ts";
import type { Indicator } from "./plan.ts";

/** Whether an indicator is a share, whose growth is told in percentage points too; without a concept its unit decides. */
export function isShare(indicator: Pick<Indicator, "unit">, concept: Concept | null): boolean {
  return concept === null ? isPercent(indicator.unit) : concept.quantity === "share";
}
