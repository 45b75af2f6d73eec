import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Concept } from "#core/plan/concept.ts";
import type { ConceptId } from "#core/plan/ids.ts";
import type { Plan } from "#core/plan/plan.ts";
import { type Assumption, whatIfGround, whatIfLines, type WhatIfMethod } from "#core/scenario/what-if.ts";
import { useConcepts, useJurisdictions } from "../../data/use-workbench.ts";
import { findings } from "./findings.ts";
import { firstAssumption } from "./growth-range.ts";
import { projectionChart } from "./projection-view.ts";
import { valueFormat } from "./value-format.ts";

/** What the planner has chosen: the assumption (`null` takes the first one) and the method that stands out. */
interface Choice {
  readonly supposed: Assumption | null;
  readonly current: WhatIfMethod;
}

/** The what-if question of one indicator, worked out for the room; `null` where there is no value to start from. */
export type WhatIf = NonNullable<ReturnType<typeof useWhatIf>>;

/** Works out paths, chart and findings of the indicator in a row of a plan. */
export function useWhatIf(plan: Plan, row: number, { supposed, current }: Choice) {
  const { t, i18n } = useTranslation("scenario");
  const jurisdiction = useJurisdictions().get(plan.jurisdiction);
  const place = (i18n.language === "en" ? jurisdiction?.nameEn : jurisdiction?.name) ?? "";
  const concept = useConcept(plan.indicators[row]?.concept ?? null);
  const ground = useMemo(() => whatIfGround(plan, row, concept), [plan, row, concept]);
  return useMemo(() => {
    if (ground === null || ground.start === null) return null;
    const assumption = supposed ?? firstAssumption(ground);
    const lines = whatIfLines(ground, assumption);
    const format = valueFormat(ground);
    const chart = projectionChart({ ground, lines, current, format, planTitle: plan.title, place }, t);
    const found = findings(ground, lines, assumption.aim, { concept, periodStart: plan.period.start });
    return { ground, start: ground.start, assumption, lines, format, chart, found };
  }, [ground, supposed, current, concept, plan, place, t]);
}

function useConcept(id: ConceptId | null): Concept | null {
  const concepts = useConcepts();
  return id === null ? null : (concepts.get(id) ?? null);
}
