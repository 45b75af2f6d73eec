import { useEffect } from "react";
import { useSearch } from "wouter";
import type { PlanId } from "#core/plan/ids.ts";
import { revealCell } from "./grid-session.ts";

/** Goes to the indicator, or the cell of it, that the address asks for, as palette and history do; a filter that hides it is taken away. */
export function useWantedIndicator(plan: PlanId): void {
  const search = new URLSearchParams(useSearch());
  const wanted = search.get("indicator");
  const column = search.get("column") ?? "name";
  useEffect(() => {
    if (wanted === null) return;
    revealCell(plan, { row: wanted, column }, null);
  }, [plan, wanted, column]);
}
