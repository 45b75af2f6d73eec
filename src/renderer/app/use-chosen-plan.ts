import { useCallback, useMemo, useState } from "react";
import { type PlanId, planId } from "#core/plan/ids.ts";
import type { CurrentPlan } from "../data/current-plan.ts";

const KEY = "wunian-current-plan";

/** The plan that this window speaks of; it stays when the window is loaded again, for rooms whose address names none. */
export function useChosenPlan(): CurrentPlan {
  const [chosen, setChosen] = useState(keptPlan);
  const choose = useCallback((plan: PlanId | null) => {
    if (plan === null) sessionStorage.removeItem(KEY);
    else sessionStorage.setItem(KEY, plan);
    setChosen(plan);
  }, []);
  return useMemo(() => ({ planId: chosen, choose }), [chosen, choose]);
}

function keptPlan(): PlanId | null {
  const kept = sessionStorage.getItem(KEY);
  return kept === null ? null : planId(kept);
}
