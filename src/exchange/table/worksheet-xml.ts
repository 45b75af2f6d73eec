import {
  cellReference,
  columnName,
  type WorkbookCell,
  type Worksheet,
} from "#core/report/workbook/workbook.ts";
import { PLAIN_TEXT_STYLE, TEXT_FORMAT, type WorkbookStyles } from "./workbook-styles.ts";
import { xmlText } from "./xml-text.ts";

/** Signs that begin a formula where a text is typed, and what spreadsheets skip before them. */
const LIKE_FORMULA = /^[\s]*[=+\-@＝＋－＠]|^[\t\r\n]/u;

/** Texts of a workbook, each kept once. */
export class SharedStrings {
  readonly #places = new Map<string, number>();
  #uses = 0;

  /** The number by which cells name a text. */
  place(text: string): number {
    this.#uses += 1;
    const known = this.#places.get(text);
    if (known !== undefined) return known;
    this.#places.set(text, this.#places.size);
    return this.#places.size - 1;
  }

  /** The part xl/sharedStrings.xml. */
  xml(): string {
    const texts = [...this.#places.keys()].map(
      (text) => `<si><t xml:space="preserve">${xmlText(text)}</t></si>`,
    );
    return (
      '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" ' +
      `count="${this.#uses}" uniqueCount="${texts.length}">${texts.join("")}</sst>`
    );
  }
}

/** A sheet as its part of the file; what is typed as text stays text. */
export function worksheetXml(sheet: Worksheet, styles: WorkbookStyles, strings: SharedStrings): string {
  const { rows, frozen } = sheet;
  const columns = Math.max(1, ...rows.map((row) => row.length));
  const names = Array.from({ length: columns }, (_, column) => columnName(column));
  const lines = rows.map((row, at) => {
    let line = `<row r="${at + 1}">`;
    row.forEach((cell, column) => {
      if (cell !== null) line += cellXml(cell, `${names[column] ?? ""}${at + 1}`, styles, strings);
    });
    return `${line}</row>`;
  });
  return (
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" ' +
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">' +
    `<dimension ref="A1:${cellReference({ row: Math.max(0, rows.length - 1), column: columns - 1 })}"/>` +
    `<sheetViews><sheetView workbookViewId="0">${frozenXml(frozen)}</sheetView></sheetViews>` +
    `<sheetFormatPr defaultRowHeight="15"/>${columnsXml(sheet)}<sheetData>${lines.join("")}</sheetData>` +
    '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>' +
    '<pageSetup paperSize="9" orientation="landscape"/>' +
    `${notesOf(sheet).length === 0 ? "" : '<legacyDrawing r:id="rId1"/>'}</worksheet>`
  );
}

function cellXml(
  cell: WorkbookCell,
  reference: string,
  styles: WorkbookStyles,
  strings: SharedStrings,
): string {
  if (cell.kind === "text") {
    const format = cell.style === "head" ? null : TEXT_FORMAT;
    const style = styles.styleOf(cell.style, format, LIKE_FORMULA.test(cell.text));
    return cell.text === ""
      ? `<c r="${reference}" s="${style}"/>`
      : `<c r="${reference}" s="${style}" t="s"><v>${strings.place(cell.text)}</v></c>`;
  }
  const style = styles.styleOf(cell.style, cell.format, false);
  const formula = cell.kind === "formula" ? `<f>${xmlText(cell.formula)}</f>` : "";
  return `<c r="${reference}" s="${style}">${formula}<v>${cell.value}</v></c>`;
}

function frozenXml({ rows, columns }: Worksheet["frozen"]): string {
  if (rows === 0 && columns === 0) return "";
  const corner = cellReference({ row: rows, column: columns });
  const pane = rows > 0 && columns > 0 ? "bottomRight" : rows > 0 ? "bottomLeft" : "topRight";
  const splits = `${columns > 0 ? ` xSplit="${columns}"` : ""}${rows > 0 ? ` ySplit="${rows}"` : ""}`;
  return `<pane${splits} topLeftCell="${corner}" activePane="${pane}" state="frozen"/>`;
}

function columnsXml({ widths, textColumns = [] }: Worksheet): string {
  if (widths.length === 0) return "";
  const columns = widths.map((width, at) => {
    const style = textColumns.includes(at) ? ` style="${PLAIN_TEXT_STYLE}"` : "";
    return `<col min="${at + 1}" max="${at + 1}" width="${width}"${style} customWidth="1"/>`;
  });
  return `<cols>${columns.join("")}</cols>`;
}

/** A note with the cell that it is about. */
export interface PlacedNote {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** The notes of a sheet, row by row. */
export function notesOf({ rows }: Worksheet): readonly PlacedNote[] {
  const notes: PlacedNote[] = [];
  rows.forEach((cells, row) => {
    cells.forEach((cell, column) => {
      const text = cell?.note ?? null;
      if (text !== null) notes.push({ row, column, text });
    });
  });
  return notes;
}

/** The notes of a sheet as the part that holds their texts. */
export function commentsXml(notes: readonly PlacedNote[]): string {
  const list = notes.map(
    ({ text, ...at }) =>
      `<comment ref="${cellReference(at)}" authorId="0"><text><r><rPr><sz val="9"/></rPr>` +
      `<t xml:space="preserve">${xmlText(text)}</t></r></text></comment>`,
  );
  return (
    '<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    `<authors><author>五年</author></authors><commentList>${list.join("")}</commentList></comments>`
  );
}

/** The notes of a sheet as the drawing that spreadsheets want beside the texts. */
export function noteShapesXml(notes: readonly PlacedNote[]): string {
  const shapes = notes.map(
    ({ row, column }, at) =>
      `<v:shape id="_x0000_s${1025 + at}" type="#_x0000_t202" style="position:absolute;width:220pt;height:60pt;visibility:hidden" ` +
      'fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/>' +
      '<v:textbox/><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>' +
      `<x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`,
  );
  return (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" ' +
    'xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>' +
    '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">' +
    '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>' +
    `${shapes.join("")}</xml>`
  );
}
