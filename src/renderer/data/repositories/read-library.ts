import { jurisdictionsByCode } from "../catalogue.ts";
import type { LibraryEntry } from "../library-entry.ts";
import type { ListedPlan } from "./plan-listing.ts";
import type { PlanRepository } from "./plan-repository.ts";

/** All plans as the library shows them: the bundled ones by id, then the planner's own, the latest change first. */
export async function readLibrary(plans: PlanRepository): Promise<readonly LibraryEntry[]> {
  const listed = await plans.readListed();
  return listed.map(toEntry).sort(byOriginAndChange);
}

function toEntry({ head, names }: ListedPlan): LibraryEntry {
  const jurisdiction = jurisdictionsByCode.get(head.jurisdiction);
  return {
    id: head.id,
    title: head.title,
    jurisdiction: head.jurisdiction,
    jurisdictionName: jurisdiction?.name ?? head.jurisdiction,
    jurisdictionNameEn: jurisdiction?.nameEn ?? head.jurisdiction,
    level: jurisdiction?.level ?? null,
    period: { start: head.periodStart, end: head.periodEnd },
    status: head.status,
    origin: head.origin,
    predecessor: head.predecessor,
    superior: head.superior,
    ...head.summary,
    indicatorNames: names,
    updatedAt: head.updatedAt,
  };
}

function byOriginAndChange(a: LibraryEntry, b: LibraryEntry): number {
  if (a.origin !== b.origin) return a.origin === "bundled" ? -1 : 1;
  return a.origin === "bundled" ? 0 : b.updatedAt - a.updatedAt;
}
