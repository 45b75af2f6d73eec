import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import type { PlanId, Year } from "#core/plan/ids.ts";
import type { ActiveCell } from "./grid-context.ts";
import type { RowFilter } from "./row-status.ts";

/** How a plan's grid was left: it is found so again when the planner comes back to the room. */
export interface GridView {
  readonly active: ActiveCell | null;
  readonly filter: RowFilter;
  /** The indicators that the filter let through when it was chosen; `null` shows all. */
  readonly kept: ReadonlySet<string> | null;
  readonly hidden: ReadonlySet<string>;
  readonly addedYears: readonly Year[];
}

interface GridSession {
  readonly views: ReadonlyMap<PlanId, GridView>;
  /** `null` until the planner has opened or closed it: then the width of the window decides. */
  readonly outlineOpen: boolean | null;
  readonly evidenceOpen: boolean;
}

const FRESH: GridView = { active: null, filter: "all", kept: null, hidden: new Set(), addedYears: [] };

const session = createStore<GridSession>(() => ({ views: new Map(), outlineOpen: null, evidenceOpen: true }));

/** How the grid of a plan stands in this window. */
export function useGridView(plan: PlanId): GridView {
  return useStore(session, ({ views }) => views.get(plan) ?? FRESH);
}

/** Changes how the grid of a plan stands. */
export function changeGridView(plan: PlanId, change: Partial<GridView>): void {
  session.setState(({ views }) => ({
    views: new Map(views).set(plan, { ...(views.get(plan) ?? FRESH), ...change }),
  }));
}

/** Below this width in px of the window the outline begins closed, so that the main columns have their room. */
const WIDE_WINDOW = 1500;

/** Whether outline and evidence are open. */
export function usePanes(): { readonly outline: boolean; readonly evidence: boolean } {
  const outline = useStore(session, ({ outlineOpen }) => outlineOpen);
  const evidence = useStore(session, ({ evidenceOpen }) => evidenceOpen);
  return { outline: outline ?? window.innerWidth >= WIDE_WINDOW, evidence };
}

/** Opens or closes the outline. */
export function openOutline(open: boolean): void {
  session.setState({ outlineOpen: open });
}

/** Opens or closes the evidence panel. */
export function openEvidence(open: boolean): void {
  session.setState({ evidenceOpen: open });
}
