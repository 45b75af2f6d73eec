import "./history.css";
import { useTranslation } from "react-i18next";
import { useLocation, useSearch } from "wouter";
import { indicatorId, type PlanId } from "#core/plan/ids.ts";
import type { CellName } from "../../data/history/history-store.ts";
import { useJournal, useVersions } from "../../data/history/use-history.ts";
import { usePlanMaking } from "../../data/use-plan-making.ts";
import { usePlan } from "../../data/use-workbench.ts";
import { Button } from "../../ui/button.tsx";
import { addressedField, fieldAddress } from "../../data/history/cell-address.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { paths } from "../../ui/paths.ts";
import { Room } from "../../ui/room.tsx";
import { useMemo, useState } from "react";
import { PlanPast } from "./plan-past.tsx";

/** How many entries are read at first, and how many more at a time. */
const PAGE = 500;

/** What was done to a plan, its named versions, and what differs between any two of its states. */
export function HistoryRoom({ planId }: { readonly planId: PlanId }) {
  const { t } = useTranslation("history");
  const [limit, setLimit] = useState(PAGE);
  const plan = usePlan(planId);
  const cell = useAskedCell();
  const page = useJournal(planId, limit, cell);
  const versions = useVersions(planId);
  if (plan === undefined || page === undefined || versions === undefined)
    return <Room title={t("title")}>{null}</Room>;
  if (plan === null || plan.origin === "bundled") {
    return (
      <Room title={t("title")}>
        {plan === null ? <EmptyState text={t("empty.missing")} /> : <NoPast planId={planId} />}
      </Room>
    );
  }
  // Another cell is another timeline, with nothing of it chosen.
  const key = cell === null ? "" : `${cell.indicator} ${fieldAddress(cell.field)}`;
  return <PlanPast key={key} {...{ plan, page, versions, cell }} onEarlier={() => setLimit(limit + PAGE)} />;
}

/** The cell to whose history the address leads; `null` for that of the plan. */
function useAskedCell(): CellName | null {
  const search = useSearch();
  return useMemo(() => {
    const asked = new URLSearchParams(search);
    const indicator = asked.get("indicator");
    const field = addressedField(asked.get("field"));
    return indicator === null || field === null ? null : { indicator: indicatorId(indicator), field };
  }, [search]);
}

function NoPast({ planId }: { readonly planId: PlanId }) {
  const { t } = useTranslation("history");
  const making = usePlanMaking();
  const [, go] = useLocation();
  const copy = async () => {
    const made = await making.copy(planId);
    if (made.ok) go(paths.indicators(made.value));
  };
  return (
    <EmptyState
      text={t("empty.bundled")}
      actions={
        <Button icon="copy" onClick={() => void copy()}>
          {t("empty.copy")}
        </Button>
      }
    />
  );
}
