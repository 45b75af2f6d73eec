import "./compare.css";
import { useEffect, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import { conceptIndex } from "#core/compare/concept-index.ts";
import type { ConceptId } from "#core/plan/ids.ts";
import { type ListedPlan, usePlans } from "../../data/use-plans.ts";
import { useConcepts } from "../../data/use-workbench.ts";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { paths } from "../../ui/paths.ts";
import { Room } from "../../ui/room.tsx";
import { changeCompareView, useCompareView } from "./compare-session.ts";
import { firstConcept } from "./concept-filter.ts";
import { ConceptList } from "./concept-list.tsx";
import { ConceptView } from "./concept-view.tsx";

/** The room 对照: one concept over all plans. `concept` is what the address asks for, `null` for the last one. */
export function CompareRoom({ concept }: { readonly concept: ConceptId | null }) {
  const { t } = useTranslation(["compare", "shell"]);
  const plans = usePlans();
  useEffect(() => {
    document.title = `${t("compare:title")} · ${t("shell:product")}`;
  }, [t]);
  useEffect(() => {
    if (concept !== null) changeCompareView({ concept });
  }, [concept]);
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
  const { concept: last } = useCompareView();
  const groups = useMemo(
    () =>
      conceptIndex(
        plans.map(({ plan }) => plan),
        concepts,
      ),
    [plans, concepts],
  );
  const current = wanted ?? last ?? firstConcept(groups)?.concept.id ?? null;
  if (current === null) {
    return (
      <Room title={t("title")} lead={<Mode />}>
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
      lead={<Mode />}
      list={<ConceptList groups={groups} current={current} onOpen={(id) => go(paths.compare(id))} />}
    />
  );
}

/** What the room compares by; the side-by-side grid of plans will be the other way. */
function Mode() {
  const { t } = useTranslation("compare");
  return <span className="muted">{t("mode")}</span>;
}
