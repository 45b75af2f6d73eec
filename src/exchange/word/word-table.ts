import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from "docx";
import type { ReportColumn, ReportTable } from "#core/report/report.ts";
import { TEXT_WIDTH } from "./paper.ts";
import { plainXmlText } from "./plain-xml-text.ts";
import { STYLES } from "./word-styles.ts";

const ALIGN = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const;

const RULE = { style: BorderStyle.SINGLE, size: 4, color: "000000" } as const;
const THICK = { style: BorderStyle.SINGLE, size: 12, color: "000000" } as const;
const MARGIN = 60;

/** A table over the whole type area whose header row repeats on each page; its columns have widths in the grid, which WPS goes by. */
export function wordTable({ columns, rows }: ReportTable): Table {
  const widths = columnWidths(columns);
  const line = (cells: readonly string[], header: boolean) =>
    new TableRow({
      ...(header ? { tableHeader: true } : {}),
      cantSplit: true,
      children: columns.map((column, at) =>
        cell(cells[at] ?? "", column, { width: widths[at] ?? 0, header }),
      ),
    });
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    columnWidths: widths,
    alignment: AlignmentType.CENTER,
    margins: { left: MARGIN, right: MARGIN, marginUnitType: WidthType.DXA },
    borders: {
      top: THICK,
      bottom: THICK,
      left: RULE,
      right: RULE,
      insideHorizontal: RULE,
      insideVertical: RULE,
    },
    rows: [
      line(
        columns.map(({ title }) => title),
        true,
      ),
      ...rows.map((cells) => line(cells, false)),
    ],
  });
}

/** Whole widths in twentieths of a point that add up to the type area. */
function columnWidths(columns: readonly ReportColumn[]): readonly number[] {
  const total = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => Math.floor((TEXT_WIDTH * share) / total));
  const rest = TEXT_WIDTH - widths.reduce((sum, width) => sum + width, 0);
  return widths.map((width, at) => (at === widths.length - 1 ? width + rest : width));
}

function cell(
  text: string,
  { align }: ReportColumn,
  { width, header }: { readonly width: number; readonly header: boolean },
): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    children: [
      new Paragraph({
        style: header ? STYLES.cellHead : STYLES.cell,
        alignment: header ? AlignmentType.CENTER : ALIGN[align],
        children: [new TextRun(plainXmlText(text))],
      }),
    ],
  });
}
