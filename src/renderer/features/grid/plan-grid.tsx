import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Plan } from "#core/plan/plan.ts";
import { conceptsById, directionOf } from "../../data/catalogue.ts";
import { EditNotices } from "../../ui/edit-notices.tsx";
import { Room } from "../../ui/room.tsx";
import type { CellInputHandle } from "../../ui/sheet/cell-input.tsx";
import { cellView } from "./cell-view.ts";
import type { ActiveCell } from "./grid-context.ts";
import { disagreementIndex } from "./disagreement-index.ts";
import { EvidencePanel } from "./evidence-panel.tsx";
import type { EvidenceSource } from "./evidence-view.ts";
import { type GridDialog, GridDialogs } from "./grid-dialogs.tsx";
import { openEvidence, type Picked, revealCell, usePanes } from "./grid-session.ts";
import { GridStatus } from "./grid-status.tsx";
import { panelView } from "./panel-view.ts";
import { StatementPickingContext } from "../../evidence/statement-picking.ts";
import { PlanActions, PlanToolbar } from "./plan-toolbar.tsx";
import { ErrorList } from "./cell/error-list.tsx";
import { rejectedCells } from "./cell/rejected-cells.ts";
import { RemarkingProvider } from "./cell/remark-section.tsx";
import { useCellDeeds } from "./cell/use-cell-deeds.ts";
import { useRowCommands } from "./rows/use-row-commands.ts";
import { type Tell, useRowDeeds } from "./rows/use-row-deeds.ts";
import { Sheet } from "./sheet.tsx";
import { SidePane } from "./side/side-pane.tsx";
import { useArrangedGrid } from "./use-arranged-grid.ts";
import { useChoice, useStatementChoice } from "./use-choice.ts";
import { type PlanExecution, usePlanEdits } from "../../data/use-plan-edits.ts";
import { type GridLayout, useGridLayout } from "./use-grid-layout.ts";
import { useHeldEdits } from "./use-held-edits.ts";
import { useWantedIndicator } from "./use-wanted-indicator.ts";
import { useWantedStatement } from "./use-wanted-statement.ts";

interface PlanGridProps {
  readonly plan: Plan;
  readonly predecessor: Plan | null;
  readonly superior: Plan | null;
  readonly execution: PlanExecution;
}

/** The room with its plan read, as its grid was left. */
export function PlanGrid({ plan, predecessor, superior, execution }: PlanGridProps) {
  const { t } = useTranslation("grid");
  const source = useEvidenceSource(plan, predecessor, superior);
  if (!useArrangedGrid(plan.id, source)) return <Room title={t("title")}>{null}</Room>;
  return <ArrangedPlanGrid source={source} execution={execution} />;
}

interface ArrangedPlanGridProps {
  readonly source: EvidenceSource;
  readonly execution: PlanExecution;
}

