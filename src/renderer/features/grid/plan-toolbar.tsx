import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import type { PlanId } from "#core/plan/ids.ts";
import type { Plan } from "#core/plan/plan.ts";
import { usePlanHistory } from "../../data/use-workbench.ts";
import { Button } from "../../ui/button.tsx";
import { paths } from "../../ui/paths.ts";
import { Segment } from "../../ui/segment.tsx";
import { ColumnMenu } from "./column-menu.tsx";
import { openEvidence } from "./grid-session.ts";
import { filterCounts, ROW_FILTERS } from "./row-status.ts";
import type { PlanEdits } from "../../data/use-plan-edits.ts";
import type { GridLayout } from "./use-grid-layout.ts";

interface PlanToolbarProps {
  readonly plan: Plan;
  readonly layout: GridLayout;
  readonly edits: PlanEdits;
}

/** Filters with their counts, columns, and for a draft undo and redo. */
export function PlanToolbar({ plan, layout, edits }: PlanToolbarProps) {
  const { t } = useTranslation("grid");
  const counts = useMemo(() => filterCounts(plan), [plan]);
  const own = plan.origin === "own";
  return (
    <>
      <Segment
        label={t("toolbar.filter")}
        options={ROW_FILTERS.map((value) => ({
          value,
          label: t(`toolbar.filters.${value}`),
          count: counts[value],
        }))}
        value={layout.filter}
        onChange={layout.choose}
      />
      <ColumnMenu
        columns={layout.allColumns}
        hidden={layout.hidden}
        onHide={layout.hide}
        onAddYear={own ? layout.addYear : null}
      />
      {own ? <HistoryButtons plan={plan.id} edits={edits} /> : null}
    </>
  );
}

/** Undo and redo; where there is nothing to take back they say so. */
function HistoryButtons({ plan, edits }: { readonly plan: PlanId; readonly edits: PlanEdits }) {
  const { t } = useTranslation("grid");
  const history = usePlanHistory(plan);
  return (
    <>
      <Button
        variant="quiet"
        icon="undo"
        aria-label={t("toolbar.undo")}
        title={t("toolbar.undo")}
        disabledReason={history?.canUndo === true ? undefined : t("toolbar.nothingToUndo")}
        onClick={() => void edits.undo()}
      />
      <Button
        variant="quiet"
        icon="redo"
        aria-label={t("toolbar.redo")}
        title={t("toolbar.redo")}
        disabledReason={history?.canRedo === true ? undefined : t("toolbar.nothingToRedo")}
        onClick={() => void edits.redo()}
      />
    </>
  );
}

interface PlanActionsProps {
  readonly plan: Plan;
  readonly edits: PlanEdits;
  /** The indicator of the active cell. */
  readonly indicator: string | null;
  readonly evidenceOpen: boolean;
}

/** What a bundled plan is for (a draft of one's own) and what a draft is for (the scenarios). */
export function PlanActions({ plan, edits, indicator, evidenceOpen }: PlanActionsProps) {
  const { t } = useTranslation("grid");
  const [, go] = useLocation();
  const open = (draft: PlanId) => go(paths.indicators(draft));
  const query = indicator === null ? "" : `?indicator=${encodeURIComponent(indicator)}`;
  return (
    <>
      {evidenceOpen ? null : <Button onClick={() => openEvidence(true)}>{t("toolbar.evidence")}</Button>}
      {plan.origin === "bundled" ? (
        <>
          <Button icon="copy" onClick={() => edits.copy(open)}>
            {t("toolbar.copy")}
          </Button>
          <Button variant="primary" icon="next" onClick={() => go(paths.drafting(plan.id))}>
            {t("toolbar.next")}
          </Button>
        </>
      ) : (
        <Button variant="primary" icon="scenario" onClick={() => go(`${paths.scenarios(plan.id)}${query}`)}>
          {t("toolbar.scenario")}
        </Button>
      )}
    </>
  );
}
