import type { ColDef, ColGroupDef } from "ag-grid-community";
import { SideGroupHeader, type SideGroupTitle } from "./side-group-header.ts";
import type { PrintedSide, SideMark } from "./printed-side.ts";
import { OWN, type SideColumn, sideColumnId, type SideGroup } from "./side-columns.ts";
import type { SideContext, SideGridRow } from "./side-context.ts";
import { SideRenderer } from "./side-renderer.ts";

/** A column definition of the comparison. */
export type SideColDef = ColDef<SideGridRow, PrintedSide>;

/** What all columns share. */
export const defaultSideColDef: SideColDef = {
  sortable: false,
  resizable: true,
  suppressMovable: true,
  cellDataType: false,
  minWidth: 40,
  cellRenderer: SideRenderer,
  equals: (a, b) => a === b || JSON.stringify(a) === JSON.stringify(b),
};

/** What column definitions are made from. */
export interface SideColumnSource {
  readonly context: SideContext;
  /** Widths in px that columns begin with, by column. */
  readonly widths: ReadonlyMap<string, number>;
  /** The heading of a column below that of its group. */
  readonly header: (column: SideColumn) => string;
  readonly title: (group: SideGroup) => SideGroupTitle;
  readonly markName: (mark: SideMark) => string;
}

/** Width in px of a column that was not there when the widths were reckoned. */
const DEFAULT_WIDTH = 84;

/** The columns of a group under its heading. */
export function sideGroupDef(group: SideGroup, source: SideColumnSource): ColGroupDef<SideGridRow> {
  return {
    groupId:
      group.kind === "plan" ? `plan-${group.side}` : group.kind === "year" ? `year-${group.year}` : "head",
    headerName: source.title(group).name,
    headerGroupComponent: SideGroupHeader,
    headerGroupComponentParams: source.title(group),
    headerClass: `side-group ${groupClass(group)}`,
    marryChildren: true,
    children: group.columns.map((column, at) => columnDef(column, at === 0 && group.kind !== "head", source)),
  };
}

function groupClass(group: SideGroup): string {
  if (group.kind === "head") return "head";
  return group.kind === "plan" && group.side === OWN ? "own" : "other";
}

function columnDef(column: SideColumn, first: boolean, source: SideColumnSource): SideColDef {
  const { context } = source;
  const id = sideColumnId(column);
  const own = column.side === OWN && column.kind !== "name" && column.kind !== "unit" ? "own" : "";
  const classes = ["side-cell", column.kind, alignment(column), own, first ? "first" : ""].filter(
    (each) => each !== "",
  );
  return {
    colId: id,
    headerName: source.header(column),
    headerClass: classes,
    cellClass: classes,
    valueGetter: ({ data }) => (data === undefined ? null : context.print(data, column)),
    cellRendererParams: { markName: source.markName },
    cellClassRules: {
      "side-active-row": ({ data }) => column.kind === "name" && context.isActiveRow(data?.id),
      "side-missing-start": ({ data }) => data !== undefined && context.startsMissing(data.index),
      "side-hatched": ({ value }) => value?.hatched === true,
      "side-error": ({ value }) => value?.mark === "error" && column.kind === "target",
    },
    // The draft stays in sight while the others are scrolled past it; past years are scrolled with them.
    ...(column.side === OWN && column.kind !== "year" ? { pinned: "left" as const, lockPinned: true } : {}),
    ...(column.kind === "name" ? { cellAriaRole: "rowheader" } : {}),
    ...sizing(column, source.widths.get(id) ?? DEFAULT_WIDTH),
  };
}

function alignment({ kind, side }: SideColumn): "align-left" | "align-center" | "align-right" {
  switch (kind) {
    case "name":
    case "difference":
      return "align-left";
    case "unit":
      return "align-center";
    case "target":
      return side === OWN ? "align-left" : "align-right";
    case "base":
    case "growth":
    case "year":
      return "align-right";
  }
}

/** The differences take what is left, so that the table fills its room. */
function sizing(column: SideColumn, width: number): SideColDef {
  return column.kind === "difference" ? { initialFlex: 1, minWidth: width } : { width };
}
