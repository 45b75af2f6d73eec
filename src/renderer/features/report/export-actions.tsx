import { useTranslation } from "react-i18next";
import { csvText } from "#exchange/table/csv-text.ts";
import type { Plan } from "#core/plan/plan.ts";
import { indicatorTable } from "#core/report/draft/indicator-table.ts";
import { reportRows } from "#core/report/draft/report-rows.ts";
import { planWorkbook } from "#core/report/workbook/plan-workbook.ts";
import { useTableExport } from "../../data/use-table-export.ts";
import { Button } from "../../ui/button.tsx";
import { MenuButton } from "../../ui/menu-button.tsx";
import type { DraftedReport } from "./use-draft-report.ts";
import type { Printing } from "./use-printing.ts";
import type { useExport } from "./use-export.ts";

interface ExportActionsProps {
  readonly plan: Plan;
  readonly drafted: DraftedReport;
  readonly pictures: boolean;
  readonly exporting: ReturnType<typeof useExport>;
  readonly printing: Printing;
  /** Reads an Excel file back. */
  readonly onRead: () => void;
}

/** The ways out of the room: Word first, the others and the way back from Excel in a menu; while one is under way what it is at. */
export function ExportActions({ plan, drafted, pictures, exporting, printing, onRead }: ExportActionsProps) {
  const { t } = useTranslation("report");
  const tables = useTableExport();
  const { report, context, options } = drafted;
  const { step, start, follow, cancel } = exporting;
  if (step !== null) {
    return (
      <>
        <span role="status">
          {step.kind === "drawing" ? t("steps.drawing", step) : t(`steps.${step.kind}`)}
        </span>
        <Button onClick={cancel}>{t("cancel")}</Button>
      </>
    );
  }
  const word = () => start({ kind: "docx", report, pictures }, plan.title);
  const excel = () =>
    start({ kind: "xlsx", workbook: planWorkbook(plan, context, options.scenario) }, plan.title);
  const slides = () => start({ kind: "pptx", report }, plan.title);
  const csv = () =>
    follow((onStep) => {
      onStep({ kind: "saving" });
      const { columns, rows } = indicatorTable(plan, reportRows(plan, context, true));
      return tables.run(plan.title, csvText([columns.map(({ title }) => title), ...rows]));
    });
  const pdf = () =>
    follow((onStep) => {
      onStep({ kind: "writing" });
      return printing.savePdf(plan.title);
    });
  return (
    <>
      <MenuButton
        label={t("others")}
        variant="default"
        end
        entries={[
          { kind: "item", id: "xlsx", label: t("exportExcel"), run: () => void excel() },
          { kind: "item", id: "pptx", label: t("exportSlides"), run: () => void slides() },
          { kind: "item", id: "csv", label: t("exportCsv"), run: () => void csv() },
          { kind: "separator", id: "paper" },
          { kind: "item", id: "pdf", label: t("exportPdf"), run: () => void pdf() },
          { kind: "item", id: "print", label: t("print"), run: () => void printing.print() },
          { kind: "separator", id: "line" },
          {
            ...{ kind: "item", id: "read", label: t("readExcel"), run: onRead },
            disabledReason: plan.origin === "own" ? undefined : t("readOnly"),
          },
        ]}
      >
        {t("others")}
      </MenuButton>
      <Button variant="primary" icon="export" onClick={() => void word()}>
        {t("exportWord")}
      </Button>
    </>
  );
}
