import { useLiveQuery } from "dexie-react-hooks";
import { fieldKey } from "#core/command/cell-content.ts";
import type { Seq } from "#core/command/history.ts";
import type { NamedVersion } from "#core/history/named-versions.ts";
import type { IndicatorId, PlanId } from "#core/plan/ids.ts";
import type { Field, Plan } from "#core/plan/plan.ts";
import { useWorkbench } from "../use-workbench.ts";
import type { CellName, CellPast, JournalPage } from "./history-store.ts";

/** The newest changes of a cell, live; `undefined` while loading. */
export function useCellPast(
  plan: PlanId,
  indicator: IndicatorId,
  field: Field,
  limit: number,
): CellPast | undefined {
  const store = useWorkbench();
  const key = `${plan} ${indicator} ${fieldKey(field)}`;
  const read = useLiveQuery(
    async () => ({ key, past: await store.readCellPast(plan, indicator, field, limit) }),
    [store, key, limit],
  );
  return read?.key === key ? read.past : undefined;
}

/** The newest entries of a plan's journal, those of one cell or all (`null`), live; `undefined` while loading. */
export function useJournal(plan: PlanId, limit: number, cell: CellName | null): JournalPage | undefined {
  const store = useWorkbench();
  const key = cell === null ? plan : `${plan} ${cell.indicator} ${fieldKey(cell.field)}`;
  const read = useLiveQuery(
    async () => ({ key, page: await store.readEntries(plan, limit, cell ?? undefined) }),
    [store, key, limit],
  );
  return read?.key === key ? read.page : undefined;
}

/** The named versions of a plan, live; `undefined` while loading. */
export function useVersions(plan: PlanId): readonly NamedVersion[] | undefined {
  const store = useWorkbench();
  return useLiveQuery(() => store.readVersions(plan), [store, plan]);
}

/** A point in a plan's past: the state after an entry of its journal, or `null` for now. */
export type PointInTime = Seq | null;

/** The states of a plan at two points, live where one of them is now; `undefined` while loading. */
export function useTwoStates(
  plan: PlanId,
  from: PointInTime,
  to: PointInTime,
): { readonly from: Plan; readonly to: Plan } | undefined {
  const store = useWorkbench();
  const key = `${plan} ${from} ${to}`;
  const read = useLiveQuery(async () => {
    const at = (point: PointInTime) =>
      point === null ? store.readPlan(plan) : store.readPlanAfter(plan, point);
    const [before, after] = await Promise.all([at(from), at(to)]);
    return { key, states: before === null || after === null ? undefined : { from: before, to: after } };
  }, [store, key]);
  return read?.key === key ? read.states : undefined;
}
