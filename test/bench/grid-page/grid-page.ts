import { createGrid, type GridApi } from "ag-grid-community";
import { ClientSideRowModelApiModule, ModuleRegistry } from "ag-grid-community";
import { gridModules } from "#renderer/ui/sheet/grid-modules.ts";
import { cspNonce } from "#renderer/ui/csp-nonce.ts";
import { gridTheme } from "#renderer/ui/sheet/grid-theme.ts";

// A table of numbers as the indicator grid holds its own: rows carry an id only, and cells are read from a typed array when they are drawn.

interface Row {
  readonly id: string;
  readonly at: number;
}

/** What the measurement calls in the page. */
export interface GridBench {
  /** From nothing to the first drawn rows, in ms. */
  open(rows: number): Promise<number>;
  /** One changed cell: its value is set and the cell drawn anew; in ms, without waiting for a frame. */
  edit(value: number): number;
  /** The same by a transaction of the grid, in ms. */
  transaction(value: number): number;
  /** Frames until a changed cell shows: 1 is the next one. */
  framesToPaint(value: number): Promise<number>;
}

const COLUMNS = 20;
ModuleRegistry.registerModules([...gridModules, ClientSideRowModelApiModule]);

let values = new Float64Array();
let rows: readonly Row[] = [];
let api: GridApi<Row> | null = null;

const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));

function grid(): GridApi<Row> {
  if (api === null) throw new Error("The grid is not open");
  return api;
}

function firstRow(): Row {
  const [row] = rows;
  if (row === undefined) throw new Error("The grid has no rows");
  return row;
}

function setCell(value: number): void {
  values[0] = value;
  const node = grid().getRowNode(firstRow().id);
  grid().refreshCells({ ...(node === undefined ? {} : { rowNodes: [node] }), columns: ["c0"] });
}

async function open(count: number): Promise<number> {
  api?.destroy();
  const host = document.getElementById("grid");
  if (host === null) throw new Error("There is no place for the grid");
  Object.assign(host.style, { width: "1200px", height: "600px" });
  values = Float64Array.from({ length: count * COLUMNS }, (_, at) => at);
  rows = Array.from({ length: count }, (_, at) => ({ id: `row-${at}`, at }));
  await frame();
  const from = performance.now();
  const nonce = cspNonce();
  api = createGrid<Row>(host, {
    theme: gridTheme,
    ...(nonce === undefined ? {} : { styleNonce: nonce }),
    rowData: [...rows],
    columnDefs: Array.from({ length: COLUMNS }, (_, column) => ({
      colId: `c${column}`,
      valueGetter: ({ data }) => (data === undefined ? null : values[data.at * COLUMNS + column]),
      cellDataType: false,
    })),
    getRowId: ({ data }) => data.id,
    suppressNoRowsOverlay: true,
    animateRows: false,
  });
  while (document.querySelector(".ag-cell") === null) await frame();
  return performance.now() - from;
}

function timed(work: () => void): number {
  const from = performance.now();
  work();
  return performance.now() - from;
}

const bench: GridBench = {
  open,
  edit: (value) => timed(() => setCell(value)),
  transaction: (value) =>
    timed(() => {
      values[0] = value;
      grid().applyTransaction({ update: [{ ...firstRow() }] });
    }),
  framesToPaint: async (value) => {
    setCell(value);
    for (let count = 1; ; count += 1) {
      await frame();
      if (document.querySelector('[row-id="row-0"] [col-id="c0"]')?.textContent === String(value))
        return count;
    }
  },
};

Object.assign(window, { gridBench: bench });
