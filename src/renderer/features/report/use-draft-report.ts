import { useMemo, useState } from "react";
import type { Plan } from "#core/plan/plan.ts";
import type { DraftContext, DraftOptions } from "#core/report/draft/draft-context.ts";
import { draftReport, usualOptions } from "#core/report/draft/draft-report.ts";
import { reportScenarios } from "#core/report/draft/report-scenarios.ts";
import type { Report } from "#core/report/report.ts";
import { useConcepts, useJurisdictions, useLibrary } from "../../data/use-workbench.ts";

/** The report of a plan as it stands, with what goes into it. */
export interface DraftedReport {
  readonly context: DraftContext;
  readonly report: Report;
  readonly options: DraftOptions;
  readonly choose: (change: Partial<DraftOptions>) => void;
}

/** Drafts the report of a plan; it follows every edit. What the planner has chosen holds while the room is open. */
export function useDraftReport(plan: Plan): DraftedReport {
  const concepts = useConcepts();
  const jurisdictions = useJurisdictions();
  const library = useLibrary();
  const [chosen, setChosen] = useState<Partial<DraftOptions>>({});
  const context = useMemo((): DraftContext => {
    const titled = (id: Plan["id"] | null) => library?.find((entry) => entry.id === id) ?? null;
    return {
      concepts,
      jurisdiction: jurisdictions.get(plan.jurisdiction) ?? null,
      predecessor: titled(plan.predecessor),
      superior: titled(plan.superior),
      ...reportScenarios(plan, concepts),
    };
  }, [plan, concepts, jurisdictions, library]);
  const options = useMemo(() => ({ ...usualOptions(plan, context), ...chosen }), [plan, context, chosen]);
  const report = useMemo(() => draftReport(plan, context, options), [plan, context, options]);
  return {
    context,
    report,
    options,
    choose: (change) => setChosen((before) => ({ ...before, ...change })),
  };
}
