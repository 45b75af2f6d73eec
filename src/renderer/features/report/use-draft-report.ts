import { useMemo, useState } from "react";
import type { Plan } from "#core/plan/plan.ts";
import type { DraftContext, DraftOptions } from "#core/report/draft/draft-context.ts";
import { draftReport, usualOptions } from "#core/report/draft/draft-report.ts";
import { reportScenarios } from "#core/report/draft/report-scenarios.ts";
import type { Report } from "#core/report/report.ts";
import { useKeptCharts } from "../../data/views/use-kept-charts.ts";
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
  const keeping = useKeptCharts(plan.id);
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
  const inReport = keeping?.kept.inReport ?? null;
  const options = useMemo(() => {
    const usual = usualOptions(plan, context);
    return { ...usual, charts: inReport === null ? usual.charts : new Set(inReport), ...chosen };
  }, [plan, context, inReport, chosen]);
  const report = useMemo(() => draftReport(plan, context, options), [plan, context, options]);
  return {
    context,
    report,
    options,
    choose: ({ charts, ...change }) => {
      // Which charts stand in the report is kept with their designs, where the gallery chooses them too.
      if (charts !== undefined) keeping?.keep({ ...keeping.kept, inReport: [...charts] });
      setChosen((before) => ({ ...before, ...change }));
    },
  };
}
