import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import type { PlanId } from "#core/plan/ids.ts";
import { type Drafting, forgetKeptDrafting, keepDrafting, keptDrafting } from "../../data/kept-drafting.ts";

/** What nobody has chosen anything of. */
export const UNTOUCHED: Drafting = {
  step: "basics",
  title: null,
  jurisdiction: null,
  start: null,
  end: null,
  baseYear: null,
  superior: null,
  peers: null,
  fates: new Map(),
  adopted: new Set(),
  bases: new Map(),
  targets: new Map(),
  rule: "same-growth",
  rules: new Map(),
};

/** How long typing rests before it is kept, in ms. */
const REST_MS = 300;

const session = createStore<ReadonlyMap<PlanId, Drafting>>(() => new Map());
const waiting = new Map<PlanId, ReturnType<typeof setTimeout>>();

window.addEventListener("pagehide", () => {
  for (const predecessor of waiting.keys()) keepNow(predecessor);
});

/** What has been chosen for the plan after `predecessor`; it is there again when the planner comes back, also after a restart. */
export function useDraftingChoices(predecessor: PlanId): Drafting {
  return useStore(session, (all) => all.get(predecessor) ?? kept(predecessor));
}

const read = new Map<PlanId, Drafting>();

/** What an earlier window kept, read once. */
function kept(predecessor: PlanId): Drafting {
  const known = read.get(predecessor) ?? keptDrafting(predecessor) ?? UNTOUCHED;
  read.set(predecessor, known);
  return known;
}

/** Changes what has been chosen. */
export function changeDrafting(predecessor: PlanId, change: Partial<Drafting>): void {
  session.setState(
    (all) => new Map(all).set(predecessor, { ...(all.get(predecessor) ?? kept(predecessor)), ...change }),
    true,
  );
  clearTimeout(waiting.get(predecessor));
  waiting.set(
    predecessor,
    setTimeout(() => keepNow(predecessor), REST_MS),
  );
}

function keepNow(predecessor: PlanId): void {
  clearTimeout(waiting.get(predecessor));
  waiting.delete(predecessor);
  const drafting = session.getState().get(predecessor);
  if (drafting !== undefined) keepDrafting(predecessor, drafting);
}

/** Forgets what was chosen, once the draft is made. */
export function forgetDrafting(predecessor: PlanId): void {
  clearTimeout(waiting.get(predecessor));
  waiting.delete(predecessor);
  forgetKeptDrafting(predecessor);
  session.setState((all) => new Map(all).set(predecessor, UNTOUCHED), true);
}
