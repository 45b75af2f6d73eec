import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CellEdit } from "#core/command/command.ts";
import { SIZES } from "../../ui/theme.ts";
import type { CellPlace } from "../../ui/sheet/cell-move.ts";
import { FindBar } from "../../ui/sheet/find-bar.tsx";
import { CellBar } from "./cell-bar.tsx";
import { cautionOf } from "./cell/caution.ts";
import { cellView } from "./cell-view.ts";
import type { CellInputHandle } from "../../ui/sheet/cell-input.tsx";
import { type ColumnContents, columnWidths } from "./column-widths.ts";
import { editText } from "./edit-text.ts";
import type { EvidenceSource } from "./evidence-view.ts";
import { fieldOf, type GridColumn } from "./grid-columns.ts";
import { type Panes, usePanes } from "./grid-session.ts";
import { FillMenu } from "./fill-menu.tsx";
import type { GridDialog } from "./grid-dialogs.tsx";
import { IndicatorGrid, type IndicatorGridHandle } from "./indicator-grid.tsx";
import { type GridWords, printCell, printHeader } from "./printed-cell.ts";
import { NoRows } from "./no-rows.tsx";
import { RejectPop } from "./reject-pop.tsx";
import { SelectedCellInput } from "./selected-cell-input.tsx";
import type { PlanEdits } from "../../data/use-plan-edits.ts";
import { useUnfinishedEntry } from "../../data/use-unfinished-entry.ts";
import type { GridLayout } from "./use-grid-layout.ts";
import { useFilling } from "./use-fill.ts";
import { useGridFinding } from "./use-grid-finding.ts";
import { useHistorySteps } from "./use-history-steps.ts";
import type { CellDeeds } from "./cell/use-cell-deeds.ts";
import { useGridMenu } from "./rows/use-grid-menu.tsx";
import type { RowDeeds, Tell } from "./rows/use-row-deeds.ts";
import { useSheet } from "./use-sheet.ts";

interface SheetProps {
  readonly source: EvidenceSource;
  readonly layout: GridLayout;
  readonly edits: PlanEdits;
  /** The input over the active cell, which the room moves the focus to. */
  readonly input: RefObject<CellInputHandle | null>;
  readonly rowDeeds: RowDeeds;
  /** What happened to rows, told above the grid. */
  readonly told: string | null;
  readonly tell: Tell;
  readonly ask: (dialog: GridDialog) => void;
  readonly cellDeeds: CellDeeds;
}

