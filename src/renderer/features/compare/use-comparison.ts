import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { ConceptId } from "#core/plan/ids.ts";
import type { ComparisonChart } from "#core/report/comparison-chart.ts";
import { useCompareView } from "./compare-session.ts";
import {
  type Arrangement,
  arrangementOf,
  comparisonChart,
  type ComparisonSource,
  fitsTogether,
} from "./comparison-view.ts";
import type { ConceptStudy } from "./concept-study.ts";

/** The chart of a concept as the planner wants it. */
export interface Comparison {
  /** `null` where nothing can be drawn. */
  readonly chart: ComparisonChart | null;
  readonly arrangement: Arrangement;
  readonly fitsTogether: boolean;
  /** Other calibers that are in the chart. */
  readonly drawn: ReadonlySet<ConceptId>;
}

const NOTHING: ReadonlySet<ConceptId> = new Set();

/** Makes the chart of a concept. */
export function useComparison(study: ConceptStudy): Comparison {
  const { t } = useTranslation("compare");
  const { drawn: all, arrangement } = useCompareView();
  const drawn = all.get(study.table.concept.id) ?? NOTHING;
  return useMemo(() => {
    const source: ComparisonSource = { ...study, drawn, arrangement };
    return {
      chart: comparisonChart(source, t),
      arrangement: arrangementOf(source),
      fitsTogether: fitsTogether(source),
      drawn,
    };
  }, [study, drawn, arrangement, t]);
}
