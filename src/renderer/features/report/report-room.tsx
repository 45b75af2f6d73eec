import "./report.css";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { type SectionId, SECTIONS } from "#core/narrative/narrative.ts";
import type { PlanId } from "#core/plan/ids.ts";
import { printedReport } from "#core/report/printed-report.ts";
import type { Report } from "#core/report/report.ts";
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
  const { report, context } = drafted;
  const place = useReportPlace(report);
  const { view, pages, current, section, across } = place;
  const [pictures, setPictures] = useState(false);
  const exporting = useExport();
  const printing = usePrinting();
  const importing = useSheetImport(plan);
  return (
    <Room
      title={t("title")}
      toolbar={<ReportToolbar place={place} own={plan.origin === "own"} />}
      actions={
        <ExportActions
          {...{ plan, drafted, pictures, exporting, printing }}
          onRead={() => void importing.choose()}
        />
      }
      notice={
        <>
          <UnfinishedNotice plan={plan} context={context} />
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
      status={<ReportStatus report={report} zoom={place.shown.zoom} />}
    >
      {printing.pagesWanted ? <PrintPages report={printedReport(report)} pages={pages} /> : null}
      <SheetDialog plan={plan} importing={importing} />
      <div className="report-work">
        <div className="report-side">
          <OutlinePane {...{ report, pages, current }} onOpen={place.open} />
          <FigurePane {...{ plan, drafted, current }} />
          <ChecksPane {...{ plan, report, pictures }} />
          <ChoicesPane {...{ plan, drafted, pictures }} onPictures={setPictures} />
        </div>
        {view === "text" ? (
          <TextView planId={plan.id} {...{ context, section }} onSection={place.openSection} />
        ) : (
          <PaperDesk
            {...{ report, pages, across }}
            flow={place.flow}
            desk={place.desk}
            onShow={place.setShown}
          />
        )}
      </div>
    </Room>
  );
}

/** Where in the report the planner is: in which view, at which part, on which pages. */
function useReportPlace(report: Report) {
  const [view, setView] = useState<View>("double");
  const [current, setCurrent] = useState<string | null>(null);
  const [section, setSection] = useState<SectionId>("basis");
  const [shown, setShown] = useState({ page: 1, zoom: 0.5 });
  const flow = useRef<HTMLDivElement>(null);
  const desk = useRef<HTMLDivElement>(null);
  const pages = usePages(flow, report, view !== "text");
  const turn = (page: number) => {
    const sheet = desk.current?.querySelectorAll(".sheet")[Math.max(0, Math.min(pages.count, page) - 1)];
    sheet?.scrollIntoView({ inline: "start", block: "nearest" });
  };
  const across: 1 | 2 = view === "double" ? 2 : 1;
  return {
    ...{ across, view, setView, current, section, shown, setShown, flow, desk, pages, turn },
    open: (id: string) => {
      setCurrent(id);
      setSection(sectionOf(id) ?? section);
      turn(pages.pageOf.get(id) ?? 1);
    },
    openSection: (chosen: SectionId) => {
      setSection(chosen);
      setCurrent(chosen);
    },
  };
}

interface ReportToolbarProps {
  readonly place: ReturnType<typeof useReportPlace>;
  /** Whether the plan is the planner's own, whose text can be written. */
  readonly own: boolean;
}

/** The choice of the view, and of the pages that are on show. */
function ReportToolbar({ place, own }: ReportToolbarProps) {
  const { t } = useTranslation("report");
  const { view, setView, shown, across, pages, turn } = place;
  return (
    <>
      <Segment
        label={t("view")}
        options={VIEWS.map((value) => ({
          value,
          label: t(`views.${value}`),
          disabledReason: value === "text" && !own ? t("bundledText") : undefined,
        }))}
        value={view}
        onChange={setView}
      />
      {view === "text" ? null : (
        <PageTurner page={shown.page} across={across} count={pages.count} onTurn={turn} />
      )}
    </>
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
