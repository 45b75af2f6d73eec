import type { JurisdictionCode } from "../../plan/ids.ts";
import type { Jurisdiction, JurisdictionLevel, Plan } from "../../plan/plan.ts";

/** Administrative levels from above: county-level cities, counties and districts are of one. */
const TIERS: Readonly<Record<JurisdictionLevel, number>> = {
  province: 0,
  prefecture: 1,
  "county-level-city": 2,
  county: 2,
  district: 2,
};

/** How far from the top a plan's jurisdiction stands: 0 a province, 1 a prefecture, 2 a county; `null` if not known. */
export function tierOf(
  { jurisdiction }: Pick<Plan, "jurisdiction">,
  jurisdictions: ReadonlyMap<JurisdictionCode, Jurisdiction>,
): number | null {
  const level = jurisdictions.get(jurisdiction)?.level;
  return level === undefined ? null : TIERS[level];
}
