import { sameContent } from "./same-content.ts";
import {
  DEFAULT_PLAN,
  PLAN_PARTS,
  type Scenario,
  type ScenarioId,
  type ScenarioPlan,
  type SeriesOverride,
} from "./scenario.ts";
import type { ScenarioTree } from "./scenario-tree.ts";

/**
 * What every scenario of a tree supposes of every series: `plans[series][column]`, a column for each scenario in the
 * tree's order. Where a scenario inherits, or sets what it would inherit anyway, the object is that of its parent, so
 * that scenarios which suppose the same are computed together.
 */
export interface ResolvedScenarios {
  readonly tree: ScenarioTree;
  readonly columns: readonly ScenarioId[];
  readonly plans: readonly (readonly ScenarioPlan[])[];
}

/** Resolves the tree for series by their ids; overrides of other series are left alone. */
export function resolveScenarios(tree: ScenarioTree, series: readonly string[]): ResolvedScenarios {
  const columns = tree.scenarios.map(({ id }) => id);
  const untouched = columns.map(() => DEFAULT_PLAN);
  const touched = new Set(tree.scenarios.flatMap(({ overrides }) => [...overrides.keys()]));
  const plans = series.map((id) => (touched.has(id) ? resolveSeries(tree, id) : untouched));
  return { tree, columns, plans };
}

/** What every scenario supposes of one series, in the tree's order: what an edit of it hands to the engine. */
export function resolveSeries(tree: ScenarioTree, series: string): readonly ScenarioPlan[] {
  const found = new Map<ScenarioId, ScenarioPlan>();
  for (const at of tree.topDown) {
    const scenario = tree.scenarios[at];
    if (scenario === undefined) continue;
    const { parent } = scenario;
    const inherited = (parent === null ? undefined : found.get(parent)) ?? DEFAULT_PLAN;
    const plan = override(inherited, scenario.overrides.get(series));
    // Cousins that come to the same conclusion share it too.
    const same = plan === inherited ? undefined : [...found.values()].find((each) => sameContent(each, plan));
    found.set(scenario.id, same ?? plan);
  }
  return tree.scenarios.map(({ id }) => found.get(id) ?? DEFAULT_PLAN);
}

/** The series of which two scenarios suppose something else, by their place, with what `to` supposes of them. */
export function scenarioDifference(
  { columns, plans }: ResolvedScenarios,
  from: ScenarioId,
  to: ScenarioId,
): readonly { readonly series: number; readonly plan: ScenarioPlan }[] {
  const [left, right] = [columns.indexOf(from), columns.indexOf(to)];
  return plans.flatMap((list, series) => {
    const plan = list[right];
    return plan === undefined || plan === list[left] ? [] : [{ series, plan }];
  });
}

/** What a scenario would suppose of a series if it set nothing. */
export function inheritedPlan(tree: ScenarioTree, { parent }: Scenario, series: string): ScenarioPlan {
  if (parent === null) return DEFAULT_PLAN;
  const column = tree.scenarios.findIndex(({ id }) => id === parent);
  return resolveSeries(tree, series)[column] ?? DEFAULT_PLAN;
}

function override(inherited: ScenarioPlan, own: SeriesOverride | undefined): ScenarioPlan {
  if (own === undefined) return inherited;
  const changes = PLAN_PARTS.some((part) => part in own && !sameContent(own[part], inherited[part]));
  return changes ? { ...inherited, ...own } : inherited;
}
