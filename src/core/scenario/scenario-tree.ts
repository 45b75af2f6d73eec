import { err, ok, type Result } from "../result.ts";
import type { Scenario, ScenarioId } from "./scenario.ts";

/** Why scenarios do not form a tree. */
export type ScenarioTreeError =
  | { readonly kind: "no-root" }
  | { readonly kind: "second-root" | "no-name" | "same-id"; readonly scenario: ScenarioId }
  | { readonly kind: "same-name"; readonly name: string; readonly scenarios: readonly ScenarioId[] }
  | { readonly kind: "unknown-parent"; readonly scenario: ScenarioId; readonly parent: ScenarioId }
  /** The members inherit from one another, in this order, the last from the first. */
  | { readonly kind: "cycle"; readonly members: readonly ScenarioId[] };

/** Scenarios that form one tree, in the order in which they are shown; only {@link scenarioTree} makes one. */
export interface ScenarioTree {
  readonly scenarios: readonly Scenario[];
  readonly byId: ReadonlyMap<ScenarioId, Scenario>;
  readonly root: ScenarioId;
  /** Every scenario after its parent, as places in `scenarios`. */
  readonly topDown: readonly number[];
}

/** Checks scenarios and joins them to a tree: one root, names and ids that differ, known parents, no cycle. */
export function scenarioTree(scenarios: readonly Scenario[]): Result<ScenarioTree, ScenarioTreeError> {
  const byId = new Map(scenarios.map((each) => [each.id, each]));
  const wrong = wrongNames(scenarios) ?? wrongParents(scenarios, byId);
  if (wrong !== null) return err(wrong);
  const depths = scenarios.map(({ id }) => ancestorsOf(byId, id).length);
  const topDown = scenarios.map((_, at) => at).sort((a, b) => (depths[a] ?? 0) - (depths[b] ?? 0) || a - b);
  const root = scenarios[topDown[0] ?? -1];
  return root === undefined ? err({ kind: "no-root" }) : ok({ scenarios, byId, root: root.id, topDown });
}

/** A scenario of a tree; throws where the tree has none with this id. */
export function scenarioOf(tree: ScenarioTree, id: ScenarioId): Scenario {
  const found = tree.byId.get(id);
  if (found === undefined) throw new RangeError(`No scenario ${id}`);
  return found;
}

/** A scenario and those it inherits from, itself first and the root last. */
export function lineage(tree: ScenarioTree, id: ScenarioId): readonly Scenario[] {
  return [id, ...ancestorsOf(tree.byId, id)].map((each) => scenarioOf(tree, each));
}

/** The parents of a scenario up to the root, or until one comes back. */
function ancestorsOf(byId: ReadonlyMap<ScenarioId, Scenario>, id: ScenarioId): readonly ScenarioId[] {
  const found = new Set<ScenarioId>();
  let parent = byId.get(id)?.parent ?? null;
  while (parent !== null && !found.has(parent)) {
    found.add(parent);
    parent = byId.get(parent)?.parent ?? null;
  }
  return [...found];
}

function wrongNames(scenarios: readonly Scenario[]): ScenarioTreeError | null {
  const ids = new Set<ScenarioId>();
  const names = new Map<string, ScenarioId>();
  for (const { id, name } of scenarios) {
    if (ids.has(id)) return { kind: "same-id", scenario: id };
    ids.add(id);
    const written = nameKey(name);
    if (written === "") return { kind: "no-name", scenario: id };
    const other = names.get(written);
    if (other !== undefined) return { kind: "same-name", name, scenarios: [other, id] };
    names.set(written, id);
  }
  return null;
}

function wrongParents(
  scenarios: readonly Scenario[],
  byId: ReadonlyMap<ScenarioId, Scenario>,
): ScenarioTreeError | null {
  const roots = scenarios.filter(({ parent }) => parent === null);
  for (const { id, parent } of scenarios) {
    if (parent !== null && !byId.has(parent)) return { kind: "unknown-parent", scenario: id, parent };
  }
  for (const { id } of scenarios) {
    const above = ancestorsOf(byId, id);
    if (above.includes(id)) return { kind: "cycle", members: [id, ...above.filter((each) => each !== id)] };
  }
  if (roots[0] === undefined) return { kind: "no-root" };
  return roots[1] === undefined ? null : { kind: "second-root", scenario: roots[1].id };
}

/** Names that a reader would take for one: they differ in blanks, width or case alone. */
function nameKey(name: string): string {
  return name.normalize("NFKC").replace(/\s+/gu, "").toLowerCase();
}