/** Toolbar, side pane, cell bar, grid, evidence, status. */
function ArrangedPlanGrid({ source, execution }: ArrangedPlanGridProps) {
  const { t } = useTranslation("grid");
  const { plan } = source;
  useWantedIndicator(plan.id);
  const layout = useGridLayout(source);
  const input = useRef<CellInputHandle>(null);
  const enterGrid = useCallback(() => input.current?.focus(), []);
  const [dialog, ask] = useState<GridDialog | null>(null);
  // Once the dialog is gone: as long as it stands over the page nothing else takes the focus.
  useEffect(() => {
    if (dialog === null) enterGrid();
  }, [dialog, enterGrid]);
  const edits = useHeldEdits(plan, usePlanEdits(plan.id, execution), ask);
  const { told, tell } = useTold(layout.active);
  const rowDeeds = useRowDeeds({ plan, layout, edits, tell });
  useRowCommands(rowDeeds, () => ask({ kind: "add" }));
  const cellDeeds = useCellDeeds({ source, layout, tell, ask, input });
  const panes = usePanes();
  const choose = useChoice(plan, layout.allColumns);
  useWantedStatement(plan, choose);
  const { column, row, picked } = layout;
  const cell = row === null || column === null ? null : cellView(source, row.index, column);
  const indicator = row?.id ?? null;
  return (
    <Room
      title={t("title")}
      toolbar={<PlanToolbar source={source} layout={layout} edits={edits} ask={ask} />}
      actions={
        <PlanActions
          plan={plan}
          edits={edits}
          indicator={indicator}
          evidenceOpen={panes.evidence}
          onAdd={() => ask({ kind: "add" })}
        />
      }
      notice={<EditNotices {...edits} />}
      panel={
        panes.evidence ? (
          <RemarkingProvider value={cellDeeds.remarkBlocked === null ? cellDeeds.remark : null}>
            <Evidence source={source} layout={layout} onChoose={choose} />
          </RemarkingProvider>
        ) : null
      }
      status={<GridStatus source={source} layout={layout} view={cell} />}
    >
      <div className="indicator-room">
        <SidePane
          plan={plan}
          disagreements={source.disagreements}
          picked={picked}
          indicator={indicator}
          predecessor={source.predecessor}
          onPick={choose}
          onTakeUp={(dropped, carried) => edits.run({ type: "takeUpDropped", dropped, row: carried })}
          onEnterGrid={enterGrid}
        />
        <Sheet
          source={source}
          layout={layout}
          edits={edits}
          input={input}
          rowDeeds={rowDeeds}
          told={told}
          tell={tell}
          ask={ask}
          cellDeeds={cellDeeds}
        />
      </div>
      {dialog === null ? null : (
        <GridDialogs
          dialog={dialog}
          source={source}
          layout={layout}
          rowDeeds={rowDeeds}
          edits={edits}
          onClose={() => ask(null)}
        />
      )}
    </Room>
  );
}

interface Told {
  /** What happened to rows, as long as the planner stays where it left them. */
  readonly told: string | null;
  readonly tell: Tell;
}

function useTold(active: ActiveCell | null): Told {
  const [said, say] = useState<{ readonly text: string; readonly at: string } | null>(null);
  const here = active === null ? "" : `${active.row} ${active.column}`;
  const tell: Tell = (text, at) =>
    say(text === null ? null : { text, at: at === undefined ? here : `${at.row} ${at.column}` });
  return { told: said !== null && said.at === here ? said.text : null, tell };
}

function useEvidenceSource(plan: Plan, predecessor: Plan | null, superior: Plan | null): EvidenceSource {
  const { statements, disagreements: settled } = plan;
  const disagreements = useMemo(
    () => disagreementIndex({ statements, disagreements: settled }),
    [statements, settled],
  );
  return useMemo(
    () => ({ plan, predecessor, superior, concepts: conceptsById, disagreements }),
    [plan, predecessor, superior, disagreements],
  );
}

interface EvidenceProps {
  readonly source: EvidenceSource;
  readonly layout: GridLayout;
  readonly onChoose: (picked: Picked) => void;
}

/** The evidence of what was picked beside the grid, else of the active cell. */
function Evidence({ source, layout, onChoose }: EvidenceProps) {
  const { allColumns, picked, row, column } = layout;
  const picking = useStatementChoice(source.plan, onChoose);
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
  const errors = layout.arrangement.status === "rejected" ? <Errors source={source} layout={layout} /> : null;
  return (
    <StatementPickingContext value={picking}>
      <EvidencePanel plan={source.plan} panel={panel} before={errors} onClose={() => openEvidence(false)} />
    </StatementPickingContext>
  );
}

/** The inputs that could not be read, while the planner goes through them; those too that another filter keeps back. */
function Errors({ source, layout }: Pick<EvidenceProps, "source" | "layout">) {
  const { plan } = source;
  return (
    <ErrorList
      errors={rejectedCells(plan, layout.allRows, layout.allColumns, directionOf)}
      nameOf={({ row }) => plan.indicators[row.index]?.name ?? ""}
      onGo={({ cell, row, column }) => {
        // All with a mistake come into sight again, and only they.
        if (!layout.rows.some(({ id }) => id === row.id)) layout.arrange({ filters: [] });
        revealCell(plan.id, cell, null, column);
      }}
    />
  );
}
