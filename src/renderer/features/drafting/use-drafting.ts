import { useCallback, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import type { DraftChoices } from "#core/drafting/draft-choices.ts";
import { type ProposedDraft, proposeDraft } from "#core/drafting/propose-draft.ts";
import type { PlanId } from "#core/plan/ids.ts";
import { ok, type Result } from "#core/result.ts";
import { conceptsById, directionOf, jurisdictionsByCode } from "../../data/catalogue.ts";
import { useCurrentPlan } from "../../data/current-plan.ts";
import { indexOfPlan } from "../../data/plan-index.ts";
import type { Drafting } from "../../data/kept-drafting.ts";
import type { ListedPlan } from "../../data/use-plans.ts";
import { useWorkbench } from "../../data/use-workbench.ts";
import { storeErrorText } from "../../i18n/error-text.ts";
import { paths } from "../../ui/paths.ts";
import { type Chosen, chosen, type NoNextPlan } from "./drafting-choices.ts";
import { changeDrafting, forgetDrafting, useDraftingChoices } from "./drafting-session.ts";
import { noteText } from "./proposal-text.ts";

/** The draft in the making, as every step sees it. */
export interface DraftingView {
  readonly predecessor: ListedPlan;
  readonly superior: ListedPlan | null;
  readonly plans: readonly ListedPlan[];
  readonly drafting: Drafting;
  readonly chosen: Chosen;
  readonly proposed: ProposedDraft;
  readonly change: (change: Partial<Drafting>) => void;
}

/** Reads the draft in the making, or why no plan can come after this one. */
export function useDraftingView(
  predecessor: ListedPlan,
  plans: readonly ListedPlan[],
): Result<DraftingView, NoNextPlan> {
  const { t } = useTranslation(["drafting", "grid"]);
  const { id } = predecessor.plan;
  const drafting = useDraftingChoices(id);
  const change = useCallback((changes: Partial<Drafting>) => changeDrafting(id, changes), [id]);
  return useMemo(() => {
    const stands = chosen(predecessor, drafting, plans, [...jurisdictionsByCode.values()]);
    if (!stands.ok) return stands;
    const { choices, peers } = stands.value;
    const superior = plans.find(({ plan }) => plan.id === choices.superior) ?? null;
    const sources = { predecessor: predecessor.plan, superior: superior?.plan ?? null };
    const proposed = proposeDraft(sources, choices, {
      grounds: {
        predecessor: indexOfPlan(predecessor.plan),
        superior: superior === null ? null : indexOfPlan(superior.plan),
        peers: peers.map(indexOfPlan),
        concepts: conceptsById,
      },
      rules: { plan: drafting.rule, rows: drafting.rules },
      noteOf: (rule, ground) => noteText(rule, ground, t),
      directionOf,
    });
    return ok({ predecessor, superior, plans, drafting, chosen: stands.value, proposed, change });
  }, [predecessor, plans, drafting, change, t]);
}

/** Makes the draft and opens it; a refusal is told in `failure`. */
export function useDraftMaking(predecessor: PlanId) {
  const { t } = useTranslation(["shell", "errors"]);
  const store = useWorkbench();
  const [, go] = useLocation();
  const { choose } = useCurrentPlan();
  const [failure, setFailure] = useState<string | null>(null);
  const [making, setMaking] = useState(false);
  const make = async (choices: DraftChoices) => {
    // A second press of Enter shall not make a second draft.
    if (making) return;
    setMaking(true);
    const made = await store.createNextPlan(predecessor, choices);
    setMaking(false);
    if (!made.ok) {
      setFailure(storeErrorText(t, made.error));
      return;
    }
    forgetDrafting(predecessor);
    choose(made.value);
    go(paths.indicators(made.value));
  };
  return { failure, dismiss: () => setFailure(null), make: (choices: DraftChoices) => void make(choices) };
}
