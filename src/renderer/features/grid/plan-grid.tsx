import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Plan } from "#core/plan/plan.ts";
import { conceptsById } from "../../data/catalogue.ts";
import { Notice } from "../../ui/notice.tsx";
import { Room } from "../../ui/room.tsx";
import { EvidencePanel } from "./evidence-panel.tsx";
import { type EvidenceSource, evidenceView } from "./evidence-view.ts";
import { openEvidence, openOutline, usePanes } from "./grid-session.ts";
import { GridStatus } from "./grid-status.tsx";
import { OutlinePane } from "./outline-pane.tsx";
import { PlanActions, PlanToolbar } from "./plan-toolbar.tsx";
import { Sheet } from "./sheet.tsx";
import { type GridEdits, useGridEdits } from "./use-grid-edits.ts";
import { useGridLayout } from "./use-grid-layout.ts";
import type { ShownPlan } from "./use-shown-plan.ts";

interface PlanGridProps {
  readonly plan: Plan;
  readonly predecessor: Plan | null;
  readonly superior: Plan | null;
  readonly execute: ShownPlan["execute"];
}

/** The room with its plan read: toolbar, outline, cell bar, grid, evidence, status. */
export function PlanGrid({ plan, predecessor, superior, execute }: PlanGridProps) {
  const { t } = useTranslation("grid");
  const edits = useGridEdits(plan.id, execute);
  const source = useMemo<EvidenceSource>(
    () => ({ plan, predecessor, superior, concepts: conceptsById }),
    [plan, predecessor, superior],
  );
  const layout = useGridLayout(source);
  const panes = usePanes();
  const { column, row, rows } = layout;
  const evidence = useMemo(
    () => (row === null || column === null ? null : evidenceView(source, row.index, column)),
    [source, row, column],
  );
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
          <EvidencePanel view={evidence} column={column} onClose={() => openEvidence(false)} />
        ) : null
      }
      status={<GridStatus shown={rows.length} all={plan.indicators.length} view={evidence?.cell ?? null} />}
    >
      <div className="indicator-room">
        <OutlinePane outline={plan.outline} open={panes.outline} onOpen={openOutline} />
        <Sheet source={source} layout={layout} edits={edits} />
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
