import "../../ui/sheet/grid-modules.ts";
import { AG_GRID_LOCALE_CN, AG_GRID_LOCALE_EN } from "@ag-grid-community/locale";
import type { ColumnResizedEvent, GetRowIdParams, GridApi } from "ag-grid-community";
import { AgGridReact } from "ag-grid-react";
import {
  type ReactNode,
  type Ref,
  type RefObject,
  useCallback,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { useTranslation } from "react-i18next";
import { type IndicatorId, indicatorId } from "#core/plan/ids.ts";
import { cspNonce } from "../../ui/csp-nonce.ts";
import type { CellPlace } from "../../ui/sheet/cell-move.ts";
import type { SheetController } from "../../ui/sheet/sheet-controller.ts";
import { drawnRows } from "../../ui/sheet/drawn-rows.ts";
import { placeAnchor } from "../../ui/sheet/cell-anchor.ts";
import type { CellSource } from "./cell-view.ts";
import { columnDef, defaultColDef } from "./column-defs.ts";
import { type ActiveCell, GridContext } from "./grid-context.ts";
import { gridTheme } from "../../ui/sheet/grid-theme.ts";
import { useKeptPlace } from "./use-kept-place.ts";
import { type GridRow, type RowCategories, rowCategories, startsGroup } from "./row-order.ts";
import type { RowDrop } from "./rows/move-rows.ts";
import { RowDrag } from "./rows/row-drag.ts";
import { type WantedMenu, wantedMenu } from "./rows/wanted-menu.ts";
import type { GridLayout } from "./use-grid-layout.ts";
import { useSheetFrames } from "./use-sheet-frames.ts";

/** What the sheet asks of its grid. */
export interface IndicatorGridHandle {
  /** Scrolls a cell into sight. */
  reveal(place: CellPlace): void;
}

interface IndicatorGridProps {
  readonly ref: Ref<IndicatorGridHandle>;
  readonly source: CellSource;
  readonly layout: GridLayout;
  readonly controller: SheetController;
  /** Widths in px by column id that columns begin with. */
  readonly widths: ReadonlyMap<string, number>;
  /** A menu is wanted, at a point of the window in px. */
  readonly onMenu: (wanted: WantedMenu) => void;
  /** A row was dragged and dropped beside another; `null` where rows stay in their places. */
  readonly onRowDrop: ((row: IndicatorId, drop: RowDrop) => void) | null;
  /** Stands over the active cell: its input, list and message. */
  readonly children: ReactNode;
}

/** What the sheet does in its own way: focus, moving of columns, the word for no rows. */
const OWN_WAYS = {
  tabIndex: -1,
  suppressCellFocus: true,
  suppressHeaderFocus: true,
  suppressMovableColumns: true,
  suppressDragLeaveHidesColumns: true,
  suppressNoRowsOverlay: true,
  enableBrowserTooltips: true,
  animateRows: false,
} as const;

const rowId = ({ data }: GetRowIdParams<GridRow>) => data.id;

/** Lets rows be dragged by their handles as long as they may move. */
function useRowDrag(frame: RefObject<HTMLElement | null>, onDrop: IndicatorGridProps["onRowDrop"]): void {
  const latest = useRef(onDrop);
  useLayoutEffect(() => {
    latest.current = onDrop;
  }, [onDrop]);
  useEffect(() => {
    if (frame.current === null) return undefined;
    const drag = new RowDrag(frame.current, (row, drop) => latest.current?.(indicatorId(row), drop));
    return () => drag.dispose();
  }, [frame]);
}

/** The table of indicators: draws cells from the plan, and keeps its children over the active one. */
export function IndicatorGrid(props: IndicatorGridProps) {
  const { ref, source, layout, controller, widths, onMenu, onRowDrop, children } = props;
  const { columns, rows, frozenRows, active, frozen, arrangement, arrange } = layout;
  const grouped = arrangement.grouped && arrangement.sort === null;
  const { t, i18n } = useTranslation("grid");
  const frame = useRef<HTMLDivElement>(null);
  const anchor = useRef<HTMLDivElement>(null);
  const [api, setApi] = useState<GridApi<GridRow> | null>(null);
  const context = useDrawnCells(api, { source, words: t, rows, grouped });
  const columnDefs = useMemo(
    () => columns.map((column) => columnDef(column, { words: t, widths, context, frozen, arrangement })),
    [columns, t, widths, context, frozen, arrangement],
  );
  const tables = useMemo(
    () => ({ pinnedTopRowData: rows.slice(0, frozenRows), rowData: rows.slice(frozenRows) }),
    [rows, frozenRows],
  );
  const place = useCallback(() => {
    if (frame.current && anchor.current && active) placeAnchor(anchor.current, frame.current, active);
  }, [active]);
  useGroupLines(api, grouped ? rowCategories(source.plan) : null, rows);
  useReveal(api, active);
  const { notePlace, scrollBack } = useKeptPlace(source.plan.id, api, active);
  useRowDrag(frame, onRowDrop);
  const frames = useSheetFrames({
    ...{ plan: source.plan.id, api, frame, layout, controller, context },
    editable: source.plan.origin === "own",
  });
  useImperativeHandle(ref, () => ({
    reveal: (to) => {
      const cell = layout.places.cellAt(to);
      if (api !== null && cell !== null) revealCell(api, cell);
    },
  }));
  useLayoutEffect(place);

  const redraw = () => {
    place();
    frames.redraw();
  };
  const nonce = cspNonce();
  return (
    <div
      ref={frame}
      className={onRowDrop === null ? "grid-frame" : "grid-frame rows-movable"}
      onContextMenu={(event) => {
        const wanted = wantedMenu(event.nativeEvent, columns);
        if (wanted === null) return;
        event.preventDefault();
        onMenu(wanted);
      }}
    >
      <AgGridReact<GridRow>
        theme={gridTheme}
        {...(nonce === undefined ? {} : { styleNonce: nonce })}
        {...tables}
        columnDefs={columnDefs}
        defaultColDef={defaultColDef}
        getRowId={rowId}
        localeText={i18n.language === "en" ? AG_GRID_LOCALE_EN : AG_GRID_LOCALE_CN}
        {...OWN_WAYS}
        onGridReady={(event) => setApi(event.api)}
        onFirstDataRendered={(event) => scrollBack(event.api, frame.current)}
        onBodyScrollEnd={(event) => notePlace(event.api)}
        onBodyScroll={() => {
          place();
          frames.scrolled();
        }}
        onColumnResized={(event) => {
          redraw();
          const width = draggedWidth(event);
          if (width !== null) arrange({ widths: { ...arrangement.widths, ...width } });
        }}
        onDisplayedColumnsChanged={redraw}
        onGridSizeChanged={redraw}
        onPinnedRowDataChanged={redraw}
        onModelUpdated={(event) => {
          // What a cell prints depends on the row above it.
          event.api.refreshCells({ force: true, suppressFlash: true });
          redraw();
        }}
      />
      <div ref={anchor} className="cell-anchor" data-idle={active === null || undefined}>
        {children}
      </div>
    </div>
  );
}

/** The width in px that a column was dragged to, by its id; `null` while it is dragged, and where the width came about otherwise. */
function draggedWidth(event: ColumnResizedEvent<GridRow>): Readonly<Record<string, number>> | null {
  if (!event.finished || event.source !== "uiColumnResized" || event.column === null) return null;
  return { [event.column.getColId()]: event.column.getActualWidth() };
}

/** What cells are drawn from: kept for the life of the grid, and where it reads something else the rows concerned are drawn anew. */
function useDrawnCells(
  api: GridApi<GridRow> | null,
  { source, words, rows, grouped }: ConstructorParameters<typeof GridContext>[0],
): GridContext {
  const [context] = useState(() => new GridContext({ source, words, rows, grouped }));
  useLayoutEffect(() => {
    const isRedrawn = context.read({ source, words, rows, grouped });
    if (api === null) return;
    const rowNodes = drawnRows(api).filter(({ data }) => data !== undefined && isRedrawn(data));
    if (rowNodes.length > 0) api.refreshCells({ rowNodes, suppressFlash: true });
  }, [api, context, source, words, rows, grouped]);
  return context;
}

/** Brings the active cell into sight when it changes. */
function useReveal(api: GridApi<GridRow> | null, active: ActiveCell | null): void {
  useLayoutEffect(() => {
    if (api !== null && active !== null) revealCell(api, active);
  }, [api, active]);
}

function revealCell(api: GridApi<GridRow>, cell: ActiveCell): void {
  const at = api.getRowNode(cell.row)?.rowIndex ?? null;
  if (at !== null) api.ensureIndexVisible(at);
  api.ensureColumnVisible(cell.column);
}

/** Lines between groups belong to rows: when the groups change, all cells of the rows take their class anew. */
function useGroupLines(
  api: GridApi<GridRow> | null,
  categories: RowCategories | null,
  rows: readonly GridRow[],
): void {
  const groups = useMemo(
    () =>
      categories === null
        ? ""
        : rows.map((_, at) => (startsGroup(categories, rows, at) ? "1" : "0")).join(""),
    [categories, rows],
  );
  useLayoutEffect(() => {
    api?.refreshCells({ force: true, suppressFlash: true });
  }, [api, groups]);
}
