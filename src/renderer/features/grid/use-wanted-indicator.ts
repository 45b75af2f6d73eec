import { useEffect } from "react";
import { useSearch } from "wouter";
import type { PlanId } from "#core/plan/ids.ts";
import { revealCell } from "./grid-session.ts";

/** Goes to the indicator that the address asks for, as the palette does; a filter that hides it is taken away. */
export function useWantedIndicator(plan: PlanId): void {
  const wanted = new URLSearchParams(useSearch()).get("indicator");
  useEffect(() => {
    if (wanted === null) return;
    revealCell(plan, { row: wanted, column: "name" }, null);
  }, [plan, wanted]);
}
