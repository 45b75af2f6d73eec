import type { Assumption } from "../projection/assumption.ts";
import type { UncertainDriver } from "../projection/monte-carlo/simulation-question.ts";
import type { Uncertainty } from "../projection/monte-carlo/uncertainty.ts";
import type { ResolvedScenarios } from "./resolve-scenarios.ts";
import { sameContent } from "./same-content.ts";
import type { ScenarioId, ScenarioPlan } from "./scenario.ts";
import { lineage } from "./scenario-tree.ts";

/** Why an uncertainty does nothing in a scenario that inherits it. */
export type IdleReason =
  /** Its method has no parameter that could be uncertain. */
  | "no-such-parameter"
  /** It was set for another method, whose parameter has another unit. */
  | "set-for-another-method"
  /** It states the parameter itself, and the scenario has set another. */
  | "set-for-another-number";

/** What is uncertain in a scenario, ready for a simulation, and what is set and does nothing. */
export interface UncertainDrivers {
  readonly drivers: readonly UncertainDriver[];
  readonly idle: readonly { readonly series: number; readonly reason: IdleReason }[];
}

/**
 * The uncertain series of a scenario. A series draws from the stream of its id in every scenario and whatever other rows
 * the plan has, so that scenarios are compared under the same chances. A spread around the assumption's number (normal,
 * historical) goes on with a number of the same method that a descendant sets; a stated range does not.
 */
export function uncertainDrivers(
  resolved: ResolvedScenarios,
  series: readonly { readonly id: string }[],
  scenario: ScenarioId,
): UncertainDrivers {
  const column = resolved.columns.indexOf(scenario);
  const taken = new Set<number>();
  const drivers: UncertainDriver[] = [];
  const idle: UncertainDrivers["idle"][number][] = [];
  for (const [at, { id }] of series.entries()) {
    const plan = resolved.plans[at]?.[column];
    if (plan === undefined || plan.uncertainty === null) continue;
    const setFor = assumptionOfSetter(resolved, at, id, scenario);
    const reason = idleReason(plan.assumption, plan.uncertainty, setFor ?? plan.assumption);
    if (reason !== null) idle.push({ series: at, reason });
    else drivers.push({ series: at, stream: freeStream(id, taken), uncertainty: plan.uncertainty });
  }
  return { drivers, idle };
}

function idleReason(
  assumption: Assumption,
  { distribution }: Uncertainty,
  setFor: Assumption,
): IdleReason | null {
  const { method } = assumption;
  if (method !== "growth" && method !== "step" && method !== "logistic") return "no-such-parameter";
  if (method !== setFor.method) return "set-for-another-method";
  const states = distribution.kind === "triangular" || distribution.kind === "uniform";
  return states && !sameContent(assumption, setFor) ? "set-for-another-number" : null;
}

/** The assumption that the scenario had which set the uncertainty. */
function assumptionOfSetter(
  { tree, columns, plans }: ResolvedScenarios,
  at: number,
  series: string,
  scenario: ScenarioId,
): ScenarioPlan["assumption"] | undefined {
  const setter = lineage(tree, scenario).find(
    ({ overrides }) => "uncertainty" in (overrides.get(series) ?? {}),
  );
  return setter === undefined ? undefined : plans[at]?.[columns.indexOf(setter.id)]?.assumption;
}

/** FNV-1a of the id (32 bits), moved on where two ids of one plan meet. */
function freeStream(id: string, taken: Set<number>): number {
  let hash = 0x811c9dc5;
  for (const sign of id) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193);
  let stream = hash >>> 0;
  while (taken.has(stream)) stream = (stream + 1) >>> 0;
  taken.add(stream);
  return stream;
}
