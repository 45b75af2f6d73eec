import type { LineStyle } from "#core/report/projection-chart.ts";
import type { Scenario, ScenarioId } from "#core/scenario/scenario.ts";
import { lineage, type ScenarioTree } from "#core/scenario/scenario-tree.ts";

/** Lines that one chart can tell apart (look/tokens.md). */
const MOST_LINES = 4;
const OTHERS = [2, 3, 4] as const;

/** The line style of each scenario: the root has the first, the others take the rest in their order, over and over. */
export function scenarioStyles(tree: ScenarioTree): ReadonlyMap<ScenarioId, LineStyle> {
  let next = 0;
  return new Map(
    tree.scenarios.map(({ id }) => {
      if (id === tree.root) return [id, 1];
      const style = OTHERS[next % OTHERS.length] ?? 4;
      next += 1;
      return [id, style];
    }),
  );
}

/** The scenarios that are drawn over each other: the chosen one, those it inherits from, then the first others, in the tree's order. */
export function overlaidScenarios(tree: ScenarioTree, chosen: ScenarioId): readonly Scenario[] {
  const ranked = new Set([...lineage(tree, chosen), ...tree.scenarios].map(({ id }) => id));
  const kept = new Set([...ranked].slice(0, MOST_LINES));
  return tree.scenarios.filter(({ id }) => kept.has(id));
}
