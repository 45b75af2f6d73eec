import "./evidence-panel.css";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { assertNever } from "#core/assert-never.ts";
import type { Plan } from "#core/plan/plan.ts";
import { useAttaching } from "../../data/sources/use-sources.ts";
import { DropZone } from "../../ui/drop-zone.tsx";
import { Panel, PanelSection } from "../../ui/panel.tsx";
import { CellEvidence } from "./cell-evidence.tsx";
import type { PanelView } from "./panel-view.ts";
import { ClauseEvidence, StatementEvidence, TaskEvidence } from "./picked-evidence.tsx";

interface EvidencePanelProps {
  readonly plan: Plan;
  readonly panel: PanelView;
  /** Stands above it. */
  readonly before: ReactNode;
  readonly onClose: () => void;
}

/** Where it stands: the value of the active cell, or the statement, task or clause that was chosen beside the grid. */
export function EvidencePanel({ plan, panel, before, onClose }: EvidencePanelProps) {
  const { t } = useTranslation("grid");
  const attaching = useAttaching();
  return (
    <DropZone onFiles={(files) => void attaching.take(files)}>
      <Panel label={t("panel.title")} title={t("panel.title")} close={{ label: t("panel.close"), onClose }}>
        {before}
        <Contents plan={plan} panel={panel} />
      </Panel>
    </DropZone>
  );
}

function Contents({ plan, panel }: Pick<EvidencePanelProps, "plan" | "panel">) {
  const { t } = useTranslation("grid");
  switch (panel.kind) {
    case "nothing":
      return (
        <PanelSection>
          <p className="muted">{t("panel.noCell")}</p>
        </PanelSection>
      );
    case "cell":
      return <CellEvidence plan={plan} view={panel.view} column={panel.column} />;
    case "statement":
      return <StatementEvidence panel={panel} />;
    case "task":
      return <TaskEvidence panel={panel} />;
    case "clause":
      return <ClauseEvidence panel={panel} />;
    default:
      return assertNever(panel);
  }
}
