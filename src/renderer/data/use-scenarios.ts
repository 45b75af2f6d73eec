import { useCallback, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Command } from "#core/command/command.ts";
import type { PlanId } from "#core/plan/ids.ts";
import type { Plan } from "#core/plan/plan.ts";
import type { Driver } from "#core/scenario/driver.ts";
import type { ScenarioIdentities } from "#core/scenario/propose-scenarios.ts";
import { scenarioId } from "#core/scenario/scenario.ts";
import { type ScenarioTree, scenarioTree } from "#core/scenario/scenario-tree.ts";
import { shownScenarios } from "#core/scenario/shown-scenarios.ts";
import { type PlanEdits, usePlanEdits } from "./use-plan-edits.ts";
import { useShownPlan } from "./use-shown-plan.ts";
import { useConcepts } from "./use-workbench.ts";

/** A plan with its scenarios, as its screens show them. */
export interface PlanScenarios {
  readonly plan: Plan;
  readonly tree: ScenarioTree;
  readonly drivers: readonly Driver[];
  /** Bundled plans are read-only: their scenarios are proposed from their figures, and a copy can be edited. */
  readonly canEdit: boolean;
  /** Carries out a command on the scenarios that are shown, as one step of undo; those that were only proposed are kept with it. `refused` is called where it could not be stored; why stands in `edits.failure`. */
  readonly edit: (command: Command, refused?: () => void) => void;
  readonly edits: PlanEdits;
}

/** The scenarios of a plan, live; `undefined` while loading, `null` when the plan is not there. */
export function useScenarios(id: PlanId): PlanScenarios | null | undefined {
  const shownPlan = useShownPlan(id);
  const { plan } = shownPlan;
  const edits = usePlanEdits(id, shownPlan);
  const concepts = useConcepts();
  const identities = useProposedNames();
  const shown = useMemo(
    () => (plan ? shownScenarios(plan, concepts, identities) : null),
    [plan, concepts, identities],
  );
  const tree = useMemo(() => (shown === null ? null : scenarioTree(shown.scenarios)), [shown]);
  const { run } = edits;
  const edit = useCallback(
    (command: Command, refused?: () => void) => {
      if (shown === null) return;
      const { scenarios, drivers, kept } = shown;
      const keep = { type: "keepScenarios", scenarios, drivers } as const;
      run(kept ? command : { type: "batch", commands: [keep, command] }, { refused });
    },
    [shown, run],
  );
  return useMemo(() => {
    if (!plan || shown === null || tree === null) return plan === undefined ? undefined : null;
    if (!tree.ok) throw new Error(`The scenarios of ${plan.id} are no tree: ${tree.error.kind}`);
    const canEdit = plan.origin === "own";
    return { plan, tree: tree.value, drivers: shown.drivers, canEdit, edit, edits };
  }, [plan, shown, tree, edit, edits]);
}

/** Names and notes of the scenarios that every plan starts with. */
function useProposedNames(): ScenarioIdentities {
  const { t } = useTranslation("scenario");
  return useMemo(() => {
    const named = (id: "floor" | "baseline" | "stretch") => ({
      id: scenarioId(id),
      name: t(`proposed.${id}.name`),
      note: t(`proposed.${id}.note`),
    });
    return { floor: named("floor"), baseline: named("baseline"), stretch: named("stretch") };
  }, [t]);
}
