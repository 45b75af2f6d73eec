import { useMemo } from "react";
import { conceptTable } from "#core/compare/concept-table.ts";
import type { ConceptId } from "#core/plan/ids.ts";
import { useCurrentPlan } from "../../data/current-plan.ts";
import type { ListedPlan } from "../../data/use-plans.ts";
import { usePlanNames } from "../../data/use-plan-names.ts";
import { useConcepts } from "../../data/use-workbench.ts";
import type { ConceptStudy } from "./concept-study.ts";
import { useConceptName } from "./use-concept-name.ts";

/** One concept over the listed plans; `null` for an unknown concept. */
export function useConceptStudy(listed: readonly ListedPlan[], id: ConceptId): ConceptStudy | null {
  const concepts = useConcepts();
  const names = usePlanNames();
  const conceptName = useConceptName();
  const { planId: current } = useCurrentPlan();
  const table = useMemo(
    () =>
      conceptTable(
        listed.map(({ plan }) => plan),
        concepts,
        id,
      ),
    [listed, concepts, id],
  );
  return useMemo(() => {
    if (table === null) return null;
    const entries = new Map(listed.map(({ entry }) => [entry.id, entry]));
    return {
      table,
      plans: new Map(listed.map(({ plan }) => [plan.id, plan])),
      planName: (plan) => {
        const entry = entries.get(plan);
        return entry === undefined ? plan : names.short(entry);
      },
      planTitle: (plan) => entries.get(plan)?.title ?? plan,
      conceptName,
      current,
    };
  }, [table, listed, names, conceptName, current]);
}
