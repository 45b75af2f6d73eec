import "../../../ui/sheet/grid-modules.ts";
import { AG_GRID_LOCALE_CN, AG_GRID_LOCALE_EN } from "@ag-grid-community/locale";
import type {
  ColDef,
  GetRowIdParams,
  GridApi,
  ICellRendererComp,
  ICellRendererParams,
} from "ag-grid-community";
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
import { gridTheme } from "../../../ui/sheet/grid-theme.ts";
import type { SheetController } from "../../../ui/sheet/sheet-controller.ts";
import { useDrawnSheet } from "../../../ui/sheet/use-drawn-sheet.ts";
import { type PrintedCell, printCell, type SheetWords } from "./assumption-cell.ts";
import { type AssumptionColumn, columnId } from "./assumption-columns.ts";
import type { AssumptionRow, AssumptionSheet } from "./assumption-sheet.ts";
import type { AssumptionLayout } from "./use-assumption-layout.ts";

/** What the panel asks of its grid. */
export interface AssumptionGridHandle {
  /** Scrolls a cell into sight. */
  reveal(place: CellPlace): void;
}

interface GridProps {
  readonly ref: Ref<AssumptionGridHandle>;
  readonly sheet: AssumptionSheet;
  readonly layout: AssumptionLayout;
  readonly words: SheetWords;
  readonly controller: SheetController;
  readonly editable: boolean;
  /** Stands over the active cell. */
  readonly children: ReactNode;
}

interface GridRow {
  readonly id: string;
}

const rowId = ({ data }: GetRowIdParams<GridRow>) => data.id;
const WIDTHS = { name: 210, method: 220, year: 66, shocks: 150, uncertainty: 140 } as const;

/** The table of assumptions; draws cells from the sheet and keeps its children over the active one. */
export function AssumptionGrid(props: GridProps) {
  const { ref, sheet, layout, words, controller, editable, children } = props;
  const { i18n } = useTranslation();
  const [print] = useState(() => new Printing());
  const frame = useRef<HTMLDivElement>(null);
  const anchor = useRef<HTMLDivElement>(null);
  const [api, setApi] = useState<GridApi<GridRow> | null>(null);
  const { columns, places, active } = layout;
  const columnDefs = useMemo(
    () => columns.map((column) => columnDef(column, print, words)),
    [columns, print, words],
  );
  const ids = sheet.rows.map(({ id }) => id).join("\n");
  const rowData = useMemo(() => (ids === "" ? [] : ids.split("\n").map((id) => ({ id }))), [ids]);
  const place = useCallback(() => {
    if (frame.current && anchor.current && active) placeAnchor(anchor.current, frame.current, active);
  }, [active]);
  useLayoutEffect(() => {
    print.read(sheet, words);
    api?.refreshCells({ suppressFlash: true });
  }, [api, print, sheet, words]);
  const selection = useMemo(() => layout.selection(), [layout]);
  const { redraw, scrolled } = useDrawnSheet({
    ...{ api, frame, places, selection, rowHeader: null, controller, editable },
  });
  useLayoutEffect(() => {
    if (api !== null && active !== null) reveal(api, active);
  }, [api, active]);
  useImperativeHandle(ref, () => ({
    reveal: (to) => {
      const cell = places.cellAt(to);
      if (api !== null && cell !== null) reveal(api, cell);
    },
  }));
  useLayoutEffect(place);
  const arrange = () => {
    place();
    redraw();
  };
  const nonce = cspNonce();
  return (
    <div ref={frame} className="assumption-frame">
      <AgGridReact<GridRow>
        theme={gridTheme}
        {...(nonce === undefined ? {} : { styleNonce: nonce })}
        rowData={rowData}
        columnDefs={columnDefs}
        getRowId={rowId}
        headerHeight={28}
        localeText={i18n.language === "en" ? AG_GRID_LOCALE_EN : AG_GRID_LOCALE_CN}
        tabIndex={-1}
        suppressCellFocus
        suppressHeaderFocus
        suppressMovableColumns
        suppressNoRowsOverlay
        animateRows={false}
        onGridReady={(event) => setApi(event.api)}
        onBodyScroll={() => {
          place();
          scrolled();
        }}
        onColumnResized={arrange}
        onGridSizeChanged={arrange}
        onModelUpdated={(event) => {
          event.api.refreshCells({ force: true, suppressFlash: true });
          arrange();
        }}
      />
      <div ref={anchor} className="cell-anchor" data-idle={active === null || undefined}>
        {children}
      </div>
    </div>
  );
}

/** Prints cells of the sheet that was read last: the grid asks for them long after it was given its columns. */
class Printing {
  #rows: ReadonlyMap<string, AssumptionRow> = new Map();
  #source: { readonly sheet: AssumptionSheet; readonly words: SheetWords } | null = null;

  read(sheet: AssumptionSheet, words: SheetWords): void {
    this.#source = { sheet, words };
    this.#rows = new Map(sheet.rows.map((row) => [row.id, row]));
  }

  print(id: string | undefined, column: AssumptionColumn): PrintedCell | null {
    const row = id === undefined ? undefined : this.#rows.get(id);
    return row === undefined || this.#source === null
      ? null
      : printCell(this.#source.sheet, row, column, this.#source.words);
  }
}

/** Draws a cell with plain elements; its tip says what has no room. */
class AssumptionCellRenderer implements ICellRendererComp<GridRow> {
  readonly #root = document.createElement("span");

  init(params: ICellRendererParams<GridRow, PrintedCell>): void {
    this.refresh(params);
  }

  getGui(): HTMLElement {
    return this.#root;
  }

  refresh({ value, eGridCell }: ICellRendererParams<GridRow, PrintedCell>): boolean {
    if (value === null || value === undefined) return false;
    this.#root.textContent = value.text;
    eGridCell.title = value.tip === null ? value.text : `${value.text}\n${value.tip}`;
    return true;
  }
}

function columnDef(
  column: AssumptionColumn,
  printing: Printing,
  { studio }: SheetWords,
): ColDef<GridRow, PrintedCell> {
  const tone =
    (wanted: PrintedCell["tone"]) => (params: { readonly value?: PrintedCell | null | undefined }) =>
      params.value?.tone === wanted;
  return {
    colId: columnId(column),
    headerName: column.kind === "year" ? String(column.year) : studio(`column.${column.kind}`),
    headerClass: column.kind === "year" ? "align-right" : "",
    cellClass: ["assumption-cell", column.kind],
    width: WIDTHS[column.kind],
    ...(column.kind === "name" || column.kind === "method"
      ? { pinned: "left" as const, lockPinned: true }
      : {}),
    ...(column.kind === "name" ? { cellAriaRole: "rowheader" } : {}),
    ...{ sortable: false, resizable: true, suppressMovable: true, cellDataType: false },
    valueGetter: ({ data }) => printing.print(data?.id, column),
    cellRenderer: AssumptionCellRenderer,
    equals: (a, b) => a?.text === b?.text && a?.tone === b?.tone && a?.tip === b?.tip,
    cellClassRules: {
      "is-override": tone("override"),
      "is-inherited": tone("inherited"),
      "is-error": tone("error"),
    },
  };
}

function reveal(api: GridApi<GridRow>, cell: GridCell): void {
  const at = api.getRowNode(cell.row)?.rowIndex ?? null;
  if (at !== null) api.ensureIndexVisible(at);
  api.ensureColumnVisible(cell.column);
}
