/** A byte order mark: without it a Chinese Excel takes UTF-8 for GBK. */
const BOM = "\u{feff}";
/** Signs by which a spreadsheet takes what follows for a formula; its Chinese versions also take the wide ones. */
const BEGINS_FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/u;
const NUMBER = /^[+-]?\d[\d,]*(?:\.\d+)?%?$/u;

/** A table as a CSV file of RFC 4180 that Excel, WPS and LibreOffice open as it is; text that would be a formula stays text. */
export function csvText(cells: readonly (readonly string[])[]): string {
  return BOM + cells.map((line) => `${line.map(field).join(",")}\r\n`).join("");
}

function field(text: string): string {
  const plain = inertText(text);
  return /[",\r\n]/u.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

/** A cell's text with an apostrophe before it where a spreadsheet would reckon it; numbers stay numbers. */
export function inertText(text: string): string {
  return BEGINS_FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
}
