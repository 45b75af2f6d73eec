/** Signs by which a spreadsheet takes what follows for a formula; its Chinese versions also take the wide ones. */
const BEGINS_FORMULA = /^[\s]*[=+\-@＝＋－＠]|^[\t\r\n]/u;
const NUMBER = /^[+-]?\d[\d,]*(?:\.\d+)?%?$/u;

/**
 * A table as a CSV file that Excel, WPS and LibreOffice open with its signs intact: UTF-8 with a byte order mark, lines that end with
 * CR LF. Text that a spreadsheet would take for a formula begins with an apostrophe; numbers stay numbers.
 */
export function writeCsv(rows: readonly (readonly string[])[]): Uint8Array {
  const lines = rows.map((row) => `${row.map(cellText).join(",")}\r\n`);
  return new TextEncoder().encode(`\uFEFF${lines.join("")}`);
}

function cellText(text: string): string {
  const safe = BEGINS_FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
