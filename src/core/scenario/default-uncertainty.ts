import type { Assumption } from "../projection/assumption.ts";
import { historicalVolatility } from "../projection/monte-carlo/historical-volatility.ts";
import type { Uncertainty } from "../projection/monte-carlo/uncertainty.ts";
import type { PathPoint } from "../path/path.ts";
import type { PlanSeries } from "./plan-model.ts";
import type { ResolvedScenarios } from "./resolve-scenarios.ts";
import type { ScenarioPlan } from "./scenario.ts";
import { lineage } from "./scenario-tree.ts";

/** As volatile as its history, drawn anew every year. */
const AS_HISTORY: Uncertainty = { distribution: { kind: "historical" }, drawn: "yearly" };

/** What is uncertain of an assumption where nobody said so: as volatile as its history where that can be told, else nothing. */
export function defaultUncertainty(known: readonly PathPoint[], assumption: Assumption): Uncertainty | null {
  const { method } = assumption;
  if (method !== "growth" && method !== "step") return null;
  const volatility = historicalVolatility(known, method);
  return volatility.ok && volatility.value > 0 ? AS_HISTORY : null;
}

/**
 * Scenarios with an uncertainty for every series: what a scenario or one that it inherits from has set, which may be none,
 * else the default.
 */
export function withUncertainty(
  resolved: ResolvedScenarios,
  series: readonly PlanSeries[],
): ResolvedScenarios {
  return { ...resolved, plans: resolved.plans.map((_, at) => uncertainPlans(resolved, series, at)) };
}

/** The same for one series: what every scenario supposes of it, in the tree's order. */
export function uncertainPlans(
  { tree, columns, plans }: ResolvedScenarios,
  series: readonly PlanSeries[],
  at: number,
): readonly ScenarioPlan[] {
  const list = plans[at] ?? [];
  const id = series[at]?.id ?? "";
  const known = series[at]?.known ?? [];
  const made = new Map<string, ScenarioPlan>();
  return list.map((plan, column) => {
    const scenario = columns[column];
    const isSet =
      scenario !== undefined &&
      lineage(tree, scenario).some(({ overrides }) => "uncertainty" in (overrides.get(id) ?? {}));
    const wanted = isSet ? plan.uncertainty : defaultUncertainty(known, plan.assumption);
    if (wanted === plan.uncertainty) return plan;
    // Columns that share a plan go on sharing it.
    const key = `${list.indexOf(plan)} ${wanted === null ? "none" : "some"}`;
    const same = made.get(key) ?? { ...plan, uncertainty: wanted };
    made.set(key, same);
    return same;
  });
}
