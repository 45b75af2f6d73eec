import { readHtmlTable, type TextBlock } from "./read-html-table.ts";
import { readTsv } from "./read-tsv.ts";

/** More than this is not read from a clipboard: characters of its HTML or text, which no table of a planner's comes near. */
const MOST_CHARACTERS = 30_000_000;

/** Cells of a block that is read from a clipboard, at the most; a file may hold as many. */
const MOST_CELLS = 200_000;

/**
 * The block of cells on a clipboard, `null` when there is no text, and `large` when there is more of it than a planner's table can have, or when it is made to be slow. The table of a spreadsheet's HTML is preferred: it
 * tells cells apart where plain text does not (line breaks, quotation marks, merged cells).
 */
export function readClipboard(data: DataTransfer): TextBlock | "large" | null {
  const html = data.getData("text/html");
  const table =
    html === "" ? null : html.length > MOST_CHARACTERS ? "large" : readHtmlTable(html, MOST_CELLS);
  if (table !== null && table !== "large") return table;
  const text = data.getData("text/plain");
  if (text === "") return table;
  return (text.length > MOST_CHARACTERS ? null : readTsv(text, MOST_CELLS)) ?? "large";
}

/** Puts a block of cells on a clipboard, as tab-separated text and as an HTML table. */
export function writeClipboard(data: DataTransfer, block: TextBlock): void {
  data.setData("text/plain", toTsv(block));
  data.setData("text/html", toHtmlTable(block));
}

/** Tab-separated text as spreadsheets read it: lines end with CR LF, and cells that could be misread are quoted. */
export function toTsv(block: TextBlock): string {
  return block.map((line) => line.map(quoted).join("\t")).join("\r\n");
}

function quoted(text: string): string {
  return /[\t\r\n]|^"/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * An HTML table as spreadsheets read it: what is no plain number is marked as text, so that =1+1 stays what it is; line breaks stay
 * within their cell, and spaces that HTML would drop are written as Excel writes its own.
 */
export function toHtmlTable(block: TextBlock): string {
  const rows = block.map((line) => `<tr>${line.map(htmlCell).join("")}</tr>`).join("");
  return `<html><head><meta charset="utf-8"></head><body><table>${rows}</table></body></html>`;
}

const PLAIN_NUMBER = /^-?(?:0|[1-9]\d{0,14})(?:\.\d+)?$/u;

function htmlCell(text: string): string {
  const escaped = text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replace(/^ | (?= )| $|(?<=[\r\n]) | (?=[\r\n])/gu, "\u00a0")
    .replace(/\u00a0+ ?/gu, "<span style='mso-spacerun:yes'>$&</span>")
    .replace(/\r\n|\r|\n/gu, "<br style='mso-data-placement:same-cell'>");
  const style = text === "" || PLAIN_NUMBER.test(text) ? "" : ` style='mso-number-format:"\\@"'`;
  return `<td${style}>${escaped}</td>`;
}
