import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import type { ConceptId } from "#core/plan/ids.ts";
import type { ConceptFilter } from "./concept-filter.ts";
import type { Arrangement } from "./comparison-view.ts";

/** How the room was left: it is found so again when the planner comes back to it. */
export interface CompareView {
  /** The concept that was open last. */
  readonly concept: ConceptId | null;
  readonly text: string;
  readonly filter: ConceptFilter;
  /** Other calibers that the planner has put into a concept's chart, by the concept. */
  readonly drawn: ReadonlyMap<ConceptId, ReadonlySet<ConceptId>>;
  /** How the planner wants charts arranged; `null` leaves it to the number of lines. */
  readonly arrangement: Arrangement | null;
}

const session = createStore<CompareView>(() => ({
  concept: null,
  text: "",
  filter: "shared",
  drawn: new Map(),
  arrangement: null,
}));

/** How the room stands in this window. */
export function useCompareView(): CompareView {
  return useStore(session);
}

/** Changes how the room stands. */
export function changeCompareView(change: Partial<CompareView>): void {
  session.setState(change);
}

/** Puts another caliber into the chart of a concept, or takes it out. */
export function drawRelative(concept: ConceptId, relative: ConceptId, draw: boolean): void {
  session.setState(({ drawn }) => {
    const own = new Set(drawn.get(concept));
    if (draw) own.add(relative);
    else own.delete(relative);
    return { drawn: new Map(drawn).set(concept, own) };
  });
}
