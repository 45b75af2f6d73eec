/** A spreadsheet quotes a field as a whole; quotation marks that only begin one ("十四五"规划) are its text. */
const QUOTED = /^"(?:[^"]|"")*"$/u;

/** Reads tab-separated text as a spreadsheet writes it: quoted fields may hold tabs, line ends and doubled quotes. */
export function readTsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  const field = /("(?:[^"]|"")*"|[^\t\r\n]*)(\t|\r\n|\n|\r|$)/gy;
  const body = text.replace(/(?:\r\n|\n|\r)$/, "");
  for (;;) {
    const match = field.exec(body);
    if (match === null) break;
    const [, raw = "", end = ""] = match;
    rows.at(-1)?.push(QUOTED.test(raw) ? raw.slice(1, -1).replaceAll('""', '"') : raw);
    if (end === "") break;
    if (end !== "\t") rows.push([]);
  }
  return rows;
}
