import { useTranslation } from "react-i18next";
import { csvText } from "#exchange/table/csv-text.ts";
import { useReportExport } from "../../../data/use-report-export.ts";
import { useTableExport } from "../../../data/use-table-export.ts";
import { ExportNotice } from "../../../ui/export-notice.tsx";
import { MenuButton } from "../../../ui/menu-button.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { copyTable } from "../../../ui/sheet/copy-table.ts";
import type { ExportOutcome } from "../../../workers/export-outcome.ts";
import { sideReport } from "./compared-plans.ts";
import type { SideWords } from "./printed-side.ts";
import { sideTableCells } from "./side-table-text.ts";
import type { SideLayout } from "./use-side-layout.ts";
import { useSideTitles } from "./use-side-titles.ts";
import type { SideStudy } from "./use-side-study.ts";

/** What came of the planner's last deed with the whole table. */
export type Told = { readonly kind: "copied" } | { readonly kind: "not-copied" } | ExportOutcome;

interface SideExportProps {
  readonly study: SideStudy;
  readonly layout: SideLayout;
  readonly words: SideWords;
  readonly onDone: (told: Told) => void;
}

/** Copies the table as it is shown, or saves it as a file for spreadsheets. */
export function SideExport({ study, layout, words, onDone }: SideExportProps) {
  const { t, i18n } = useTranslation("beside");
  const titles = useSideTitles(study);
  const tables = useTableExport();
  const reports = useReportExport();
  const cells = () => sideTableCells(study, layout, titles, words);
  const copy = async () => {
    onDone({ kind: (await copyTable(cells())) ? "copied" : "not-copied" });
  };
  const save = async () => {
    const name = t("export.name", { plan: study.planName(study.table.draft.id) });
    tell(await tables.run(name, csvText(cells())));
  };
  const report = async () => {
    const { signal } = new AbortController();
    const chinese = {
      beside: i18n.getFixedT("zh-CN", "beside"),
      compare: i18n.getFixedT("zh-CN", "compare"),
    };
    const file = { kind: "docx", pictures: false, report: sideReport(study, chinese) } as const;
    const wish = { file, name: file.report.title, signal, onStep: () => undefined };
    tell(await reports.run(wish));
  };
  const tell = (saved: Awaited<ReturnType<typeof tables.run>>) => {
    if (!saved.ok) onDone({ kind: "failed", failure: saved.error });
    else if (saved.value !== null) onDone({ kind: "done", file: saved.value });
  };
  return (
    <MenuButton
      label={t("export.button")}
      icon="export"
      variant="default"
      end
      entries={[
        { kind: "item", id: "copy", label: t("export.copy"), run: () => void copy() },
        { kind: "item", id: "csv", label: t("export.csv"), run: () => void save() },
        { kind: "item", id: "word", label: t("export.word"), run: () => void report() },
      ]}
    >
      {t("export.button")}
    </MenuButton>
  );
}

/** What came of copying or saving. */
export function ToldNotice({ told, onDismiss }: { readonly told: Told; readonly onDismiss: () => void }) {
  const { t } = useTranslation("compare");
  const tables = useTableExport();
  if (told.kind === "done" || told.kind === "failed")
    return <ExportNotice outcome={told} onReveal={tables.reveal} onDismiss={onDismiss} />;
  const copied = told.kind === "copied";
  return (
    <Notice
      tone={copied ? "done" : "error"}
      title={copied ? t("copy.done") : t("copy.failed")}
      dismiss={{ label: t("copy.dismiss"), onDismiss }}
    />
  );
}
