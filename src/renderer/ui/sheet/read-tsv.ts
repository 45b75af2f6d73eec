/** A spreadsheet quotes a field as a whole; quotation marks that only begin one ("十四五"规划) are its text. */
const QUOTED = /^"(?:[^"]|"")*"$/u;

/** Reads tab-separated text as a spreadsheet writes it: quoted fields may hold tabs, line ends and doubled quotes. `null` for more cells than allowed. */
export function readTsv(text: string, mostCells: number): readonly (readonly string[])[] | null {
  const rows: string[][] = [[]];
  let cells = 0;
  const field = /("(?:[^"]|"")*"|[^\t\r\n]*)(\t|\r\n|\n|\r|$)/gy;
  const body = text.replace(/(?:\r\n|\n|\r)$/, "");
  for (;;) {
    const match = field.exec(body);
    if (match === null) break;
    const [, raw = "", end = ""] = match;
    cells += 1;
    if (cells > mostCells) return null;
    rows.at(-1)?.push(QUOTED.test(raw) ? raw.slice(1, -1).replaceAll('""', '"') : raw);
    if (end === "") break;
    if (end !== "\t") rows.push([]);
  }
  return rows;
}
