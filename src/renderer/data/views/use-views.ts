import { useLiveQuery } from "dexie-react-hooks";
import { useMemo } from "react";
import type { PlanId } from "#core/plan/ids.ts";
import { useWorkbench } from "../use-workbench.ts";
import type { Arrangement, SavedView } from "./arrangement.ts";

/** The saved views that a plan can be shown by, live; `undefined` while loading. */
export function useViews(plan: PlanId): readonly SavedView[] | undefined {
  const store = useWorkbench();
  return useLiveQuery(() => store.readViews(plan), [store, plan]);
}

/** How the grid of a plan was left; `undefined` while loading, `null` when it was never arranged. */
export function useLeftView(plan: PlanId): Arrangement | null | undefined {
  const store = useWorkbench();
  const read = useLiveQuery(async () => ({ plan, left: await store.readLeft(plan) }), [store, plan]);
  return read?.plan === plan ? read.left : undefined;
}

/** What is done to saved views; what could not be stored is not in the list of them. */
export interface ViewDeeds {
  /** Saves a view, in place of the one with its id; without an id as a new one. */
  readonly keep: (view: Omit<SavedView, "id"> & { readonly id?: string }) => void;
  readonly remove: (id: string) => void;
}

/** Saving and deleting of views. */
export function useViewDeeds(): ViewDeeds {
  const store = useWorkbench();
  return useMemo(
    () => ({
      keep: (view) => void store.keepView({ id: crypto.randomUUID(), ...view }),
      remove: (id) => void store.removeView(id),
    }),
    [store],
  );
}
