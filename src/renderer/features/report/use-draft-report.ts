import { useMemo, useState } from "react";
import type { Plan } from "#core/plan/plan.ts";
import { annualScenarios } from "#core/report/draft/annual-scenarios.ts";
import type { DraftContext, DraftOptions } from "#core/report/draft/draft-context.ts";
import { draftReport, usualOptions } from "#core/report/draft/draft-report.ts";
import { reportScenarios } from "#core/report/draft/report-scenarios.ts";
import { isBesidePlans, type Peer } from "#core/report/gallery/gallery-source.ts";
import { type KeptCharts, PLAIN_CHARTS } from "#core/report/gallery/kept-charts.ts";
import type { Report } from "#core/report/report.ts";
import { usePeers } from "../../data/use-peers.ts";
import { useKeptCharts } from "../../data/views/use-kept-charts.ts";
import { useTextContext } from "../../data/use-text-context.ts";

/** The report of a plan as it stands, with what goes into it. */
export interface DraftedReport {
  readonly context: DraftContext;
  readonly report: Report;
  readonly options: DraftOptions;
  readonly choose: (change: Partial<DraftOptions>) => void;
  /** How the charts are designed, and how to change that. */
  readonly kept: KeptCharts;
  readonly keep: (charts: KeptCharts) => void;
}

const NO_PEERS: readonly Peer[] = [];

/** Drafts the report of a plan; it follows every edit. What the planner has chosen holds while the room is open. */
export function useDraftReport(plan: Plan): DraftedReport {
  const text = useTextContext(plan);
  const keeping = useKeptCharts(plan.id);
  const kept = keeping?.kept ?? PLAIN_CHARTS;
  const peers =
    usePeers(
      plan,
      // A plan that follows another one cites that one's document.
      plan.predecessor !== null || kept.placed.some(({ kind }) => isBesidePlans(kind)),
    ) ?? NO_PEERS;
  const [chosen, setChosen] = useState<Partial<DraftOptions>>({});
  const context = useMemo((): DraftContext => {
    const { scenarios, drivers } = reportScenarios(plan, text.concepts);
    const annual = annualScenarios(plan, text.concepts, scenarios, drivers);
    return { ...text, scenarios, drivers, annual, peers };
  }, [plan, text, peers]);
  const options = useMemo(() => {
    const usual = usualOptions(plan, context);
    const charts = kept.inReport === null ? usual.charts : new Set(kept.inReport);
    // A chosen scenario may be gone since.
    const { scenario = usual.scenario } = chosen;
    const known = context.annual.tree.byId.has(scenario) ? scenario : usual.scenario;
    return { ...usual, charts, placed: kept.placed, designs: kept, ...chosen, scenario: known };
  }, [plan, context, kept, chosen]);
  const report = useMemo(() => draftReport(plan, context, options), [plan, context, options]);
  return {
    context,
    report,
    options,
    kept,
    keep: (charts) => keeping?.keep(charts),
    choose: ({ charts, placed, ...change }) => {
      // Which charts stand in the report is kept with their designs, where the gallery chooses them too.
      if (charts !== undefined) keeping?.keep({ ...kept, inReport: [...charts] });
      if (placed !== undefined) keeping?.keep({ ...kept, placed });
      setChosen((before) => ({ ...before, ...change }));
    },
  };
}
