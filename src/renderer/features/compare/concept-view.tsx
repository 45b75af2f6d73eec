import { type ReactNode, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { plansOf } from "#core/compare/concept-table.ts";
import type { ConceptId } from "#core/plan/ids.ts";
import type { ComparisonChart } from "#core/report/comparison-chart.ts";
import { useChartExport } from "../../data/use-chart-export.ts";
import type { ListedPlan } from "../../data/use-plans.ts";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ExportDialog } from "../../ui/export-dialog.tsx";
import { ExportNotice } from "../../ui/export-notice.tsx";
import { Notice } from "../../ui/notice.tsx";
import { useRoomCommand } from "../../ui/room-commands.tsx";
import { Room } from "../../ui/room.tsx";
import type { ExportOutcome } from "../../workers/export-outcome.ts";
import type { ConceptStudy } from "./concept-study.ts";
import { StudyPane } from "./study-pane.tsx";
import { tableText } from "./table-text.ts";
import { useComparison } from "./use-comparison.ts";
import { useConceptStudy } from "./use-concept-study.ts";

interface ConceptViewProps {
  readonly plans: readonly ListedPlan[];
  readonly concept: ConceptId;
  readonly lead: ReactNode;
  readonly list: ReactNode;
  /** What to say of how the planner came here; `null` for nothing. */
  readonly notice: string | null;
}

/** The list of concepts with the one that is open beside it. */
export function ConceptView({ plans, concept, lead, list, notice }: ConceptViewProps) {
  const { t } = useTranslation("compare");
  const study = useConceptStudy(plans, concept);
  if (study !== null) return <OpenConcept study={study} lead={lead} list={list} notice={notice} />;
  return (
    <Room title={t("title")} lead={lead}>
      <div className="compare">
        {list}
        <EmptyState text={t("head.missing")} />
      </div>
    </Room>
  );
}

/** What came of the planner's last deed in the room. */
type Told = { readonly kind: "copied" } | { readonly kind: "not-copied" } | ExportOutcome;

interface OpenConceptProps {
  readonly study: ConceptStudy;
  readonly lead: ReactNode;
  readonly list: ReactNode;
  readonly notice: string | null;
}

function OpenConcept({ study, lead, list, notice }: OpenConceptProps) {
  const { t } = useTranslation("compare");
  const comparison = useComparison(study);
  const [told, setTold] = useState<Told | null>(null);
  return (
    <Room
      title={t("title")}
      lead={lead}
      actions={
        <>
          <CopyButton study={study} onDone={setTold} />
          <ExportButton chart={comparison.chart} onDone={setTold} />
        </>
      }
      notice={
        told !== null ? (
          <ToldNotice told={told} onDismiss={() => setTold(null)} />
        ) : notice === null ? undefined : (
          <Notice tone="note" title={notice} />
        )
      }
      status={<CompareStatus study={study} />}
    >
      <div className="compare">
        {list}
        <StudyPane key={study.table.concept.id} study={study} comparison={comparison} />
      </div>
    </Room>
  );
}

interface DeedProps {
  readonly onDone: (told: Told) => void;
}

function CopyButton({ study, onDone }: DeedProps & { readonly study: ConceptStudy }) {
  const { t } = useTranslation("compare");
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(tableText(study, t));
      onDone({ kind: "copied" });
    } catch {
      // The system may refuse its clipboard while another program holds it.
      onDone({ kind: "not-copied" });
    }
  };
  return (
    <Button icon="copy" onClick={() => void copy()}>
      {t("copy.deed")}
    </Button>
  );
}

/** Half a text column has no room for the lines of several plans and their sources. */
const EXPORT_SIZES = ["full", "slide"] as const;

function ExportButton({ chart, onDone }: DeedProps & { readonly chart: ComparisonChart | null }) {
  const { t } = useTranslation(["charts", "compare"]);
  const charts = useChartExport();
  const [open, setOpen] = useState(false);
  const command = useMemo(
    () => ({
      run: () => setOpen(true),
      disabledReason: chart === null ? t("compare:chart.empty") : undefined,
    }),
    [chart, t],
  );
  useRoomCommand("exportChart", command);
  return (
    <>
      <Button variant="primary" icon="export" disabledReason={command.disabledReason} onClick={command.run}>
        {t("charts:open")}
      </Button>
      {open && chart !== null ? (
        <ExportDialog
          title={chart.title}
          sizes={EXPORT_SIZES}
          onExport={(choice) => charts.run({ ...choice, drawing: { kind: "comparison", chart } })}
          onClose={() => setOpen(false)}
          onDone={onDone}
        />
      ) : null}
    </>
  );
}

function ToldNotice({ told, onDismiss }: { readonly told: Told; readonly onDismiss: () => void }) {
  const { t } = useTranslation("compare");
  const { reveal } = useChartExport();
  if (told.kind === "done" || told.kind === "failed")
    return <ExportNotice outcome={told} onReveal={reveal} onDismiss={onDismiss} />;
  const copied = told.kind === "copied";
  return (
    <Notice
      tone={copied ? "done" : "error"}
      title={copied ? t("copy.done") : t("copy.failed")}
      dismiss={{ label: t("copy.dismiss"), onDismiss }}
    />
  );
}

function CompareStatus({ study }: { readonly study: ConceptStudy }) {
  const { t } = useTranslation("compare");
  const { rows, relatives } = study.table;
  const cells = rows.flatMap((row) => row.cells);
  const count = (has: (cell: (typeof cells)[number]) => boolean) => cells.filter(has).length;
  return (
    <>
      <span>
        {t("status.counts", {
          plans: plansOf(rows).length,
          values: count(({ observed }) => observed !== null),
          targets: count(({ planned }) => planned !== null),
        })}
      </span>
      {relatives.length === 0 ? null : <span>{t("status.relatives", { count: relatives.length })}</span>}
      <span className="spacer" />
      <span>{t("status.unit")}</span>
    </>
  );
}
