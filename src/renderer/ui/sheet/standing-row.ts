/** Which row is active, and among which rows it is. */
export interface Standing<R> {
  readonly rows: readonly R[];
  readonly row: R | null;
  /** The name that was last found among the rows; `null` before the first. */
  readonly found: string | null;
}

/**
 * Where the active row is once rows come and go: the named one; where that is gone or only about to come, the row that
 * stood in before, and where it is gone the neighbour that stays. The first row only where nothing else is known.
 */
export function nextStanding<R extends { readonly id: string }>(
  before: Standing<R>,
  rows: readonly R[],
  name: string | null,
): Standing<R> {
  const named = rows.find(({ id }) => id === name);
  const row = named ?? stayingRow(before, rows) ?? rows[0] ?? null;
  const found = named?.id ?? before.found;
  const same = rows === before.rows && row === before.row && found === before.found;
  return same ? before : { rows, row, found };
}

function stayingRow<R extends { readonly id: string }>(before: Standing<R>, rows: readonly R[]): R | null {
  const { row } = before;
  if (row === null) return null;
  const now = new Map(rows.map((shown) => [shown.id, shown]));
  const ids = before.rows.map(({ id }) => id);
  const id = now.has(row.id) ? row.id : neighbourOf(ids, ids.indexOf(row.id), (other) => now.has(other));
  return id === null ? null : (now.get(id) ?? null);
}

/** The next one below a place that stays, else the nearest above. */
export function neighbourOf<T>(shown: readonly T[], at: number, stays: (one: T) => boolean): T | null {
  return shown.slice(at + 1).find(stays) ?? shown.slice(0, Math.max(at, 0)).findLast(stays) ?? null;
}
