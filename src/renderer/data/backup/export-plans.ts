import type { DesktopBridge, Reply, SaveOutcome } from "#bridge/desktop-bridge.ts";
import type { PlanId } from "#core/plan/ids.ts";
import type { TaskWatch } from "../../workers/one-shot-worker.ts";
import type { WorkbenchStore } from "../workbench-store.ts";

/** Saves plans of the planner's own as one plan file: one plan, or all of them; `null` when it was stopped. */
export async function exportPlans(
  { bridge, store }: { readonly bridge: Pick<DesktopBridge, "saveFile">; readonly store: WorkbenchStore },
  suggestedName: string,
  only: PlanId | null,
  watch: TaskWatch,
): Promise<Reply<SaveOutcome> | null> {
  const bytes = await store.packForExport(only, watch);
  return bytes === null ? null : bridge.saveFile({ kind: "plan", suggestedName, bytes });
}
