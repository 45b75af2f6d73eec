import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import type { ClauseId, PlanId, StatementId, TaskId, Year } from "#core/plan/ids.ts";
import { type Selection, selectCell } from "../../ui/sheet/selection.ts";
import type { ActiveCell } from "./grid-context.ts";
import type { RowFilter } from "./row-status.ts";
import type { StatementQuery } from "./side/statement-rows.ts";

/** What is chosen in the side pane; the evidence panel shows it until a cell is chosen in the grid. */
export type Picked =
  | { readonly kind: "statement"; readonly id: StatementId }
  | { readonly kind: "task"; readonly id: TaskId }
  | { readonly kind: "clause"; readonly id: ClauseId };

/** The tabs of the side pane: 大纲, 表述, 任务, 条款. */
export const SIDE_TABS = ["outline", "statements", "tasks", "clauses"] as const;

/** One tab of the side pane. */
export type SideTab = (typeof SIDE_TABS)[number];

/** How a plan's grid was left: it is found so again when the planner comes back to the room. */
export interface GridView {
  readonly picked: Picked | null;
  readonly filter: RowFilter;
  /** The indicators that the filter let through when it was chosen; `null` shows all. */
  readonly kept: ReadonlySet<string> | null;
  readonly hidden: ReadonlySet<string>;
  readonly addedYears: readonly Year[];
  readonly statements: StatementQuery;
}

/** Selected cells by the ids of their rows and columns, so that they outlive an inserted row or a hidden column. */
export type NamedSelection = Selection<ActiveCell>;

interface GridSession {
  readonly views: ReadonlyMap<PlanId, GridView>;
  /** Beside the views: a selection that is being dragged changes with every cell, and few parts of the room show it. */
  readonly selections: ReadonlyMap<PlanId, NamedSelection>;
  /** `null` until the planner has opened or closed it: then the width of the window decides. */
  readonly sideOpen: boolean | null;
  /** `null` until the planner has chosen one. */
  readonly sideTab: SideTab | null;
  readonly evidenceOpen: boolean;
}

const FRESH: GridView = {
  picked: null,
  filter: "all",
  kept: null,
  hidden: new Set(),
  addedYears: [],
  statements: { filter: "all", search: "", followsRow: false },
};

const session = createStore<GridSession>(() => ({
  views: new Map(),
  selections: new Map(),
  sideOpen: null,
  sideTab: null,
  evidenceOpen: true,
}));

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

/** The selected cells of a plan's grid, `null` before the first was chosen. */
export function useNamedSelection(plan: PlanId): NamedSelection | null {
  return useStore(session, ({ selections }) => selections.get(plan) ?? null);
}

/** The active cell of a plan's grid; the same object while a selection around it grows. */
export function useActiveName(plan: PlanId): ActiveCell | null {
  return useStore(session, ({ selections }) => selections.get(plan)?.active ?? null);
}

/** The selected cells at this moment. */
export function namedSelection(plan: PlanId): NamedSelection | null {
  return session.getState().selections.get(plan) ?? null;
}

/** Selects cells; what was chosen in the side pane is chosen no more. */
export function selectNamed(plan: PlanId, selection: NamedSelection): void {
  session.setState(({ selections }) => ({ selections: new Map(selections).set(plan, selection) }));
  const view = session.getState().views.get(plan);
  if (view !== undefined && view.picked !== null) changeGridView(plan, { picked: null });
}

/**
 * Goes to a cell wherever it is: a filter that hides its row is taken away, a hidden column is shown again. `picked`
 * is what the evidence panel shows instead of the cell.
 */
export function revealCell(plan: PlanId, cell: ActiveCell, picked: Picked | null): void {
  const { kept, hidden } = session.getState().views.get(plan) ?? FRESH;
  const shown = new Set(hidden);
  shown.delete(cell.column);
  selectNamed(plan, selectCell(cell));
  changeGridView(plan, {
    picked,
    ...(shown.size === hidden.size ? {} : { hidden: shown }),
    ...(kept === null || kept.has(cell.row) ? {} : { filter: "all" as const, kept: null }),
  });
}

/** Below this width in px of the window the side pane begins closed, so that the main columns have their room. */
const WIDE_WINDOW = 1560;

/** Which panes are open, and the tab of the side pane that was chosen. */
export interface Panes {
  readonly side: boolean;
  readonly tab: SideTab | null;
  readonly evidence: boolean;
}

/** How the panes beside the grid stand. */
export function usePanes(): Panes {
  const open = useStore(session, ({ sideOpen }) => sideOpen);
  const tab = useStore(session, ({ sideTab }) => sideTab);
  const evidence = useStore(session, ({ evidenceOpen }) => evidenceOpen);
  return { side: open ?? window.innerWidth >= WIDE_WINDOW, tab, evidence };
}

/** Opens the side pane at a tab. */
export function openSide(tab: SideTab): void {
  session.setState({ sideOpen: true, sideTab: tab });
}

/** Folds the side pane to a strip. */
export function foldSide(): void {
  session.setState({ sideOpen: false });
}

/** Opens or closes the evidence panel. */
export function openEvidence(open: boolean): void {
  session.setState({ evidenceOpen: open });
}
