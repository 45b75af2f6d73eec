import type { GridApi, IRowNode } from "ag-grid-community";

/** The rows that a grid has drawn, the frozen ones too: AG Grid lists those apart. */
export function drawnRows<Row>(api: GridApi<Row>): readonly IRowNode<Row>[] {
  const frozen = Array.from({ length: api.getPinnedTopRowCount() }, (_, at) => api.getPinnedTopRow(at));
  return [...frozen.filter((node) => node !== undefined), ...api.getRenderedNodes()];
}
