import { Dexie } from "dexie";
import type { WorkbenchDatabase } from "../db/workbench-database.ts";
import { readPlanRow } from "../repositories/plan-mapping.ts";

/**
 * Whether the planner's own plans are as the journal leaves them: each one that it speaks of is there in the revision of its last
 * entry, unless that removed it, with all of its chunks, its programme, its scenarios, its text and its names. What the records hold is not read;
 * a plan that is opened is checked then. Resolves to what is wrong, `null` when nothing is.
 */
export function checkDatabase(db: WorkbenchDatabase): Promise<string | null> {
  return db.transaction(
    "r",
    [db.plans, db.chunks, db.programmes, db.scenarios, db.narratives, db.names, db.journal],
    async () => {
      const spokenOf = await db.journal.orderBy("plan").uniqueKeys();
      for (const plan of spokenOf) {
        // Entries about no plan name the empty one.
        if (typeof plan !== "string" || plan === "") continue;
        const wrong = await checkPlan(db, plan);
        if (wrong !== null) return wrong;
      }
      return null;
    },
  );
}

async function checkPlan(db: WorkbenchDatabase, plan: string): Promise<string | null> {
  const last = await db.journal.where("plan").equals(plan).last();
  const row = await db.plans.get(plan);
  if (last?.kind === "remove") return row === undefined ? null : `plan ${plan} was removed and is there`;
  if (row === undefined) return `plan ${plan} is missing`;
  const head = readPlanRow(row);
  if (head.revision !== last?.revision) return `plan ${plan} is not in the revision of its last entry`;
  const [programme, scenarios, texts, names, chunks] = await Promise.all([
    db.programmes.where("plan").equals(plan).count(),
    db.scenarios.where("plan").equals(plan).count(),
    db.narratives.where("plan").equals(plan).count(),
    db.names.where("plan").equals(plan).count(),
    db.chunks.where("[plan+index]").between([plan, Dexie.minKey], [plan, Dexie.maxKey]).count(),
  ]);
  const beside = [programme, scenarios, texts, names].every((count) => count === 1);
  const whole = beside && chunks === head.chunkRevisions.length;
  return whole
    ? null
    : `plan ${plan} has ${chunks} chunks, ${programme} programmes, ${scenarios} sets of scenarios, ${texts} texts and ${names} lists of names`;
}
