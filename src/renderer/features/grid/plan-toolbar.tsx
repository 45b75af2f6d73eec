import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import type { PlanId } from "#core/plan/ids.ts";
import type { Plan } from "#core/plan/plan.ts";
import { ROW_FILTERS } from "../../data/views/arrangement.ts";
import { usePlanHistory } from "../../data/use-workbench.ts";
import { Button } from "../../ui/button.tsx";
import { paths } from "../../ui/paths.ts";
import { Segment } from "../../ui/segment.tsx";
import type { CellSource } from "./cell-view.ts";
import { ColumnMenu } from "./column-menu.tsx";
import { columnId } from "./grid-columns.ts";
import type { GridDialog } from "./grid-dialogs.tsx";
import { openEvidence } from "./grid-session.ts";
import { columnName } from "./printed-cell.ts";
import { filterCounts } from "./row-status.ts";
import type { PlanEdits } from "../../data/use-plan-edits.ts";
import type { GridLayout } from "./use-grid-layout.ts";
import { FilterMenu } from "./view/filter-menu.tsx";
import { ViewsMenu } from "./view/views-menu.tsx";

interface PlanToolbarProps {
  readonly source: CellSource;
  readonly layout: GridLayout;
  readonly edits: PlanEdits;
  readonly ask: (dialog: GridDialog) => void;
}

/** Filters with their counts, columns, views, and for a draft undo and redo. */
export function PlanToolbar({ source, layout, edits, ask }: PlanToolbarProps) {
  const { t } = useTranslation("grid");
  const { plan } = source;
  const { arrangement, arrange } = layout;
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
        value={arrangement.status}
        onChange={(status) => arrange({ status })}
      />
      <FilterMenu source={source} layout={layout} onAsk={(column) => ask({ kind: "filter", column })} />
      <ColumnMenu layout={layout} editable={own} />
      <ViewsMenu
        plan={plan.id}
        layout={layout}
        onSave={() => ask({ kind: "save-view" })}
        onManage={() => ask({ kind: "views" })}
      />
      <SortNotice layout={layout} />
      {own ? <HistoryButtons plan={plan.id} edits={edits} /> : null}
    </>
  );
}

/** By which column rows are sorted, with the way back to the order of the plan. */
function SortNotice({ layout: { arrangement, allColumns, arrange } }: { readonly layout: GridLayout }) {
  const { t } = useTranslation("grid");
  const { sort } = arrangement;
  const found = allColumns.find((each) => columnId(each) === sort?.column);
  if (sort === null || found === undefined) return null;
  const column = columnName(found, t);
  const title = sort.descending ? t("arrange.sortedDown", { column }) : t("arrange.sortedBy", { column });
  return (
    <Button variant="quiet" icon="close" title={title} onClick={() => arrange({ sort: null })}>
      {t("arrange.planOrder")}
    </Button>
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
        onClick={edits.undo}
      />
      <Button
        variant="quiet"
        icon="redo"
        aria-label={t("toolbar.redo")}
        title={t("toolbar.redo")}
        disabledReason={history?.canRedo === true ? undefined : t("toolbar.nothingToRedo")}
        onClick={edits.redo}
      />
    </>
  );
}

interface PlanActionsProps {
  readonly plan: Plan;
  readonly onAdd: () => void;
  readonly edits: PlanEdits;
  /** The indicator of the active cell. */
  readonly indicator: string | null;
  readonly evidenceOpen: boolean;
}

/** What a bundled plan is for (a draft of one's own) and what a draft is for (rows and scenarios). */
export function PlanActions({ plan, edits, indicator, evidenceOpen, onAdd }: PlanActionsProps) {
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
        <>
          <Button icon="scenario" onClick={() => go(`${paths.scenarios(plan.id)}${query}`)}>
            {t("toolbar.scenario")}
          </Button>
          <Button variant="primary" icon="plus" onClick={onAdd}>
            {t("rows.add")}
          </Button>
        </>
      )}
    </>
  );
}
