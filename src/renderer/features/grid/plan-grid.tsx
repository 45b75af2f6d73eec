import { useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Plan } from "#core/plan/plan.ts";
import { conceptsById } from "../../data/catalogue.ts";
import { Notice } from "../../ui/notice.tsx";
import { Room } from "../../ui/room.tsx";
import type { CellInputHandle } from "./cell-input.tsx";
import { cellView } from "./cell-view.ts";
import { disagreementIndex } from "./disagreement-index.ts";
import { EvidencePanel } from "./evidence-panel.tsx";
import type { EvidenceSource } from "./evidence-view.ts";
import { openEvidence, usePanes } from "./grid-session.ts";
import { GridStatus } from "./grid-status.tsx";
import { panelView } from "./panel-view.ts";
import { StatementPickingContext } from "./pick-context.ts";
import { PlanActions, PlanToolbar } from "./plan-toolbar.tsx";
import { Sheet } from "./sheet.tsx";
import { SidePane } from "./side/side-pane.tsx";
import { useChoice, useStatementChoice } from "./use-choice.ts";
import { type GridEdits, useGridEdits } from "./use-grid-edits.ts";
import { useGridLayout } from "./use-grid-layout.ts";
import type { ShownPlan } from "./use-shown-plan.ts";
import { useWantedStatement } from "./use-wanted-statement.ts";

interface PlanGridProps {
  readonly plan: Plan;
  readonly predecessor: Plan | null;
  readonly superior: Plan | null;
  readonly execute: ShownPlan["execute"];
}

/** The room with its plan read: toolbar, side pane, cell bar, grid, evidence, status. */
export function PlanGrid({ plan, predecessor, superior, execute }: PlanGridProps) {
  const { t } = useTranslation("grid");
  const edits = useGridEdits(plan.id, execute);
  const source = useMemo<EvidenceSource>(
    () => ({
      ...{ plan, predecessor, superior, concepts: conceptsById },
      disagreements: disagreementIndex(plan),
    }),
    [plan, predecessor, superior],
  );
  const layout = useGridLayout(source);
  const input = useRef<CellInputHandle>(null);
  const panes = usePanes();
  const choose = useChoice(plan, layout.allColumns);
  const picking = useStatementChoice(plan, choose);
  useWantedStatement(plan, choose);
  const { allColumns, column, row, rows, picked } = layout;
  const panel = useMemo(
    () =>
      panelView(
        source,
        allColumns,
        picked,
        row === null || column === null ? null : { index: row.index, column },
      ),
    [source, allColumns, picked, row, column],
  );
  const cell = row === null || column === null ? null : cellView(source, row.index, column);
  return (
    <Room
      title={t("title")}
      toolbar={<PlanToolbar layout={layout} edits={edits} plan={plan} />}
      actions={
        <PlanActions plan={plan} edits={edits} indicator={row?.id ?? null} evidenceOpen={panes.evidence} />
      }
      notice={<FailureNotice edits={edits} />}
      panel={
        panes.evidence ? (
          <StatementPickingContext value={picking}>
            <EvidencePanel panel={panel} onClose={() => openEvidence(false)} />
          </StatementPickingContext>
        ) : null
      }
      status={<GridStatus shown={rows.length} all={plan.indicators.length} view={cell} />}
    >
      <div className="indicator-room">
        <SidePane
          plan={plan}
          disagreements={source.disagreements}
          picked={picked}
          indicator={row?.id ?? null}
          onPick={choose}
          onEnterGrid={() => input.current?.focus()}
        />
        <Sheet source={source} layout={layout} edits={edits} input={input} />
      </div>
    </Room>
  );
}

function FailureNotice({ edits }: { readonly edits: GridEdits }) {
  const { t } = useTranslation("shell");
  if (edits.failure === null) return null;
  return (
    <Notice tone="error" title={edits.failure} dismiss={{ label: t("dismiss"), onDismiss: edits.dismiss }} />
  );
}
