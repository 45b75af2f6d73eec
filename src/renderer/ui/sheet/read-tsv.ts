/** What ends a field; behind the last one there is nothing. */
const SEPARATOR = /\t|\r\n|\n|\r|$/g;

/** Reads tab-separated text as a spreadsheet writes it: quoted fields may hold tabs, line ends and doubled quotes. `null` for more cells than allowed. */
export function readTsv(text: string, mostCells: number): readonly (readonly string[])[] | null {
  const body = text.replace(/(?:\r\n|\n|\r)$/, "");
  const rows: string[][] = [[]];
  let at = 0;
  for (let cells = 1; cells <= mostCells; cells += 1) {
    const closed = closedAt(body, at);
    SEPARATOR.lastIndex = closed ?? at;
    const separator = SEPARATOR.exec(body);
    if (separator === null) return rows;
    const raw = body.slice(at, separator.index);
    rows.at(-1)?.push(closed === null ? raw : raw.slice(1, -1).replaceAll('""', '"'));
    if (separator[0] === "") return rows;
    if (separator[0] !== "\t") rows.push([]);
    at = separator.index + separator[0].length;
  }
  return null;
}

/**
 * Behind the closing mark of a field that is quoted as a whole; `null` for any other. Quotation marks that only begin a field ("十四五"规划) are its text.
 */
function closedAt(body: string, at: number): number | null {
  if (body[at] !== '"') return null;
  let mark = body.indexOf('"', at + 1);
  while (mark !== -1 && body[mark + 1] === '"') mark = body.indexOf('"', mark + 2);
  const next = body[mark + 1];
  return mark !== -1 && (next === undefined || "\t\r\n".includes(next)) ? mark + 1 : null;
}
