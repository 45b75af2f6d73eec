import { useEffect, useRef } from "react";
import { useSearch } from "wouter";
import type { Plan } from "#core/plan/plan.ts";
import type { Picked } from "./grid-session.ts";

/** Chooses the statement that the address asks for, as the reader of originals does, and with it its cell. */
export function useWantedStatement(plan: Plan, choose: (picked: Picked) => void): void {
  const wanted = new URLSearchParams(useSearch()).get("statement");
  const found = plan.statements.find(({ id }) => id === wanted)?.id ?? null;
  const latest = useRef(choose);
  useEffect(() => {
    latest.current = choose;
  }, [choose]);
  useEffect(() => {
    if (found !== null) latest.current({ kind: "statement", id: found });
  }, [found]);
}
