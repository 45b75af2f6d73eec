import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useSearch } from "wouter";
import { exampleTree } from "#core/example/example-tree.ts";
import { type ExampleId, exampleOf } from "#core/example/worked-examples.ts";
import type { Plan } from "#core/plan/plan.ts";
import { type ScenarioId, scenarioId } from "#core/scenario/scenario.ts";
import type { ScenarioTree } from "#core/scenario/scenario-tree.ts";

/** A worked example that stands in the room instead of the plan's own scenarios. */
export interface ShownExample {
  readonly id: ExampleId;
  readonly tree: ScenarioTree;
  readonly series: string;
  readonly scenario: ScenarioId;
}

/** The example that the room's address asks for, `null` where it asks for none or the plan has none. */
export function useExample(plan: Plan): ShownExample | null {
  const { t } = useTranslation("examples");
  const wanted = new URLSearchParams(useSearch()).has("example");
  return useMemo(() => {
    const example = wanted ? exampleOf(plan.id) : null;
    if (example === null) return null;
    const names: Readonly<Record<string, string>> = t(`of.${example.id}`, { returnObjects: true }).scenarios;
    return {
      id: example.id,
      tree: exampleTree(example, (key) => names[key] ?? key),
      series: example.series,
      scenario: scenarioId(example.chosen),
    };
  }, [wanted, plan.id, t]);
}
