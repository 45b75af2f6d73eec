import { jurisdictionsByCode } from "../catalogue.ts";
import type { WorkbenchDatabase } from "../db/workbench-database.ts";
import type { LibraryEntry } from "../library-entry.ts";
import { type PlanHead, readPlanRow } from "./plan-mapping.ts";

/** All plans as the library shows them: the bundled ones by id, then the planner's own, the latest change first. */
export async function readLibrary(db: WorkbenchDatabase): Promise<readonly LibraryEntry[]> {
  const rows = await db.plans.toArray();
  return rows.map(readPlanRow).map(toEntry).sort(byOriginAndChange);
}

function toEntry(head: PlanHead): LibraryEntry {
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
    updatedAt: head.updatedAt,
  };
}

function byOriginAndChange(a: LibraryEntry, b: LibraryEntry): number {
  if (a.origin !== b.origin) return a.origin === "bundled" ? -1 : 1;
  return a.origin === "bundled" ? 0 : b.updatedAt - a.updatedAt;
}
