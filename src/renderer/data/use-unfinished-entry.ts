import { useEffect, useEffectEvent, useRef } from "react";
import type { CellEdit } from "#core/command/command.ts";
import type { PlanId } from "#core/plan/ids.ts";
import { dropUnfinished, keepUnfinished, readUnfinished } from "./unfinished-entry.ts";
import type { PlanEdits } from "./use-plan-edits.ts";

/**
 * Writes what was being typed when the window was closed or loaded again, as leaving the cell would have written it; it is forgotten
 * once it is stored. `typing` is what is being typed now, `null` for nothing.
 */
export function useUnfinishedEntry(plan: PlanId, edits: PlanEdits, typing: () => CellEdit | null): void {
  /** Whether the planner was asked what it means and has not said so. */
  const isAsked = useRef(false);
  const keep = useEffectEvent(() => {
    const typed = typing();
    if (typed !== null) keepUnfinished(plan, typed);
    else if (isAsked.current) dropUnfinished(plan);
  });
  const write = useEffectEvent(() => {
    const left = readUnfinished(plan);
    if (left === null) return;
    isAsked.current = true;
    edits.run(
      { type: "editCell", ...left },
      {
        then: () => {
          isAsked.current = false;
        },
        stored: () => dropUnfinished(plan),
      },
    );
  });
  useEffect(() => {
    write();
    window.addEventListener("pagehide", keep);
    return () => window.removeEventListener("pagehide", keep);
  }, []);
}
