import { useMemo, useState } from "react";
import type { Plan } from "#core/plan/plan.ts";
import type { ModelDriver } from "#core/scenario/plan-model.ts";
import type { ScenarioId, SeriesOverride } from "#core/scenario/scenario.ts";
import { ScenarioStudy, type Trial } from "#core/scenario/scenario-study.ts";
import type { ScenarioTree } from "#core/scenario/scenario-tree.ts";
import { type SeriesTopic, seriesTopic } from "#core/scenario/series-topic.ts";
import { useConcepts } from "../../../data/use-workbench.ts";

/** What is studied: the scenarios of a plan as they are stored. */
export interface StudySource {
  readonly plan: Plan;
  readonly tree: ScenarioTree;
  readonly drivers: readonly ModelDriver[];
}

/** A study with what is being tried out. It changes with every trial, so that what is derived from it is derived anew. */
export interface LiveStudy {
  readonly study: ScenarioStudy;
  readonly trial: Trial | null;
  readonly topicOf: (series: number) => SeriesTopic;
}

/** How to try something out, and how to have it stored: as one step, when the hand lets go. */
export interface Trying {
  readonly tryOut: (scenario: ScenarioId, series: string, override: SeriesOverride) => void;
  readonly store: () => void;
}

/**
 * Compiles a plan's scenarios once and computes trials on top of them. A trial stays on show until the stored scenarios have
 * changed, so that nothing jumps back while they are being stored.
 */
export function useLiveStudy(
  { plan, tree, drivers }: StudySource,
  onStore: (scenario: ScenarioId, series: string, override: SeriesOverride) => void,
): { readonly live: LiveStudy; readonly trying: Trying } {
  const concepts = useConcepts();
  const compiled = useMemo(() => {
    const study = new ScenarioStudy(plan, concepts, tree, drivers);
    const topics = new Map<number, SeriesTopic>();
    const topicOf = (at: number) => {
      const topic = topics.get(at) ?? seriesTopic(plan, concepts, study, at);
      topics.set(at, topic);
      return topic;
    };
    return { study, topicOf };
  }, [plan, concepts, tree, drivers]);
  const [held, setHeld] = useState<{ readonly of: ScenarioStudy; readonly trial: Trial } | null>(null);
  const trial = held?.of === compiled.study ? held.trial : null;
  const live = useMemo((): LiveStudy => {
    compiled.study.suppose(trial);
    return { ...compiled, trial };
  }, [compiled, trial]);
  return {
    live,
    trying: {
      tryOut: (scenario, series, override) =>
        setHeld({ of: compiled.study, trial: { scenario, series, override } }),
      store: () => {
        if (trial !== null) onStore(trial.scenario, trial.series, trial.override);
      },
    },
  };
}
