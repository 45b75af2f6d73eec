import type { ConceptEntry, ConceptGroup } from "#core/compare/concept-index.ts";
import { matchesPinyin } from "../../ui/pinyin.ts";

/** Which concepts are listed: those of at least two plans, or all that a plan uses. */
export type ConceptFilter = "shared" | "all";

const SHARED = 2;

/** The concepts that a filter and a query show; names as plans print them are searched as well. Empty groups go. */
export function filterConcepts(
  groups: readonly ConceptGroup[],
  filter: ConceptFilter,
  query: string,
): readonly ConceptGroup[] {
  const shows = (entry: ConceptEntry) => (filter === "all" || isShared(entry)) && matches(entry, query);
  return groups
    .map(({ category, entries }) => ({ category, entries: entries.filter(shows) }))
    .filter(({ entries }) => entries.length > 0);
}

/** How many concepts each filter holds, whatever the query. */
export function countConcepts(groups: readonly ConceptGroup[]): Readonly<Record<ConceptFilter, number>> {
  const entries = groups.flatMap((group) => group.entries);
  return { shared: entries.filter(isShared).length, all: entries.length };
}

/** The concept that the room opens with: of the listed ones the first that most plans have. */
export function firstConcept(groups: readonly ConceptGroup[]): ConceptEntry | null {
  const entries = groups.flatMap((group) => group.entries);
  const most = Math.max(0, ...entries.map(({ plans }) => plans));
  return entries.find(({ plans }) => plans === most) ?? null;
}

function isShared({ plans }: ConceptEntry): boolean {
  return plans >= SHARED;
}

function matches({ concept, names }: ConceptEntry, query: string): boolean {
  return [concept.zh, concept.en, ...names].some((word) => matchesPinyin(word, query));
}
