import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useCurrentPlan } from "../../data/current-plan.ts";
import type { LibraryEntry } from "../../data/library-entry.ts";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { librarySpan } from "./library-totals.ts";
import { PlanTable } from "./plan-table.tsx";
import { Tour } from "./tour.tsx";
import type { PlanDeeds } from "./use-plan-deeds.ts";

interface PlanListProps {
  readonly library: readonly LibraryEntry[];
  readonly shown: readonly LibraryEntry[];
  readonly selected: LibraryEntry | undefined;
  readonly deeds: PlanDeeds;
  readonly onClear: () => void;
}

/** The plans that match, or what to do when none does; the tour below. */
export function PlanList({ library, shown, selected, deeds, onClear }: PlanListProps) {
  const { choose } = useCurrentPlan();
  const span = useMemo(() => librarySpan(library), [library]);
  return (
    <div className="list">
      <div className="list-scroll">
        {shown.length === 0 ? (
          <NoPlans empty={library.length === 0} onClear={onClear} />
        ) : (
          <PlanTable
            entries={shown}
            selected={selected?.id ?? null}
            span={span}
            onSelect={choose}
            onOpen={deeds.open}
          />
        )}
      </div>
      <Tour onStart={() => selected !== undefined && deeds.open(selected.id)} />
    </div>
  );
}

function NoPlans({ empty, onClear }: { readonly empty: boolean; readonly onClear: () => void }) {
  const { t } = useTranslation("library");
  if (empty) return <EmptyState text={t("empty.noPlans")} />;
  return (
    <EmptyState text={t("empty.noMatch")} actions={<Button onClick={onClear}>{t("empty.clear")}</Button>} />
  );
}
