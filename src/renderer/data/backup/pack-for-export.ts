import { planId, type PlanId } from "#core/plan/ids.ts";
import type { Plan } from "#core/plan/plan.ts";
import { writePlanArchive } from "#exchange/plan-file/plan-archive.ts";
import type { TaskWatch } from "../../workers/one-shot-worker.ts";
import { packInWorker } from "../../workers/plan-packing.ts";
import type { WorkbenchDatabase } from "../db/workbench-database.ts";
import type { LibraryEntry } from "../library-entry.ts";

/** What an export is made of; `waits` when edits that the database does not hold belong to it. */
interface ExportNeeds {
  readonly db: WorkbenchDatabase;
  readonly store: {
    readonly readLibrary: () => Promise<readonly LibraryEntry[]>;
    readonly readPlan: (id: PlanId) => Promise<Plan | null>;
  };
  readonly waits: boolean;
}

/** Packs plans of the planner's own as a plan file: one, or all (`null`). Edits that wait for the database are in it. `null` when it was stopped. */
export async function packForExport(
  { db, store, waits }: ExportNeeds,
  only: PlanId | null,
  watch: TaskWatch,
): Promise<Uint8Array | null> {
  if (!waits) {
    const packed = await packInWorker({ database: db.name, what: { kind: "export", only } }, watch);
    if (packed.ok) return packed.value.bytes;
    if (packed.error.kind === "cancelled") return null;
  }
  const plans: Plan[] = [];
  for (const { id, origin } of await store.readLibrary()) {
    const plan = origin === "own" && (only === null || id === only) ? await store.readPlan(planId(id)) : null;
    if (plan !== null) plans.push(plan);
  }
  return writePlanArchive({ plans, workbench: null });
}
