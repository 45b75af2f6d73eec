import type { DesktopBridge, Reply, SaveOutcome } from "#bridge/desktop-bridge.ts";
import { planId } from "#core/plan/ids.ts";
import type { Plan } from "#core/plan/plan.ts";
import { writePlanArchive } from "#exchange/plan-file/plan-archive.ts";
import type { WorkbenchStore } from "../workbench-store.ts";

/** Saves plans of the planner's own as one plan file: one plan, or all of them. Edits that wait for the database are in it. */
export async function exportPlans(
  { bridge, store }: { readonly bridge: Pick<DesktopBridge, "saveFile">; readonly store: WorkbenchStore },
  suggestedName: string,
  only?: Plan["id"],
): Promise<Reply<SaveOutcome>> {
  const library = await store.readLibrary();
  const wanted = library.filter(({ id, origin }) => origin === "own" && (only === undefined || id === only));
  const plans: Plan[] = [];
  for (const { id } of wanted) {
    const plan = await store.readPlan(planId(id));
    if (plan !== null) plans.push(plan);
  }
  return bridge.saveFile({
    kind: "plan",
    suggestedName,
    bytes: await writePlanArchive({ plans, workbench: null }),
  });
}
