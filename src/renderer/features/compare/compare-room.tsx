import "./compare.css";
import { useEffect, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Redirect, useLocation, useSearch } from "wouter";
import { conceptIndex } from "#core/compare/concept-index.ts";
import type { ConceptId } from "#core/plan/ids.ts";
import type { Indicator } from "#core/plan/plan.ts";
import { useCurrentPlan } from "../../data/current-plan.ts";
import { type ListedPlan, usePlans } from "../../data/use-plans.ts";
import { useConcepts } from "../../data/use-workbench.ts";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { paths } from "../../ui/paths.ts";
import { Room } from "../../ui/room.tsx";
import { BesideRoom } from "./beside/beside-room.tsx";
import { changeCompareView, useCompareView } from "./compare-session.ts";
import { CompareMode } from "./compare-mode.tsx";
import { firstConcept } from "./concept-filter.ts";
import { ConceptList } from "./concept-list.tsx";
import { ConceptView } from "./concept-view.tsx";

/**
 * The room 对照: the open plan beside others, or one concept over all plans. `concept` is what the address asks for;
 * without one an open plan is compared.
 */
export function CompareRoom({ concept }: { readonly concept: ConceptId | null }) {
  const { t } = useTranslation(["compare", "shell"]);
  const plans = usePlans();
  useEffect(() => {
    document.title = `${t("compare:title")} · ${t("shell:product")}`;
  }, [t]);
  const concepts = useConcepts();
  useEffect(() => {
    // An address may ask for a concept that the catalogue does not have; the room is not found so again.
    if (concept !== null && concepts.has(concept)) changeCompareView({ concept });
  }, [concept, concepts]);
  if (plans === undefined) return <Room title={t("compare:title")}>{null}</Room>;
  return <LoadedRoom plans={plans} wanted={concept} />;
}

interface LoadedRoomProps {
  readonly plans: readonly ListedPlan[];
  readonly wanted: ConceptId | null;
}

function LoadedRoom({ plans, wanted }: LoadedRoomProps) {
  const { t } = useTranslation("compare");
  const [, go] = useLocation();
  const concepts = useConcepts();
  const { planId } = useCurrentPlan();
  const { concept: last } = useCompareView();
  const query = new URLSearchParams(useSearch());
  const asked = askedIndicator(plans, query.get("indicator"));
  const groups = useMemo(
    () =>
      conceptIndex(
        plans.map(({ plan }) => plan),
        concepts,
      ),
    [plans, concepts],
  );
  if (asked?.concept !== null && asked?.concept !== undefined)
    return <Redirect to={paths.compare(asked.concept)} replace />;
  const byPlans = wanted === null && asked === null && (planId !== null || query.get("view") === "plans");
  const current = wanted ?? last ?? firstConcept(groups)?.concept.id ?? null;
  if (byPlans)
    return (
      <BesideRoom
        key={planId}
        planId={planId}
        plans={plans}
        mode={<CompareMode mode="plans" concept={current} />}
      />
    );
  if (current === null) {
    return (
      <Room title={t("title")} lead={<CompareMode mode="concept" concept={current} />}>
        <EmptyState
          text={t("list.none")}
          actions={
            <Button variant="primary" onClick={() => go(paths.library)}>
              {t("list.toLibrary")}
            </Button>
          }
        />
      </Room>
    );
  }
  return (
    <ConceptView
      plans={plans}
      concept={current}
      lead={<CompareMode mode="concept" concept={current} />}
      notice={asked === null ? null : t("noConcept", { name: asked.name })}
      list={<ConceptList groups={groups} current={current} onOpen={(id) => go(paths.compare(id))} />}
    />
  );
}

/** The indicator that the address asks for, as the library does; `null` when it asks for none. */
function askedIndicator(plans: readonly ListedPlan[], id: string | null): Indicator | null {
  if (id === null) return null;
  return plans.flatMap(({ plan }) => plan.indicators).find((indicator) => indicator.id === id) ?? null;
}
