import { useMemo } from "react";
import type { LibraryEntry } from "../../data/library-entry.ts";
import {
  filterLibrary,
  type LibraryQuery,
  type LibraryRow,
  type Order,
  sortLibrary,
} from "./library-query.ts";
import { useFacetLabels } from "./use-facet-labels.ts";

/** All plans with what they are found by, and those that a query shows, in order. */
export function useLibraryRows(
  library: readonly LibraryEntry[],
  query: LibraryQuery,
  order: Order,
): { readonly rows: readonly LibraryRow[]; readonly shown: readonly LibraryEntry[] } {
  const labels = useFacetLabels();
  const rows = useMemo(
    () => library.map((entry) => ({ entry, keys: labels.keys(entry), words: wordsOf(entry) })),
    [library, labels],
  );
  const shown = useMemo(
    () => sortLibrary(filterLibrary(rows, query), order).map(({ entry }) => entry),
    [rows, query, order],
  );
  return { rows, shown };
}

function wordsOf(entry: LibraryEntry): readonly string[] {
  const { title, jurisdictionName, jurisdictionNameEn, indicatorNames } = entry;
  return [title, jurisdictionName, jurisdictionNameEn, ...indicatorNames.map(({ name }) => name)];
}
