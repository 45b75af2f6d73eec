import "./history.css";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import type { PlanId } from "#core/plan/ids.ts";
import { useJournal, useVersions } from "../../data/history/use-history.ts";
import { usePlanMaking } from "../../data/use-plan-making.ts";
import { usePlan } from "../../data/use-workbench.ts";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { paths } from "../../ui/paths.ts";
import { Room } from "../../ui/room.tsx";
import { useState } from "react";
import { PlanPast } from "./plan-past.tsx";

/** How many entries are read at first, and how many more at a time. */
const PAGE = 500;

/** What was done to a plan, its named versions, and what differs between any two of its states. */
export function HistoryRoom({ planId }: { readonly planId: PlanId }) {
  const { t } = useTranslation("history");
  const [limit, setLimit] = useState(PAGE);
  const plan = usePlan(planId);
  const page = useJournal(planId, limit);
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
  return <PlanPast plan={plan} page={page} versions={versions} onEarlier={() => setLimit(limit + PAGE)} />;
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
