import { createContext, useContext } from "react";
import type { PlanId } from "#core/plan/ids.ts";

/** The plan that title bar, menus and navigation speak of; selecting one in the library makes it current. */
export interface CurrentPlan {
  readonly planId: PlanId | null;
  readonly choose: (planId: PlanId | null) => void;
}

const CurrentPlanContext = createContext<CurrentPlan | null>(null);

/** Gives the current plan to everything below it. */
export const CurrentPlanProvider = CurrentPlanContext.Provider;

/** The current plan of this window. */
export function useCurrentPlan(): CurrentPlan {
  const current = useContext(CurrentPlanContext);
  if (current === null) throw new Error("useCurrentPlan outside of CurrentPlanProvider");
  return current;
}
