import { useEffect, useEffectEvent } from "react";
import type { CellEdit } from "#core/command/command.ts";
import type { PlanId } from "#core/plan/ids.ts";
import type { Field } from "#core/plan/plan.ts";
import { dropUnfinished, keepUnfinished, readUnfinished } from "./unfinished-entry.ts";
import type { PlanEdits } from "./use-plan-edits.ts";
import { useStayOnFullDisk } from "./use-stay-on-full-disk.ts";

/** What a table that takes unfinished entries up has to do with them. */
interface UnfinishedPlace {
  /** What is being typed now, `null` for nothing. */
  readonly typing: () => CellEdit | null;
  /** Whether a field can be typed here; an entry of any other waits for the table where it can. */
  readonly takes: (field: Field) => boolean;
}

/**
 * Writes what was being typed when the window was closed or loaded again, as leaving the cell would have written it. It is forgotten once it is
 * stored, or refused with its reason told; a unit, which asks what it means to the numbers, as soon as it is asked.
 */
export function useUnfinishedEntry(plan: PlanId, edits: PlanEdits, place: UnfinishedPlace): void {
  useStayOnFullDisk(() => place.typing() !== null);
  const keep = useEffectEvent(() => {
    const typed = place.typing();
    if (typed !== null) keepUnfinished(plan, typed);
  });
  const write = useEffectEvent(() => {
    const left = readUnfinished(plan);
    if (left === null || !place.takes(left.field)) return;
    const forget = () => dropUnfinished(plan);
    edits.run({ type: "editCell", ...left }, { stored: forget, refused: forget });
    if (left.field.kind === "unit") forget();
  });
  useEffect(() => {
    write();
    window.addEventListener("pagehide", keep);
    return () => window.removeEventListener("pagehide", keep);
  }, []);
}
