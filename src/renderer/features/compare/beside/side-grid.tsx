import "../../../ui/sheet/grid-modules.ts";
import { AG_GRID_LOCALE_CN, AG_GRID_LOCALE_EN } from "@ag-grid-community/locale";
import type { GetRowIdParams, GridApi } from "ag-grid-community";
import { AgGridReact } from "ag-grid-react";
import {
  type ReactNode,
  type Ref,
  useCallback,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { useTranslation } from "react-i18next";
import { cspNonce } from "../../../ui/csp-nonce.ts";
import { type GridCell, placeAnchor } from "../../../ui/sheet/cell-anchor.ts";
import type { CellPlace } from "../../../ui/sheet/cell-move.ts";
import { placedSelection } from "../../../ui/sheet/cell-places.ts";
import { gridTheme } from "../../../ui/sheet/grid-theme.ts";
import type { SheetController } from "../../../ui/sheet/sheet-controller.ts";
import { useDrawnSheet } from "../../../ui/sheet/use-drawn-sheet.ts";
import { defaultSideColDef, sideGroupDef } from "./side-column-defs.ts";
import type { SideGroup } from "./side-columns.ts";
import { SideContext, type SideGridRow, type SideReading } from "./side-context.ts";
import { sideWidths, widened } from "./side-widths.ts";
import { useSideTitles } from "./use-side-titles.ts";
import type { SideLayout } from "./use-side-layout.ts";
import type { SideStudy } from "./use-side-study.ts";

/** What the sheet asks of its grid. */
export interface SideGridHandle {
  /** Scrolls a cell into sight. */
  reveal(place: CellPlace): void;
}

interface SideGridProps {
  readonly ref: Ref<SideGridHandle>;
  readonly study: SideStudy;
  readonly reading: SideReading;
  readonly layout: SideLayout;
  readonly controller: SheetController;
  /** Stands over the active cell: its input and message. */
  readonly children: ReactNode;
}

const rowId = ({ data }: GetRowIdParams<SideGridRow>) => data.id;
/** Heights in px of the headings: two lines over a plan, one over a column. */
const HEADERS = { group: 42, column: 26 } as const;

/** The table of the comparison: draws cells from the aligned plans, and keeps its children over the active one. */
export function SideGrid(props: SideGridProps) {
  const { ref, study, reading, layout, controller, children } = props;
  const { groups, rows, active, named, places } = layout;
  const { i18n } = useTranslation();
  const [context] = useState(() => new SideContext(reading));
  const frame = useRef<HTMLDivElement>(null);
  const anchor = useRef<HTMLDivElement>(null);
  const [api, setApi] = useState<GridApi<SideGridRow> | null>(null);
  const titles = useSideTitles(study);
  const widths = useWidths(reading, groups);
  const columnDefs = useMemo(
    () => groups.map((group) => sideGroupDef(group, { context, widths, ...titles })),
    [groups, context, widths, titles],
  );
  const rowData = useMemo(() => [...rows], [rows]);
  const place = useCallback(() => {
    if (frame.current && anchor.current && active) placeAnchor(anchor.current, frame.current, active);
  }, [active]);
  useLayoutEffect(() => {
    context.read(reading);
    api?.refreshCells({ suppressFlash: true });
  }, [api, context, reading]);
  useActiveRow({ api, context, active, rows: rows.length });
  const editable = study.table.draft.origin === "own";
  const selection = useMemo(() => placedSelection(places, named, active), [places, named, active]);
  const frames = useDrawnSheet({ api, frame, places, selection, rowHeader: null, controller, editable });
  useImperativeHandle(ref, () => ({
    reveal: (to) => {
      const cell = places.cellAt(to);
      if (api !== null && cell !== null) revealCell(api, cell);
    },
  }));
  useLayoutEffect(place);
  const arrange = () => {
    place();
    frames.redraw();
  };
  const nonce = cspNonce();
  return (
    <div ref={frame} className="side-frame">
      <AgGridReact<SideGridRow>
        theme={gridTheme}
        {...(nonce === undefined ? {} : { styleNonce: nonce })}
        rowData={rowData}
        columnDefs={columnDefs}
        defaultColDef={defaultSideColDef}
        getRowId={rowId}
        groupHeaderHeight={HEADERS.group}
        headerHeight={HEADERS.column}
        localeText={i18n.language === "en" ? AG_GRID_LOCALE_EN : AG_GRID_LOCALE_CN}
        tabIndex={-1}
        suppressCellFocus
        suppressHeaderFocus
        suppressMovableColumns
        suppressDragLeaveHidesColumns
        suppressNoRowsOverlay
        enableBrowserTooltips
        animateRows={false}
        onGridReady={(event) => setApi(event.api)}
        onBodyScroll={() => {
          place();
          frames.scrolled();
        }}
        onColumnResized={arrange}
        onDisplayedColumnsChanged={arrange}
        onGridSizeChanged={arrange}
        onModelUpdated={(event) => {
          event.api.refreshCells({ force: true, suppressFlash: true });
          if (active !== null) revealCell(event.api, active);
          arrange();
        }}
      />
      <div ref={anchor} className="cell-anchor" data-idle={active === null || undefined}>
        {children}
      </div>
    </div>
  );
}

/** Widths of the columns: each as wide as its widest value has been. */
function useWidths({ rows, words }: SideReading, groups: readonly SideGroup[]): ReadonlyMap<string, number> {
  const needed = useMemo(() => sideWidths(rows, groups, words), [rows, groups, words]);
  const [kept, keep] = useState(needed);
  const widths = widened(kept, needed);
  if (widths !== kept) keep(widths);
  return widths;
}

interface ActiveRowParts {
  readonly api: GridApi<SideGridRow> | null;
  readonly context: SideContext;
  readonly active: GridCell | null;
  /** How many rows are to be shown. */
  readonly rows: number;
}

/** Marks the name of the active cell's row, and brings the cell into sight. */
function useActiveRow({ api, context, active, rows }: ActiveRowParts): void {
  const drawn = useRef<string | null>(null);
  useLayoutEffect(() => {
    context.activate(active);
    if (api === null) return;
    const touched = [drawn.current, active?.row ?? null].filter((row) => row !== null);
    drawn.current = active?.row ?? null;
    const nodes = touched.map((row) => api.getRowNode(row)).filter((node) => node !== undefined);
    api.refreshCells({ rowNodes: nodes, columns: ["name"], force: true, suppressFlash: true });
    // Scrolled while it still has the rows of another filter, the grid would leave out the first of the new ones.
    if (active !== null && api.getDisplayedRowCount() === rows) revealCell(api, active);
  }, [api, context, active, rows]);
}

function revealCell(api: GridApi<SideGridRow>, cell: GridCell): void {
  const at = api.getRowNode(cell.row)?.rowIndex ?? null;
  if (at !== null) api.ensureIndexVisible(at);
  api.ensureColumnVisible(cell.column);
}
