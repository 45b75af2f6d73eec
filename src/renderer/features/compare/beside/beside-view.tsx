import "./beside.css";
import { type KeyboardEvent, type ReactNode, useCallback, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { countSides, type SideCounts } from "#core/compare/beside/side-by-side.ts";
import type { Plan } from "#core/plan/plan.ts";
import { type PlanEdits, type PlanExecution, usePlanEdits } from "../../../data/use-plan-edits.ts";
import { useUnfinishedEntry } from "../../../data/use-unfinished-entry.ts";
import type { ListedPlan } from "../../../data/use-plans.ts";
import { EditNotices } from "../../../ui/edit-notices.tsx";
import { Room } from "../../../ui/room.tsx";
import type { CellInputHandle } from "../../../ui/sheet/cell-input.tsx";
import type { CellPlace } from "../../../ui/sheet/cell-move.ts";
import { FindBar } from "../../../ui/sheet/find-bar.tsx";
import { SIZES } from "../../../ui/theme.ts";
import { type BesideView, useBesideView } from "./beside-session.ts";
import { BesideToolbar } from "./beside-toolbar.tsx";
import { PlanChips } from "./plan-chips.tsx";
import type { SideWords } from "./printed-side.ts";
import { SideExport, type Told, ToldNotice } from "./side-export.tsx";
import { sideField } from "./side-field.ts";
import type { SideGridHandle } from "./side-grid.tsx";
import { SidePanel } from "./side-panel.tsx";
import { SideSheet } from "./side-sheet.tsx";
import { useSideCell } from "./use-side-cell.ts";
import { useSideFinding } from "./use-side-finding.ts";
import { useSideLayout } from "./use-side-layout.ts";
import { type SideStudy, useSideStudy } from "./use-side-study.ts";

interface BesideViewProps {
  readonly draft: Plan;
  readonly plans: readonly ListedPlan[];
  readonly execution: PlanExecution;
  /** The choice between the two views of the room. */
  readonly mode: ReactNode;
}

/** The draft beside other plans: chips of the plans, the table, both sides of the active cell. */
export function BesidePlans({ draft, plans, execution, mode }: BesideViewProps) {
  const view = useBesideView(draft.id);
  const study = useSideStudy(draft, plans, view);
  const edits = usePlanEdits(draft.id, execution);
  return <OpenBeside study={study} view={view} edits={edits} mode={mode} />;
}

interface OpenBesideProps {
  readonly study: SideStudy;
  readonly view: BesideView;
  readonly edits: PlanEdits;
  readonly mode: ReactNode;
}

function OpenBeside({ study, view, edits, mode }: OpenBesideProps) {
  const { t } = useTranslation(["beside", "compare"]);
  const words = useSideWords();
  const sheet = useRef<HTMLElement>(null);
  const input = useRef<CellInputHandle>(null);
  const [told, setTold] = useState<Told | null>(null);
  const layout = useSideLayout(study, view);
  const page = useCallback(() => rowsInSight(sheet.current), []);
  const grid = useRef<SideGridHandle>(null);
  const reveal = useCallback((place: CellPlace) => grid.current?.reveal(place), []);
  const finding = useSideFinding({ study, layout, words, edits });
  const find = finding.show;
  const cell = useSideCell({ study, layout, edits, words, input, page, reveal, find });
  useUnfinishedEntry(study.table.draft.id, edits, {
    typing: () => {
      const { row, column } = layout;
      const field = row === null || column === null ? null : sideField(row, column);
      const text = input.current?.unfinished() ?? null;
      return row === null || field === null || text === null
        ? null
        : { indicator: row.indicator.id, field, text };
    },
    takes: (field) => "year" in field,
  });
  const counts = useMemo(() => countSides(study.table), [study.table]);
  const takeOver = (event: KeyboardEvent) => {
    if (!event.altKey || event.key !== "Enter" || event.nativeEvent.isComposing || cell.pair === null) return;
    event.preventDefault();
    event.stopPropagation();
    input.current?.finish();
    cell.takeOver(event.shiftKey ? "rule" : "value");
  };
  return (
    <Room
      title={t("compare:title")}
      lead={mode}
      toolbar={<BesideToolbar study={study} view={view} counts={counts} />}
      actions={<SideExport study={study} layout={layout} words={words} onDone={setTold} />}
      notice={
        <>
          <EditNotices {...edits} />
          {told === null ? null : <ToldNotice told={told} onDismiss={() => setTold(null)} />}
        </>
      }
      panel={
        <SidePanel study={study} layout={layout} edits={edits} tab={view.tab} onTakeOver={cell.takeOver} />
      }
      status={<SideStatus counts={counts} />}
    >
      <section
        ref={sheet}
        className="beside"
        aria-label={t("beside:table")}
        data-region
        tabIndex={-1}
        onKeyDownCapture={takeOver}
      >
        <PlanChips study={study} />
        {finding.open === null ? null : (
          <FindBar
            finding={finding}
            readOnly={study.table.draft.origin === "bundled"}
            onClose={() => input.current?.focus()}
          />
        )}
        <SideSheet study={study} layout={layout} cell={cell} words={words} input={input} grid={grid} />
      </section>
    </Room>
  );
}

function useSideWords(): SideWords {
  const { t: beside } = useTranslation("beside");
  const { t: compare } = useTranslation("compare");
  return useMemo(() => ({ beside, compare }), [beside, compare]);
}

function SideStatus({ counts }: { readonly counts: SideCounts }) {
  const { t } = useTranslation("beside");
  const { aligned, compared, blocked, missing } = counts;
  return (
    <>
      <span>{t("status.aligned", { count: aligned })}</span>
      <span>{t("status.compared", { count: compared })}</span>
      <span>{t("status.blocked", { count: blocked })}</span>
      <span>{t("status.missing", { count: missing })}</span>
      <span className="spacer" />
      <span>{t("status.terms")}</span>
    </>
  );
}

function rowsInSight(sheet: HTMLElement | null): number {
  const height = sheet?.querySelector(".ag-grid-viewport")?.clientHeight ?? 0;
  return Math.max(1, Math.floor(height / SIZES.row) - 3);
}