/** Cell bar and grid, with the input over the active cell and the message under it. */
export function Sheet(props: SheetProps) {
  const { source, layout, edits, input } = props;
  const { t } = useTranslation("grid");
  const sheet = useRef<HTMLElement>(null);
  const page = useCallback(() => rowsInSight(sheet.current), []);
  const grid = useRef<IndicatorGridHandle>(null);
  const reveal = useCallback((place: CellPlace) => grid.current?.reveal(place), []);
  useHistorySteps({ plan: source.plan, layout, reveal, tell: props.tell, input });
  const filling = useFilling({ source, layout, edits, words: t });
  const finding = useGridFinding(source, layout, edits);
  const fillMenu = useRef<HTMLSpanElement>(null);
  const openFillMenu = useCallback(() => {
    const button = fillMenu.current?.querySelector("button") ?? null;
    button?.click();
    return button !== null;
  }, []);
  const find = finding.show;
  const cell = useSheet({
    openTarget: props.cellDeeds.target,
    source,
    layout,
    edits,
    input,
    page,
    reveal,
    filling,
    openFillMenu,
    find,
  });
  const { rows, row, column } = layout;
  const { plan } = source;
  useUnfinishedEntry(plan.id, edits, {
    typing: () => typingInto(source, layout, input.current?.unfinished() ?? null),
    takes: () => true,
  });
  const panes = usePanes();
  const room = useRoomForColumns(sheet, panes);
  const [contents] = useState(() => contentsOf(source, layout.allColumns, t));
  const widths = useMemo(() => columnWidths(contents, room), [contents, room]);
  // A planner who opens the table expects to type into it, as in a spreadsheet.
  useEffect(() => input.current?.focus(), [input]);
  const focusGrid = useCallback(() => input.current?.focus(), [input]);
  const menu = useGridMenu(props, cell.host);
  const name = row === null ? null : (plan.indicators[row.index]?.name ?? null);
  return (
    <section ref={sheet} className="sheet" aria-label={t("gridLabel")} data-region tabIndex={-1}>
      <CellBar
        name={name}
        column={column}
        view={cell.view}
        readOnly={plan.origin === "bundled"}
        refused={cell.refused}
        caution={row === null || column === null ? null : cautionOf(source, row.index, column)}
        told={props.told}
      >
        <FillMenu ref={fillMenu} filling={filling} onChosen={focusGrid} />
      </CellBar>
      {finding.open === null ? null : (
        <FindBar finding={finding} readOnly={plan.origin === "bundled"} onClose={focusGrid} />
      )}
      <IndicatorGrid
        ref={grid}
        source={source}
        layout={layout}
        controller={cell.controller}
        widths={widths}
        onMenu={menu.open}
        onRowDrop={plan.origin === "own" ? props.rowDeeds.drop : null}
      >
        <SelectedCellInput ref={input} source={source} layout={layout} sheet={cell} />
        {cell.view?.kind === "rejected" ? (
          <RejectPop text={cell.view.text} reason={cell.view.reason} onMend={cell.mend} />
        ) : null}
      </IndicatorGrid>
      {menu.shown}
      {rows.length === 0 ? (
        <NoRows
          empty={plan.indicators.length === 0}
          editable={plan.origin === "own"}
          layout={layout}
          controller={cell.controller}
          sheet={sheet}
          onAdd={() => props.ask({ kind: "add" })}
        />
      ) : null}
    </section>
  );
}

function typingInto(
  source: EvidenceSource,
  { row, column }: GridLayout,
  text: string | null,
): CellEdit | null {
  if (row === null || column === null || text === null) return null;
  const field = fieldOf(column);
  const same = text === editText(source, row.index, column);
  return field === null || same ? null : { indicator: row.id, field, text };
}

/** Rows whose contents decide the widths; enough for what a planner sees first. */
const MEASURED_ROWS = 200;

function contentsOf(
  source: EvidenceSource,
  columns: readonly GridColumn[],
  words: GridWords,
): readonly ColumnContents[] {
  const rows = source.plan.indicators.slice(0, MEASURED_ROWS);
  return columns.map((column) => {
    const { title, role } = printHeader(column, words);
    const cells = rows.map((_, index) => printCell(cellView(source, index, column), column, words));
    return { column, header: role === null ? [title] : [title, role], cells };
  });
}

/** Width in px that columns have without scrolling: as it will be, and once the sheet is laid out as it is. */
function useRoomForColumns(sheet: RefObject<HTMLElement | null>, panes: Panes): number {
  const [measured, measure] = useState<number | null>(null);
  useLayoutEffect(() => {
    const element = sheet.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => {
      const width = element.clientWidth;
      measure(width === 0 ? null : width - BESIDE.bar);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [sheet]);
  return measured ?? roomForColumns(panes);
}

/** Widths in px of what stands beside the columns: rail, side pane open or as a strip, evidence panel, scroll bar. */
const BESIDE = { rail: 92, side: 280, strip: 24, evidence: 288, bar: 10 } as const;

function roomForColumns({ side, evidence }: Panes): number {
  const left = BESIDE.rail + (side ? BESIDE.side : BESIDE.strip);
  return window.innerWidth - left - (evidence ? BESIDE.evidence : 0) - BESIDE.bar;
}

function rowsInSight(sheet: HTMLElement | null): number {
  const height = sheet?.querySelector(".grid-frame")?.clientHeight ?? 0;
  return Math.max(1, Math.floor((height - SIZES.gridHeader) / SIZES.row) - 1);
}
