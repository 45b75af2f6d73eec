import { useMemo } from "react";
import type { PlanId } from "#core/plan/ids.ts";
import { reportScenarios } from "#core/report/draft/report-scenarios.ts";
import type { GallerySource } from "#core/report/gallery/gallery-source.ts";
import { ScenarioStudy } from "#core/scenario/scenario-study.ts";
import { usePeers } from "../../data/use-peers.ts";
import { useShownPlan } from "../../data/use-shown-plan.ts";
import { useConcepts } from "../../data/use-workbench.ts";

/** What the charts of a plan are made from; it follows every edit. `undefined` while loading, `null` when the plan is not there. */
export function useGallerySource(id: PlanId): GallerySource | null | undefined {
  const { plan } = useShownPlan(id);
  const peers = usePeers(plan);
  const concepts = useConcepts();
  const study = useMemo(() => {
    if (!plan) return null;
    // As in the report: the words of a chart are those of the document that it goes into.
    const { scenarios, drivers } = reportScenarios(plan, concepts);
    return new ScenarioStudy(plan, concepts, scenarios, drivers);
  }, [plan, concepts]);
  return useMemo(() => {
    if (!plan || study === null) return plan === null ? null : undefined;
    return peers === undefined ? undefined : { plan, concepts, study, peers };
  }, [plan, study, peers, concepts]);
}
