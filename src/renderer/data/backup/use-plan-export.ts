import { useCallback, useState } from "react";
import type { BridgeErrorCode, SaveOutcome } from "#bridge/desktop-bridge.ts";
import type { PlanId } from "#core/plan/ids.ts";
import type { TaskWatch } from "../../workers/one-shot-worker.ts";
import { useBridge } from "../machine.ts";
import { useWorkbench } from "../use-workbench.ts";
import { exportPlans } from "./export-plans.ts";

/** How the last export of a plan file ended; `null` before the first and after a cancelled one. */
export type PlanExportOutcome =
  | Extract<SaveOutcome, { kind: "saved" }>
  | { readonly kind: "failed"; readonly code: BridgeErrorCode }
  | null;

/** Exports all plans of the planner's own, or one, under a name without extension, and tells how it ended. */
export function usePlanExport() {
  const bridge = useBridge();
  const store = useWorkbench();
  const [outcome, setOutcome] = useState<PlanExportOutcome>(null);
  const run = useCallback(
    async (name: string, only: PlanId | null = null, watch: TaskWatch = {}) => {
      const reply = await exportPlans({ bridge, store }, name, only, watch);
      if (reply === null) setOutcome(null);
      else if (!reply.ok) setOutcome({ kind: "failed", code: reply.code });
      else setOutcome(reply.value.kind === "saved" ? reply.value : null);
    },
    [bridge, store],
  );
  const dismiss = useCallback(() => setOutcome(null), []);
  return { outcome, run, dismiss };
}
