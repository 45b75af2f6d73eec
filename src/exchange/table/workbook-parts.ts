import { type CellFormat, cellFormat, GENERAL } from "./cell-formats.ts";
import { parsePart, RefusedPart, SHEET_LIMITS } from "./parse-part.ts";
import type { ReadCell } from "./read-workbook.ts";

/** The sheets of xl/workbook.xml with the relationships that lead to them. */
export function readSheetList(xml: string): readonly { readonly name: string; readonly relation: string }[] {
  const sheets: { readonly name: string; readonly relation: string }[] = [];
  parsePart(xml, {
    open: (name, attributes) => {
      if (name !== "sheet") return;
      const relation = Object.entries(attributes).find(([key]) => key.endsWith(":id"))?.[1];
      sheets.push({ name: attributes["name"] ?? "", relation: relation ?? "" });
    },
  });
  return sheets;
}

/** Targets of relationships by their ids. */
export function readRelations(xml: string): ReadonlyMap<string, string> {
  const targets = new Map<string, string>();
  parsePart(xml, {
    open: (name, { Id: id, Target: target }) => {
      if (name === "Relationship" && id !== undefined && target !== undefined) targets.set(id, target);
    },
  });
  return targets;
}

/** The shared texts in their order; what is set in small letters above Chinese (phonetic) is left out. */
export function readStrings(xml: string | null): readonly string[] {
  const texts: string[] = [];
  if (xml === null) return texts;
  let current: string | null = null;
  let inText = false;
  let phonetic = false;
  parsePart(xml, {
    open: (name) => {
      if (name === "si") current = "";
      if (name === "rPh") phonetic = true;
      if (name === "t") inText = true;
    },
    text: (text) => {
      if (inText && !phonetic && current !== null) current += text;
    },
    close: (name) => {
      if (name === "t") inText = false;
      if (name === "rPh") phonetic = false;
      if (name === "si" && current !== null) texts.push(current);
    },
  });
  return texts;
}

/** What each style of cells makes of a number. */
export function readStyles(xml: string | null): readonly CellFormat[] {
  const codes = new Map<number, string>();
  const styles: CellFormat[] = [];
  let inCells = false;
  if (xml === null) return styles;
  parsePart(xml, {
    open: (name, attributes) => {
      const format = Number(attributes["numFmtId"] ?? 0);
      if (name === "numFmt") codes.set(format, attributes["formatCode"] ?? "");
      if (name === "cellXfs") inCells = true;
      if (name === "xf" && inCells) styles.push(cellFormat(format, codes));
    },
    close: (name) => {
      if (name === "cellXfs") inCells = false;
    },
  });
  return styles;
}

interface SheetGround {
  readonly strings: readonly string[];
  readonly formats: readonly CellFormat[];
  /** Cells that may still be read, and places that they may still take up, over all sheets. */
  readonly room: { cells: number; places: number };
}

/** The cells of a sheet in their places. */
export function readSheet(xml: string, ground: SheetGround): readonly (readonly (ReadCell | null)[])[] {
  const rows: (ReadCell | null)[][] = [];
  let cell: OpenCell | null = null;
  let inValue = false;
  parsePart(xml, {
    open: (name, attributes) => {
      if (name === "c") cell = openCell(attributes, ground);
      if (name === "v" || name === "t") inValue = true;
    },
    text: (text) => {
      if (inValue && cell !== null) cell.text += text;
    },
    close: (name) => {
      if (name === "v" || name === "t") inValue = false;
      if (name !== "c" || cell === null) return;
      const value = readValue(cell, ground);
      if (value !== null) place(rows, cell, value, ground);
      cell = null;
    },
  });
  return rows;
}

interface OpenCell {
  readonly row: number;
  readonly column: number;
  readonly type: string;
  readonly style: number;
  text: string;
}

const REFERENCE = /^([A-Z]{1,3})([1-9]\d{0,6})$/u;

function openCell(attributes: Readonly<Record<string, string>>, { room }: SheetGround): OpenCell {
  room.cells -= 1;
  if (room.cells < 0) throw new RefusedPart({ kind: "too-many-cells", limit: SHEET_LIMITS.cells });
  const found = REFERENCE.exec(attributes["r"] ?? "");
  const letters = found?.[1] ?? "";
  const row = Number(found?.[2] ?? 0) - 1;
  const column = Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  if (found === null || row >= SHEET_LIMITS.cells || column >= SHEET_LIMITS.columns)
    throw new RefusedPart({ kind: "broken-part", entry: "sheet" });
  return { row, column, type: attributes["t"] ?? "n", style: Number(attributes["s"] ?? 0), text: "" };
}

function readValue({ type, style, text }: OpenCell, { strings, formats }: SheetGround): ReadCell | null {
  if (type === "s") {
    const shared = strings[Number(text)];
    return shared === undefined ? null : { kind: "text", text: shared };
  }
  if (type === "inlineStr" || type === "str") return { kind: "text", text };
  if (text === "") return null;
  const value = type === "n" ? Number(text) : Number.NaN;
  const format = formats[style] ?? GENERAL;
  if (!Number.isFinite(value) || format.kind === "date") return { kind: "unread" };
  return { kind: format.kind === "plain" ? "number" : "percent", value, decimals: format.decimals };
}

/** Rows and cells may come in any order and with holes; a few cells far to the right must not fill the memory with these. */
function place(
  rows: (ReadCell | null)[][],
  { row, column }: OpenCell,
  cell: ReadCell,
  { room }: SheetGround,
): void {
  while (rows.length <= row) rows.push([]);
  const line = rows[row];
  if (line === undefined) return;
  room.places -= Math.max(0, column + 1 - line.length);
  if (room.places < 0) throw new RefusedPart({ kind: "too-many-cells", limit: SHEET_LIMITS.places });
  while (line.length <= column) line.push(null);
  line[column] = cell;
}
