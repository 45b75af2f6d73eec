import { useMemo } from "react";
import { type PlanRole, proposeComparison, roleOf } from "#core/compare/beside/propose-comparison.ts";
import { type SideChoices, sideBySide, type SideTable } from "#core/compare/beside/side-by-side.ts";
import type { PlanId } from "#core/plan/ids.ts";
import type { Plan } from "#core/plan/plan.ts";
import { conceptsById, jurisdictionsByCode } from "../../../data/catalogue.ts";
import { indexOfPlan } from "../../../data/plan-index.ts";
import type { PairAssumption } from "../../../data/kept-comparison.ts";
import { usePlanNames } from "../../../data/use-plan-names.ts";
import type { ListedPlan } from "../../../data/use-plans.ts";
import { useStable } from "../../../ui/use-stable.ts";
import type { BesideView } from "./beside-session.ts";

/** A draft beside other plans, with their words, as the view's parts take it. */
export interface SideStudy {
  readonly table: SideTable;
  /** All other plans of the library, those that could stand beside the draft. */
  readonly candidates: readonly ListedPlan[];
  readonly roleOf: (plan: Plan) => PlanRole;
  /** 恩平“十三五”. */
  readonly planName: (plan: PlanId) => string;
  /** 恩平. */
  readonly placeName: (plan: PlanId) => string;
}

/** The draft as it is shown beside the plans that the view names. */
export function useSideStudy(draft: Plan, listed: readonly ListedPlan[], view: BesideView): SideStudy {
  const names = usePlanNames();
  const candidates = useMemo(() => listed.filter(({ plan }) => plan.id !== draft.id), [listed, draft.id]);
  const { chosen, assumed } = view;
  const beside = useStable(
    chosen ??
      proposeComparison(
        draft,
        candidates.map(({ plan }) => plan),
        jurisdictionsByCode,
      ),
    sameIds,
  );
  const indexes = useMemo(
    () =>
      beside.flatMap((id) => {
        const plan = candidates.find((candidate) => candidate.plan.id === id)?.plan;
        return plan === undefined ? [] : [indexOfPlan(plan)];
      }),
    [candidates, beside],
  );
  const table = useMemo(
    () =>
      sideBySide(
        draft,
        indexes,
        { concepts: conceptsById, jurisdictions: jurisdictionsByCode },
        choicesOf(assumed),
      ),
    [draft, indexes, assumed],
  );
  return useMemo(() => {
    const entries = new Map(listed.map(({ entry }) => [entry.id, entry]));
    return {
      table,
      candidates,
      roleOf: (plan) => roleOf(table.draft, plan, jurisdictionsByCode),
      planName: (id) => {
        const entry = entries.get(id);
        return entry === undefined ? id : names.short(entry);
      },
      placeName: (id) => {
        const entry = entries.get(id);
        return entry === undefined ? id : names.own(entry);
      },
    };
  }, [table, candidates, listed, names]);
}

function sameIds(a: readonly PlanId[], b: readonly PlanId[]): boolean {
  return a.length === b.length && a.every((id, at) => id === b[at]);
}

function choicesOf(assumed: readonly PairAssumption[]): SideChoices {
  return {
    assumed: (indicator, plan) =>
      assumed
        .filter((each) => each.indicator === indicator && each.plan === plan)
        .map(({ assumption }) => assumption),
  };
}
