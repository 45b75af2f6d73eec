import { useEffect, useMemo, useSyncExternalStore } from "react";
import type { Plan } from "#core/plan/plan.ts";
import type { ModelDriver } from "#core/scenario/plan-model.ts";
import type { ScenarioId, SeriesOverride } from "#core/scenario/scenario.ts";
import { ScenarioStudy } from "#core/scenario/scenario-study.ts";
import type { ScenarioTree } from "#core/scenario/scenario-tree.ts";
import { type SeriesTopic, seriesTopic } from "#core/scenario/series-topic.ts";
import { useConcepts } from "../../../data/use-workbench.ts";
import { type SessionState, StudySession } from "./study-session.ts";

/** What is studied: the scenarios of a plan as they are stored. */
export interface StudySource {
  readonly plan: Plan;
  readonly tree: ScenarioTree;
  readonly drivers: readonly ModelDriver[];
}

/** Stores parts of a series in a scenario as one step of undo; `refused` is called where they could not be stored. */
export type StoreAssumption = (
  scenario: ScenarioId,
  series: string,
  override: SeriesOverride,
  refused?: () => void,
) => void;

/** How to take hold of something, how to try it out, and how to have it stored: as one step, when the hand lets go. */
export interface Trying {
  readonly hold: () => void;
  readonly tryOut: (scenario: ScenarioId, series: string, override: SeriesOverride) => void;
  readonly store: () => void;
}

/**
 * Compiles a plan's scenarios once and computes trials on top of them. A trial stays on show until the stored scenarios have
 * changed, so that nothing jumps back while they are being stored; one that is refused goes.
 */
export function useLiveStudy(
  { plan, tree, drivers }: StudySource,
  onStore: StoreAssumption,
): SessionState & { readonly trying: Trying } {
  const concepts = useConcepts();
  const session = useMemo(() => {
    const study = new ScenarioStudy(plan, concepts, tree, drivers);
    const topics = new Map<number, SeriesTopic>();
    return new StudySession(study, (at) => {
      const topic = topics.get(at) ?? seriesTopic(plan, concepts, study, at);
      topics.set(at, topic);
      return topic;
    });
  }, [plan, concepts, tree, drivers]);
  useEffect(() => () => session.close(), [session]);
  const state = useSyncExternalStore(session.subscribe, session.state);
  return {
    ...state,
    trying: {
      hold: () => session.hold(),
      tryOut: (scenario, series, override) => session.tryOut({ scenario, series, override }),
      store: () => {
        const trial = session.letGo();
        if (trial === null) return;
        onStore(trial.scenario, trial.series, trial.override, () => session.drop(trial));
      },
    },
  };
}
