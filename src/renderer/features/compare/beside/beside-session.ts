import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import type { Assumption } from "#core/compare/beside/comparison.ts";
import type { PlanId } from "#core/plan/ids.ts";
import {
  keepComparison,
  type KeptComparison,
  keptComparison,
  type PairAssumption,
} from "../../../data/kept-comparison.ts";
import type { NamedSelection } from "../../../ui/sheet/cell-places.ts";

/** How many plans stand beside the draft at most. */
export const MOST_BESIDE = 4;

/** Which rows are shown: all, those that only the superior plan has, those with a cell that cannot be compared. */
export type SideFilter = "all" | "missing" | "blocked";

/** What the panel shows: the active cell, or what of the other plans stands beside nothing. */
export type PanelTab = "cell" | "unmatched";

/** How the comparison of a draft stands in this window. */
export interface BesideView extends KeptComparison {
  readonly filter: SideFilter;
  /** The rows that the filter let through when it was chosen: a row must not vanish while it is being mended. */
  readonly kept: ReadonlySet<string> | null;
  readonly selection: NamedSelection | null;
  readonly tab: PanelTab;
}

const FRESH: BesideView = {
  chosen: null,
  columns: { base: false, growth: false, years: false },
  assumed: [],
  filter: "all",
  kept: null,
  selection: null,
  tab: "cell",
};

type Views = ReadonlyMap<PlanId, BesideView>;

const session = createStore<{ readonly views: Views }>(() => ({ views: new Map() }));
/** Views as this window found them, so that each reading of one is the same. */
const found = new Map<PlanId, BesideView>();

/** How the comparison of a draft stands. */
export function useBesideView(plan: PlanId): BesideView {
  return viewOf(
    useStore(session, ({ views }) => views),
    plan,
  );
}

/** Changes how the comparison of a draft stands, and remembers what is to last. */
export function changeBesideView(plan: PlanId, change: Partial<BesideView>): void {
  session.setState(({ views }) => {
    const next = { ...viewOf(views, plan), ...change };
    keepComparison(plan, next);
    return { views: new Map(views).set(plan, next) };
  });
}

/** What is selected in the comparison of a draft at this moment. */
export function selectedBeside(plan: PlanId): NamedSelection | null {
  return viewOf(session.getState().views, plan).selection;
}

/** Assumes something of an indicator and a plan; `null` takes back what was assumed of them. */
export function assume(
  draft: PlanId,
  at: Pick<PairAssumption, "indicator" | "plan">,
  assumption: Assumption | null,
): void {
  const { assumed } = viewOf(session.getState().views, draft);
  const others = assumed.filter(({ indicator, plan }) => indicator !== at.indicator || plan !== at.plan);
  const own = assumption === null ? [] : [{ ...at, assumption }];
  changeBesideView(draft, { assumed: [...others, ...own] });
}

function viewOf(views: Views, plan: PlanId): BesideView {
  const known = views.get(plan) ?? found.get(plan);
  if (known !== undefined) return known;
  const view = { ...FRESH, ...keptComparison(plan) };
  found.set(plan, view);
  return view;
}
