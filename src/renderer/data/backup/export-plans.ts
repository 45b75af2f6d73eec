import type { DesktopBridge, Reply, SaveOutcome } from "#bridge/desktop-bridge.ts";
import { refused } from "#bridge/reply.ts";
import type { PlanId } from "#core/plan/ids.ts";
import { fitsLimits } from "#exchange/archive/archive.ts";
import { PLAN_FILE_LIMITS } from "#exchange/archive/archive-limits.ts";
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
  return bytes === null ? null : savePlanFile(bridge, suggestedName, bytes);
}

/** Saves the bytes of a plan file, unless this program could not read them again: `too-large`. */
export function savePlanFile(
  bridge: Pick<DesktopBridge, "saveFile">,
  suggestedName: string,
  bytes: Uint8Array,
): Promise<Reply<SaveOutcome>> {
  if (!fitsLimits(bytes, PLAN_FILE_LIMITS))
    return Promise.resolve(
      refused("too-large", `${bytes.byteLength} bytes are beyond the limits of a plan file`),
    );
  return bridge.saveFile({ kind: "plan", suggestedName, bytes });
}
