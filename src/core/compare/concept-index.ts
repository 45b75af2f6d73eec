import type { Concept } from "../plan/concept.ts";
import type { ConceptId, PlanId } from "../plan/ids.ts";
import type { Plan } from "../plan/plan.ts";
import { compareText } from "./compare-text.ts";

/** A concept that at least one plan uses. */
export interface ConceptEntry {
  readonly concept: Concept;
  /** How many plans have an indicator of it. */
  readonly plans: number;
  /** The field (领域) that most of its indicators are put into; `null` where none says. */
  readonly category: string | null;
  /** The names that plans print for it. */
  readonly names: readonly string[];
}

/** The concepts of one field, in order. */
export interface ConceptGroup {
  readonly category: string | null;
  readonly entries: readonly ConceptEntry[];
}

/** The fields in the order of the plans' own tables; others follow. */
const CATEGORIES: readonly string[] = ["投入", "主体", "产业", "产出", "人才", "平台", "环境"];

/** The concepts that plans use, by field; within one those of a family together and the most shared first. */
export function conceptIndex(
  plans: readonly Plan[],
  concepts: ReadonlyMap<ConceptId, Concept>,
): readonly ConceptGroup[] {
  const entries = [...uses(plans)].flatMap(([id, use]) => {
    const concept = concepts.get(id);
    return concept === undefined ? [] : [entryOf(concept, use)];
  });
  const groups = new Map<string | null, ConceptEntry[]>();
  for (const entry of entries) groups.set(entry.category, [...(groups.get(entry.category) ?? []), entry]);
  return [...groups]
    .sort(([a], [b]) => rank(a) - rank(b) || compareText(a ?? "", b ?? ""))
    .map(([category, found]) => ({ category, entries: inOrder(found) }));
}

interface Use {
  readonly plans: Set<PlanId>;
  readonly categories: Map<string, number>;
  readonly names: Set<string>;
}

function uses(plans: readonly Plan[]): ReadonlyMap<ConceptId, Use> {
  const found = new Map<ConceptId, Use>();
  for (const plan of plans) {
    for (const { concept, category, name } of plan.indicators) {
      if (concept === null) continue;
      const use = found.get(concept) ?? unused();
      use.plans.add(plan.id);
      use.names.add(name);
      if (category !== null) use.categories.set(category, (use.categories.get(category) ?? 0) + 1);
      found.set(concept, use);
    }
  }
  return found;
}

const unused = (): Use => ({ plans: new Set(), categories: new Map(), names: new Set() });

function entryOf(concept: Concept, use: Use): ConceptEntry {
  const [most] = [...use.categories].sort(
    ([a, m], [b, n]) => n - m || rank(a) - rank(b) || compareText(a, b),
  );
  return {
    concept,
    plans: use.plans.size,
    category: most?.[0] ?? null,
    names: [...use.names].sort(compareText),
  };
}

function inOrder(entries: readonly ConceptEntry[]): readonly ConceptEntry[] {
  const kin = (entry: ConceptEntry) => entry.concept.family ?? entry.concept.id;
  const shared = new Map<string, number>();
  for (const entry of entries) shared.set(kin(entry), Math.max(shared.get(kin(entry)) ?? 0, entry.plans));
  return [...entries].sort(
    (a, b) =>
      (shared.get(kin(b)) ?? 0) - (shared.get(kin(a)) ?? 0) ||
      compareText(kin(a), kin(b)) ||
      b.plans - a.plans ||
      compareText(a.concept.id, b.concept.id),
  );
}

function rank(category: string | null): number {
  const at = category === null ? -1 : CATEGORIES.indexOf(category);
  if (at >= 0) return at;
  return category === null ? CATEGORIES.length + 1 : CATEGORIES.length;
}
