import "./report.css";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { type SectionId, SECTIONS } from "#core/narrative/narrative.ts";
import type { PlanId } from "#core/plan/ids.ts";
import { printedReport } from "#core/report/printed-report.ts";
import type { Plan } from "#core/plan/plan.ts";
import { usePlan } from "../../data/use-workbench.ts";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ExportNotice } from "../../ui/export-notice.tsx";
import { Room } from "../../ui/room.tsx";
import { Segment } from "../../ui/segment.tsx";
import { ChecksPane } from "./checks-pane.tsx";
import { ChoicesPane } from "./choices-pane.tsx";
import { ExportActions } from "./export-actions.tsx";
import { FigurePane } from "./figure-pane.tsx";
import { OutlinePane } from "./outline-pane.tsx";
import { PaperDesk } from "./paper-desk.tsx";
import { SheetDialog, SheetNotice, useSheetImport } from "./sheet-import.tsx";
import { PrintPages } from "./print-pages.tsx";
import { usePrinting } from "./use-printing.ts";
import { UnfinishedNotice } from "./text/unfinished-notice.tsx";
import { TextView } from "./text/text-view.tsx";
import { useDraftReport } from "./use-draft-report.ts";
import { useExport } from "./use-export.ts";
import { usePages } from "./use-pages.ts";

/** The draft as a document: what goes into it, its pages, and the way to Word. */
export function ReportRoom({ planId }: { readonly planId: PlanId }) {
  const { t } = useTranslation("report");
  const plan = usePlan(planId);
  if (plan === undefined || plan === null) return <Room title={t("title")}>{null}</Room>;
  if (plan.indicators.length === 0) {
    return (
      <Room title={t("title")}>
        <EmptyState text={t("empty")} />
      </Room>
    );
  }
  return <DraftPages plan={plan} />;
}

type View = "double" | "single" | "text";
const VIEWS: readonly View[] = ["double", "single", "text"];

function DraftPages({ plan }: { readonly plan: Plan }) {
  const { t } = useTranslation("report");
  const drafted = useDraftReport(plan);
  const { report } = drafted;
  const [view, setView] = useState<View>("double");
  const [pictures, setPictures] = useState(false);
  const [current, setCurrent] = useState<string | null>(null);
  const [shown, setShown] = useState({ page: 1, zoom: 0.5 });
  const flow = useRef<HTMLDivElement>(null);
  const desk = useRef<HTMLDivElement>(null);
  const [section, setSection] = useState<SectionId>("basis");
  const pages = usePages(flow, report, view !== "text");
  const exporting = useExport();
  const printing = usePrinting();
  const importing = useSheetImport(plan);
  const across = view === "double" ? 2 : 1;
  const turn = (page: number) => {
    const sheet = desk.current?.querySelectorAll(".sheet")[Math.max(0, Math.min(pages.count, page) - 1)];
    sheet?.scrollIntoView({ inline: "start", block: "nearest" });
  };
  const open = (id: string) => {
    setCurrent(id);
    setSection(sectionOf(id) ?? section);
    turn(pages.pageOf.get(id) ?? 1);
  };
  return (
    <Room
      title={t("title")}
      toolbar={
        <>
          <Segment
            label={t("view")}
            options={VIEWS.map((value) => ({
              value,
              label: t(`views.${value}`),
              disabledReason: value === "text" && plan.origin !== "own" ? t("bundledText") : undefined,
            }))}
            value={view}
            onChange={setView}
          />
          {view === "text" ? null : (
            <PageTurner page={shown.page} across={across} count={pages.count} onTurn={turn} />
          )}
        </>
      }
      actions={
        <ExportActions
          plan={plan}
          drafted={drafted}
          pictures={pictures}
          exporting={exporting}
          printing={printing}
          onRead={() => void importing.choose()}
        />
      }
      notice={
        <>
          <UnfinishedNotice plan={plan} context={drafted.context} />
          <SheetNotice importing={importing} />
          {exporting.outcome === null ? null : (
            <ExportNotice
              outcome={exporting.outcome}
              onReveal={exporting.reveal}
              onDismiss={exporting.dismiss}
            />
          )}
        </>
      }
      status={<ReportStatus report={report} zoom={shown.zoom} />}
    >
      {printing.pagesWanted ? <PrintPages report={printedReport(report)} pages={pages} /> : null}
      <SheetDialog plan={plan} importing={importing} />
      <div className="report-work">
        <div className="report-side">
          <OutlinePane report={report} pages={pages} current={current} onOpen={open} />
          <FigurePane plan={plan} drafted={drafted} current={current} />
          <ChecksPane plan={plan} report={report} pictures={pictures} />
          <ChoicesPane plan={plan} drafted={drafted} pictures={pictures} onPictures={setPictures} />
        </div>
        {view === "text" ? (
          <TextView
            planId={plan.id}
            context={drafted.context}
            section={section}
            onSection={(chosen) => {
              setSection(chosen);
              setCurrent(chosen);
            }}
          />
        ) : (
          <PaperDesk
            report={report}
            pages={pages}
            flow={flow}
            desk={desk}
            across={across}
            onShow={setShown}
          />
        )}
      </div>
    </Room>
  );
}

/** The section that a heading, table or chart stands in; `null` for what stands in none. */
const sectionOf = (id: string): SectionId | null =>
  SECTIONS.find((section) => id === section || id.startsWith(`${section}-`)) ?? null;

interface PageTurnerProps {
  readonly page: number;
  readonly across: number;
  readonly count: number;
  readonly onTurn: (page: number) => void;
}

/** Which pages are on show, between the ways to those before and after. */
function PageTurner({ page, across, count, onTurn }: PageTurnerProps) {
  const { t } = useTranslation("report");
  const from = Math.min(page, count);
  const to = Math.min(from + across - 1, count);
  const words = from === to ? t("page", { from, of: count }) : t("pages", { from, to, of: count });
  return (
    <>
      <Button variant="quiet" icon="back" aria-label={t("previous")} onClick={() => onTurn(page - across)} />
      <span className="report-place">{words}</span>
      <Button variant="quiet" icon="right" aria-label={t("next")} onClick={() => onTurn(page + across)} />
    </>
  );
}

function ReportStatus(props: {
  readonly report: { readonly blocks: readonly { readonly kind: string }[] };
  readonly zoom: number;
}) {
  const { t } = useTranslation("report");
  const count = (kind: string) => props.report.blocks.filter((block) => block.kind === kind).length;
  return (
    <>
      <span>{t("standard")}</span>
      <span>{t("type")}</span>
      <span>{t("counts", { charts: count("chart"), tables: count("table") })}</span>
      <span className="spacer" />
      <span>{t("zoom", { percent: Math.round(props.zoom * 100) })}</span>
    </>
  );
}
