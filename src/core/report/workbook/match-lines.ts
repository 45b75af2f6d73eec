import type { Plan } from "../../plan/plan.ts";

/** What a line of a sheet says of the row that it is about. */
export interface LineKey {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
}

/** The rows of a plan that the lines of a sheet are about. */
export interface MatchedLines {
  /** By line; `null` for one that is about no row of the plan. */
  readonly rows: readonly (number | null)[];
  /** The id of the plan that the sheet was made from, where it was another. */
  readonly otherPlan: string | null;
}

/** What lines and rows are known by, the surest first: id, the row's own part of it, name with unit. */
const KEYS: readonly ((key: LineKey) => string)[] = [
  ({ id }) => id,
  ({ id }) => (id.includes("/") ? id.slice(id.indexOf("/") + 1) : ""),
  ({ name, unit }) => (name === "" ? "" : `${name}\n${unit}`),
];

/**
 * Finds the row that each line is about. A row has one line: of several with its id, as a copied line makes them, the one with its name,
 * else the first.
 */
export function matchLines(plan: Plan, lines: readonly LineKey[]): MatchedLines {
  const rows: (number | null)[] = lines.map(() => null);
  const taken = new Set<number>();
  for (const keyOf of KEYS) {
    const known = singleRows(plan.indicators.map(keyOf));
    for (const [key, candidates] of openLines(lines, rows, keyOf)) {
      const row = known.get(key) ?? null;
      if (row === null || taken.has(row)) continue;
      const name = plan.indicators[row]?.name;
      const line = candidates.find((at) => lines[at]?.name === name) ?? candidates[0];
      if (line === undefined) continue;
      rows[line] = row;
      taken.add(row);
    }
  }
  return { rows, otherPlan: otherPlan(plan, lines) };
}

/** Rows by their keys, `null` where several have the same. */
function singleRows(keys: readonly string[]): ReadonlyMap<string, number | null> {
  const rows = new Map<string, number | null>();
  keys.forEach((key, row) => rows.set(key, rows.has(key) ? null : row));
  return rows;
}

/** The lines that no row has yet, by their keys; those without a key are left out. */
function openLines(
  lines: readonly LineKey[],
  rows: readonly (number | null)[],
  keyOf: (key: LineKey) => string,
): ReadonlyMap<string, readonly number[]> {
  const open = new Map<string, number[]>();
  lines.forEach((line, at) => {
    const key = keyOf(line);
    if (rows[at] !== null || key === "") return;
    const same = open.get(key) ?? [];
    open.set(key, same);
    same.push(at);
  });
  return open;
}

function otherPlan(plan: Plan, lines: readonly LineKey[]): string | null {
  const own = new Set<string>(plan.indicators.map(({ id }) => id));
  if (lines.some(({ id }) => own.has(id))) return null;
  const plans = lines.flatMap(({ id }) => (id.includes("/") ? [id.slice(0, id.indexOf("/"))] : []));
  return plans.find((each) => each !== plan.id) ?? null;
}
