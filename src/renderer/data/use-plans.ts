import { useLiveQuery } from "dexie-react-hooks";
import type { Plan } from "#core/plan/plan.ts";
import type { LibraryEntry } from "./library-entry.ts";
import { useWorkbench } from "./use-workbench.ts";

/** A plan with what the library says of it. */
export interface ListedPlan {
  readonly entry: LibraryEntry;
  readonly plan: Plan;
}

/** All plans in full, live; `undefined` while loading. None are read where they are not wanted. */
export function usePlans(wanted = true): readonly ListedPlan[] | undefined {
  const store = useWorkbench();
  return useLiveQuery(async () => {
    if (!wanted) return [];
    const library = await store.readLibrary();
    const read = await Promise.all(
      library.map(async (entry) => ({ entry, plan: await store.readPlan(entry.id) })),
    );
    return read.flatMap(({ entry, plan }) => (plan === null ? [] : [{ entry, plan }]));
  }, [store, wanted]);
}
