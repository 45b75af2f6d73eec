import type { PlanId } from "#core/plan/ids.ts";
import { jurisdictionsByCode } from "../catalogue.ts";
import type { LibraryEntry } from "../library-entry.ts";
import { splitNames } from "../db/joined-names.ts";
import type { PlanHead } from "./plan-mapping.ts";
import type { PlanRepository } from "./plan-repository.ts";

/** The names of plans as they were read last: an edit of a value leaves them as they are. */
const knownNames = new Map<PlanId, NamesOfPlan>();

interface NamesOfPlan {
  readonly text: PlanHead["summary"]["indicatorNames"];
  readonly names: LibraryEntry["indicatorNames"];
}

/** All plans as the library shows them: the bundled ones by id, then the planner's own, the latest change first. */
export async function readLibrary(plans: PlanRepository): Promise<readonly LibraryEntry[]> {
  const heads = await plans.readHeads();
  return heads.map(toEntry).sort(byOriginAndChange);
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
    indicatorNames: namesOf(head),
    updatedAt: head.updatedAt,
  };
}

function namesOf({ id, summary: { indicatorNames: text } }: PlanHead): LibraryEntry["indicatorNames"] {
  const known = knownNames.get(id);
  if (known?.text.ids === text.ids && known.text.names === text.names) return known.names;
  const names = splitNames(text);
  knownNames.set(id, { text, names });
  return names;
}

function byOriginAndChange(a: LibraryEntry, b: LibraryEntry): number {
  if (a.origin !== b.origin) return a.origin === "bundled" ? -1 : 1;
  return a.origin === "bundled" ? 0 : b.updatedAt - a.updatedAt;
}
