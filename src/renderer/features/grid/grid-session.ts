import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import type { ClauseId, IndicatorId, PlanId, StatementId, TaskId } from "#core/plan/ids.ts";
import { type Arrangement, PLAIN_ARRANGEMENT } from "../../data/views/arrangement.ts";
import { keptPlace } from "../../data/kept-place.ts";
import type { NamedSelection } from "../../ui/sheet/cell-places.ts";
import { selectCell } from "../../ui/sheet/selection.ts";
import type { ActiveCell } from "./grid-context.ts";
import type { GridColumn } from "./grid-columns.ts";
import type { HeldCategories } from "./row-order.ts";
import type { StatementQuery } from "./side/statement-rows.ts";
import { type Arranged, NOT_ARRANGED } from "./view/arrange-rows.ts";
import { isOfSet } from "./view/shown-columns.ts";

/** What is chosen in the side pane; the evidence panel shows it until a cell is chosen in the grid. */
export type Picked =
  | { readonly kind: "statement"; readonly id: StatementId }
  | { readonly kind: "task"; readonly id: TaskId }
  | { readonly kind: "clause"; readonly id: ClauseId };

/** The tabs of the side pane: 大纲, 表述, 任务, 条款, and for a draft that leaves indicators out 未列入. */
export const SIDE_TABS = ["outline", "statements", "tasks", "clauses", "dropped"] as const;

/** One tab of the side pane. */
export type SideTab = (typeof SIDE_TABS)[number];

/** How a plan's grid was left: it is found so again when the planner comes back to the room. */
export interface GridView {
  readonly picked: Picked | null;
  readonly arrangement: Arrangement;
  /** What filters and sort came to when they were chosen. */
  readonly arranged: Arranged;
  /** Fields that rows stand in until they are arranged anew. */
  readonly held: HeldCategories;
  readonly statements: StatementQuery;
}

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
  arrangement: PLAIN_ARRANGEMENT,
  arranged: NOT_ARRANGED,
  held: new Map(),
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

/** Goes to the cell on which the planner stood when the program was closed, unless one has been chosen since. */
export function takePlace(plan: PlanId): void {
  const cell = keptPlace(plan)?.cell ?? null;
  if (cell !== null && namedSelection(plan) === null) selectNamed(plan, selectCell(cell));
}

/** Lets rows stay in the fields that they stand in now; one that is held already stays where it was. */
export function holdCategories(plan: PlanId, categories: HeldCategories): void {
  const { held } = session.getState().views.get(plan) ?? FRESH;
  changeGridView(plan, { held: new Map([...categories, ...held]) });
}

/** Lets rows that are about to come stand below all others as long as the rows are sorted as now. */
export function standLast(plan: PlanId, rows: readonly IndicatorId[]): void {
  const { arranged } = session.getState().views.get(plan) ?? FRESH;
  if (arranged.ranks === null) return;
  const ranks = new Map(arranged.ranks);
  for (const row of rows) ranks.set(row, ranks.size);
  changeGridView(plan, { arranged: { ...arranged, ranks } });
}

/** Whether the grid of a plan has been shown in this window, and so knows how it is arranged. */
export function useIsArranged(plan: PlanId): boolean {
  return useStore(session, ({ views }) => views.has(plan));
}

/**
 * Goes to a cell wherever it is: filters that hide its row are taken away, a hidden column is shown again. `picked`
 * is what the evidence panel shows instead of the cell; `column` is the cell's, where it may be of another column set.
 */
export function revealCell(
  plan: PlanId,
  cell: ActiveCell,
  picked: Picked | null,
  column: GridColumn | null = null,
): void {
  const { arrangement, arranged } = session.getState().views.get(plan) ?? FRESH;
  const { hidden, columnSet } = arrangement;
  const shown: Partial<Arrangement> = {
    ...(hidden.includes(cell.column) ? { hidden: hidden.filter((id) => id !== cell.column) } : {}),
    ...(column === null || isOfSet(column, columnSet) ? {} : { columnSet: "all" }),
    ...(arranged.leftOut.has(cell.row) ? { status: "all", filters: [] } : {}),
  };
  const moved = Object.keys(shown).length > 0;
  selectNamed(plan, selectCell(cell));
  changeGridView(plan, {
    picked,
    ...(moved ? { arrangement: { ...arrangement, ...shown } } : {}),
    ...(arranged.leftOut.has(cell.row) ? { arranged: { ...arranged, leftOut: new Set() } } : {}),
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
