import type { LibraryEntry } from "../../data/library-entry.ts";
import { matchesPinyin } from "../../ui/pinyin.ts";

/** What the library can be narrowed by. */
export const FACETS = ["period", "level", "area", "status"] as const;

/** One facet. */
export type Facet = (typeof FACETS)[number];

/** The values of a plan for every facet, as keys. */
export type FacetKeys = Readonly<Record<Facet, string>>;

/** A plan with the keys it is filtered by. */
export interface LibraryRow {
  readonly entry: LibraryEntry;
  readonly keys: FacetKeys;
  /** Words that a search looks through: title, jurisdiction, indicators. */
  readonly words: readonly string[];
}

/** What the planner asks for: words, and per facet the wanted values (none means all). */
export interface LibraryQuery {
  readonly text: string;
  readonly wanted: Readonly<Record<Facet, readonly string[]>>;
}

/** Asks for everything. */
export const EVERYTHING: LibraryQuery = { text: "", wanted: { period: [], level: [], area: [], status: [] } };

/** Whether a query narrows the library at all. */
export function isNarrow(query: LibraryQuery): boolean {
  return query.text.trim() !== "" || FACETS.some((facet) => query.wanted[facet].length > 0);
}

/** The plans that match; within a facet any wanted value will do, and all facets must agree. */
export function filterLibrary(rows: readonly LibraryRow[], query: LibraryQuery): readonly LibraryRow[] {
  return rows.filter((row) => matches(row, query, FACETS));
}

/** How many plans each value of a facet would show, given the text and the other facets. */
export function countFacet(
  rows: readonly LibraryRow[],
  query: LibraryQuery,
  facet: Facet,
): ReadonlyMap<string, number> {
  const others = FACETS.filter((other) => other !== facet);
  const counts = new Map<string, number>();
  for (const row of rows) {
    const more = matches(row, query, others) ? 1 : 0;
    counts.set(row.keys[facet], (counts.get(row.keys[facet]) ?? 0) + more);
  }
  return counts;
}

/** The query with one value of a facet wanted or no longer wanted. */
export function toggleFacet(query: LibraryQuery, facet: Facet, value: string): LibraryQuery {
  const before = query.wanted[facet];
  const after = before.includes(value) ? before.filter((one) => one !== value) : [...before, value];
  return { ...query, wanted: { ...query.wanted, [facet]: after } };
}

function matches(row: LibraryRow, query: LibraryQuery, facets: readonly Facet[]): boolean {
  const wanted = (facet: Facet) => {
    const values = query.wanted[facet];
    return values.length === 0 || values.includes(row.keys[facet]);
  };
  return (
    facets.every(wanted) &&
    (query.text.trim() === "" || row.words.some((word) => matchesPinyin(word, query.text)))
  );
}

/** Orders that the library can be in. */
export const ORDERS = ["period", "updated", "title", "indicators"] as const;

/** One order. */
export type Order = (typeof ORDERS)[number];

const LEVELS = ["province", "prefecture", "county-level-city", "county", "district"];

const COMPARE: Readonly<Record<Order, (a: LibraryEntry, b: LibraryEntry) => number>> = {
  period: (a, b) => b.period.end - a.period.end || b.period.start - a.period.start,
  updated: (a, b) => b.updatedAt - a.updatedAt,
  title: (a, b) => a.title.localeCompare(b.title, "zh-CN"),
  indicators: (a, b) => b.indicatorCount - a.indicatorCount,
};

/** The plans in order; equal ones by level, jurisdiction and title, so that the order never flickers. */
export function sortLibrary(rows: readonly LibraryRow[], order: Order): readonly LibraryRow[] {
  const level = ({ level: name }: LibraryEntry) => (name === null ? LEVELS.length : LEVELS.indexOf(name));
  return [...rows].sort(
    ({ entry: a }, { entry: b }) =>
      COMPARE[order](a, b) ||
      level(a) - level(b) ||
      a.jurisdiction.localeCompare(b.jurisdiction) ||
      COMPARE.title(a, b) ||
      a.id.localeCompare(b.id),
  );
}
