import { useLiveQuery } from "dexie-react-hooks";
import { useMemo, useState } from "react";
import type { PlanId } from "#core/plan/ids.ts";
import type { Result } from "#core/result.ts";
import type { KeptCharts } from "#core/report/gallery/kept-charts.ts";
import type { StorageError } from "../store-error.ts";
import { useWorkbench } from "../use-workbench.ts";
import type { SavedLook } from "./saved-look.ts";

/** The designs of a plan's charts and the saved styles, and how to change them. */
export interface ChartKeeping {
  readonly kept: KeptCharts;
  readonly looks: readonly SavedLook[];
  /** What could not be stored holds until the room is left. */
  readonly keep: (charts: KeptCharts) => void;
  readonly keepLooks: (looks: readonly SavedLook[]) => void;
  /** Why the last change could not be stored; `null` where it was. */
  readonly failure: StorageError | null;
  readonly dismiss: () => void;
}

/** The designs of a plan's charts; `undefined` while loading. What is typed shows at once and is stored meanwhile. */
export function useKeptCharts(plan: PlanId): ChartKeeping | undefined {
  const store = useWorkbench();
  const read = useLiveQuery(async () => ({ plan, charts: await store.readCharts(plan) }), [store, plan]);
  const looks = useLiveQuery(() => store.readLooks(), [store]);
  const [failure, setFailure] = useState<StorageError | null>(null);
  const [typed, setTyped] = useState<KeptCharts | null>(null);
  const kept = typed ?? (read?.plan === plan ? read.charts : undefined);
  return useMemo(() => {
    if (kept === undefined || looks === undefined) return undefined;
    const told = (done: Result<null, StorageError>) => setFailure(done.ok ? null : done.error);
    return {
      kept,
      looks,
      keep: (charts) => {
        setTyped(charts);
        void store.keepCharts(plan, charts).then(told);
      },
      keepLooks: (saved) => void store.keepLooks(saved).then(told),
      failure,
      dismiss: () => setFailure(null),
    };
  }, [kept, looks, store, plan, failure]);
}
