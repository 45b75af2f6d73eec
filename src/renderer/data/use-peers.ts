import { useMemo } from "react";
import type { Plan } from "#core/plan/plan.ts";
import type { Peer } from "#core/report/gallery/gallery-source.ts";
import { usePlanNames } from "./use-plan-names.ts";
import { usePlans } from "./use-plans.ts";

/** All plans with their short names in the language of documents, a plan among them as it is shown; `undefined` while loading. None where they are not wanted. */
export function usePeers(plan: Plan | null | undefined, wanted = true): readonly Peer[] | undefined {
  const listed = usePlans(wanted);
  const names = usePlanNames("zh-CN");
  return useMemo(
    () =>
      listed?.map((each) => ({
        plan: plan && each.entry.id === plan.id ? plan : each.plan,
        name: names.short(each.entry),
      })),
    [plan, listed, names],
  );
}
