import { parseHtml } from "./parse-html.ts";

/** A block of pasted or copied cells, row by row; every row is as long as the longest. */
export type TextBlock = readonly (readonly string[])[];

/**
 * Reads the table that a spreadsheet or word processor puts on the clipboard as HTML; `null` where there is none or
 * where text stands beside it. Merged cells hold their text in the first of the cells that they cover. What is hidden
 * (rows that Excel adds to measure columns) is left out. `large` is a table of more than so many cells, those that merged ones cover counted, or
 * HTML that takes too long to read; how deep elements may lie in each other the browser's parser limits itself.
 */
export function readHtmlTable(html: string, mostCells: number): TextBlock | "large" | null {
  // The page's policy refuses style sheets in any document, and says so for each of them.
  const unstyled = html.replace(/<style\b[^]*?(?:<\/style>|$)/giu, "");
  const page = parseHtml(unstyled);
  if (page === null) return "large";
  const [table, second] = page.querySelectorAll("table:not(table table)");
  if (!(table instanceof HTMLTableElement) || second !== undefined) return null;
  if (hasTextBeside(page.body, table)) return null;
  const rows = [...table.rows].filter((row) => row.style.display !== "none");
  const block = layOut(rows, mostCells);
  if (rows.length === 0) return null;
  if (block === null) return "large";
  const width = block.reduce((most, line) => Math.max(most, line.length), 0);
  return width * block.length > mostCells ? "large" : squared(block, width);
}

function hasTextBeside(body: HTMLElement, table: HTMLTableElement): boolean {
  const texts = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
    const styled = node.parentElement?.closest("style, script, title") instanceof Element;
    if (!table.contains(node) && !styled && node.textContent?.trim() !== "") return true;
  }
  return false;
}

/** The texts by place: a cell that reaches over others leaves them empty. `null` for more cells than allowed. */
function layOut(rows: readonly HTMLTableRowElement[], mostCells: number): TextBlock | null {
  const block: (string | undefined)[][] = rows.map(() => []);
  let cells = 0;
  for (const [down, row] of rows.entries()) {
    let at = 0;
    for (const cell of row.cells) {
      while (block[down]?.[at] !== undefined) at += 1;
      const reach = Math.max(1, cell.colSpan) * Math.min(Math.max(1, cell.rowSpan), rows.length - down);
      cells += reach;
      if (cells > mostCells) return null;
      const text = cellText(cell);
      for (let below = 0; below < Math.max(1, cell.rowSpan) && down + below < rows.length; below += 1) {
        for (let beside = 0; beside < Math.max(1, cell.colSpan); beside += 1) {
          const line = block[down + below];
          if (line !== undefined) line[at + beside] = below + beside === 0 ? text : "";
        }
      }
      at += Math.max(1, cell.colSpan);
    }
  }
  return block.map((line) => Array.from(line, (text) => text ?? ""));
}

function squared(block: TextBlock, width: number): TextBlock {
  return block.map((line) => [...line, ...Array<string>(width - line.length).fill("")]);
}

/** What a spreadsheet prints where its column is too narrow for a number, and the exponent form of large ones. */
const NOT_PRINTED = /^#+$/u;
const EXPONENT = /^[+-]?\d(?:\.\d+)?e[+-]?\d+$/iu;

/** The text as printed; the number itself where the print does not show it. */
function cellText(cell: HTMLTableCellElement): string {
  const text = linesOf(cell);
  if (!NOT_PRINTED.test(text) && !EXPONENT.test(text)) return text;
  const value = Number(cell.getAttribute("x:num") || cell.getAttribute("sdval") || Number.NaN);
  return Number.isFinite(value) ? plainNumber(value) : text;
}

function plainNumber(value: number): string {
  const text = String(value);
  if (!text.includes("e")) return text;
  return value.toLocaleString("en-US", { useGrouping: false, maximumFractionDigits: 20 });
}

/**
 * The text of a cell: `<br>` and paragraphs are line breaks, and line breaks of the source are only spaces. Spaces that do not break
 * are how spreadsheets write those at the edges and in runs; a cell with nothing else is empty.
 */
function linesOf(cell: HTMLTableCellElement): string {
  const pieces: string[] = [];
  let begun = false;
  const walk = (node: Node): void => {
    if (node instanceof Text) {
      pieces.push(node.data.replace(/[ \t\r\n]+/gu, " "));
      begun ||= node.data.trim() !== "";
    }
    if (node instanceof HTMLBRElement) pieces.push("\n");
    else if (node instanceof HTMLElement && !isUnseen(node)) {
      const block = /^(?:P|DIV|LI|H[1-6])$/u.test(node.tagName);
      if (block && begun) pieces.push("\n");
      node.childNodes.forEach(walk);
    }
  };
  cell.childNodes.forEach(walk);
  const text = pieces
    .join("")
    .replace(/ +/gu, " ")
    .replace(/ ?\n ?/gu, "\n")
    .replace(/^[ \n]+|(?<![ \n])[ \n]+$/gu, "");
  return text.trim() === "" ? "" : text.replaceAll("\u00a0", " ");
}

function isUnseen(element: HTMLElement): boolean {
  return element.style.display === "none" || ["STYLE", "SCRIPT"].includes(element.tagName);
}
