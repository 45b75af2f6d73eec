import "./grid-modules.ts";
import { AG_GRID_LOCALE_CN, AG_GRID_LOCALE_EN } from "@ag-grid-community/locale";
import type { GetRowIdParams, GridApi } from "ag-grid-community";
import { AgGridReact } from "ag-grid-react";
import {
  type MouseEvent,
  type ReactNode,
  useCallback,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { useTranslation } from "react-i18next";
import { cspNonce } from "../../ui/csp-nonce.ts";
import { placeAnchor, pressedCell } from "../../ui/sheet/cell-anchor.ts";
import type { CellSource } from "./cell-view.ts";
import { columnDef, defaultColDef } from "./column-defs.ts";
import { type ActiveCell, GridContext } from "./grid-context.ts";
import type { GridColumn } from "./grid-columns.ts";
import { gridTheme } from "../../ui/sheet/grid-theme.ts";
import { type GridRow, startsGroup } from "./row-order.ts";

interface IndicatorGridProps {
  readonly source: CellSource;
  readonly columns: readonly GridColumn[];
  readonly rows: readonly GridRow[];
  readonly active: ActiveCell | null;
  /** Widths in px by column id that columns begin with. */
  readonly widths: ReadonlyMap<string, number>;
  readonly onPress: (cell: ActiveCell) => void;
  readonly onOpen: () => void;
  /** Stands over the active cell: its input, list and message. */
  readonly children: ReactNode;
}

const rowId = ({ data }: GetRowIdParams<GridRow>) => data.id;

/** The table of indicators: draws cells from the plan, and keeps its children over the active one. */
export function IndicatorGrid(props: IndicatorGridProps) {
  const { source, columns, rows, active, widths, onPress, onOpen, children } = props;
  const { t, i18n } = useTranslation("grid");
  const [context] = useState(() => new GridContext({ source, words: t, rows }));
  const frame = useRef<HTMLDivElement>(null);
  const anchor = useRef<HTMLDivElement>(null);
  const [api, setApi] = useState<GridApi<GridRow> | null>(null);
  const columnDefs = useMemo(
    () => columns.map((column) => columnDef(column, { words: t, widths, context })),
    [columns, t, widths, context],
  );
  const rowData = useMemo(() => [...rows], [rows]);
  const place = useCallback(() => {
    if (frame.current && anchor.current && active) placeAnchor(anchor.current, frame.current, active);
  }, [active]);

  useLayoutEffect(() => {
    context.read({ source, words: t, rows });
    api?.refreshCells({ suppressFlash: true });
  }, [api, context, source, t, rows]);
  useGroupLines(api, source, rows);
  useActiveCell({ api, context, active });
  useLayoutEffect(place);

  // The grid would give the focus to a row and the browser to a cell; the input over the active cell keeps it.
  const press = (event: MouseEvent) => {
    const cell = pressedCell(event.target);
    if (cell === null) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.button === 0) onPress(cell);
  };
  const nonce = cspNonce();
  return (
    <div
      ref={frame}
      className="grid-frame"
      onMouseDownCapture={press}
      onDoubleClick={(event) => {
        if (pressedCell(event.target) !== null) onOpen();
      }}
    >
      <AgGridReact<GridRow>
        theme={gridTheme}
        {...(nonce === undefined ? {} : { styleNonce: nonce })}
        rowData={rowData}
        columnDefs={columnDefs}
        defaultColDef={defaultColDef}
        getRowId={rowId}
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
        onBodyScroll={place}
        onColumnResized={place}
        onDisplayedColumnsChanged={place}
        onGridSizeChanged={place}
        onModelUpdated={(event) => {
          // What a cell prints depends on the row above it.
          event.api.refreshCells({ force: true, suppressFlash: true });
          place();
        }}
      />
      <div ref={anchor} className="cell-anchor" data-idle={active === null || undefined}>
        {children}
      </div>
    </div>
  );
}

interface ActiveCellParts {
  readonly api: GridApi<GridRow> | null;
  readonly context: GridContext;
  readonly active: ActiveCell | null;
}

/** Draws the frame of the active cell and brings it into sight; two cells and their row numbers are drawn anew. */
function useActiveCell({ api, context, active }: ActiveCellParts): void {
  const drawn = useRef<ActiveCell | null>(null);
  useLayoutEffect(() => {
    context.activate(active);
    if (api === null) return;
    const touched = [drawn.current, active].filter((cell) => cell !== null);
    drawn.current = active;
    const nodes = touched.map(({ row }) => api.getRowNode(row)).filter((node) => node !== undefined);
    const columns = ["number", ...touched.map(({ column }) => column)];
    api.refreshCells({ rowNodes: nodes, columns, force: true, suppressFlash: true });
  }, [api, context, active]);
  useLayoutEffect(() => {
    if (api === null || active === null) return;
    const at = api.getRowNode(active.row)?.rowIndex ?? null;
    if (at !== null) api.ensureIndexVisible(at);
    api.ensureColumnVisible(active.column);
  }, [api, active]);
}

/** Lines between groups belong to rows: when the groups change, all cells of the rows take their class anew. */
function useGroupLines(api: GridApi<GridRow> | null, source: CellSource, rows: readonly GridRow[]): void {
  const groups = rows.map((_, at) => (startsGroup(source.plan, rows, at) ? "1" : "0")).join("");
  useLayoutEffect(() => {
    api?.refreshCells({ force: true, suppressFlash: true });
  }, [api, groups]);
}
