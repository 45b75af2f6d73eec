import type { Plan } from "../../plan/plan.ts";
import { ProjectionEngine } from "../../projection/engine/projection-engine.ts";
import type { Driver } from "../../scenario/driver.ts";
import { type Concepts, planModel } from "../../scenario/plan-model.ts";
import { promisedPath } from "../../scenario/propose-scenarios.ts";
import { DEFAULT_PLAN, type ScenarioId, type ScenarioPlan, scenarioId } from "../../scenario/scenario.ts";
import { type ScenarioTree, scenarioTree } from "../../scenario/scenario-tree.ts";
import { whatIfGround } from "../../scenario/what-if.ts";
import { type Promised, promisedOf, reaches } from "./promised-path.ts";
import { type ReportRow, reportRows } from "./report-rows.ts";

/** The scenarios by which the years of a plan can be told, and the one that is taken unasked: it leads to the targets. */
export interface AnnualScenarios {
  readonly tree: ScenarioTree;
  readonly usual: ScenarioId;
}

const TARGET_PATHS = "目标路径";

/**
 * The scenario whose paths lead to all targets that can be reckoned; where a plan has none, one is added to its own that leads there:
 * by the path of a scenario that reaches the target of a row, else by a path of the row's usual shape.
 */
export function annualScenarios(
  plan: Plan,
  concepts: Concepts,
  tree: ScenarioTree,
  drivers: readonly Driver[],
): AnnualScenarios {
  const { model, resolved } = planModel(plan, concepts, tree, drivers);
  const engine = new ProjectionEngine(model);
  const rows = reportRows(plan, { concepts }, true).flatMap((row) => {
    const promised = promiseOf(plan, row);
    return promised.kind === "none" ? [] : [{ ...row, promised }];
  });
  const isReached = ({ row, promised }: PromisedRow, column: number) =>
    reaches(promised, (year) => engine.valueAt({ series: row, year, column }), false);
  if (rows.length === 0) return { tree, usual: tree.root };
  const leading = resolved.columns.find((_, column) => rows.every((row) => isReached(row, column)));
  if (leading !== undefined) return { tree, usual: leading };
  const paths = rows.flatMap((row): [string, ScenarioPlan][] => {
    const shaped = resolved.plans[row.row]?.find(
      ({ assumption }, column) => assumption.method !== "formula" && isReached(row, column),
    );
    const path = shaped ?? usualPath(plan, row);
    return path === null ? [] : [[row.indicator.id, path]];
  });
  return withTargetPaths(tree, new Map(paths));
}

type PromisedRow = ReportRow & { readonly promised: Exclude<Promised, { readonly kind: "none" }> };

function usualPath(plan: Plan, { row, concept }: ReportRow): ScenarioPlan | null {
  const ground = whatIfGround(plan, row, concept);
  const assumption = ground && promisedPath(ground, "floor", concept?.direction ?? "higher");
  return assumption && { ...DEFAULT_PLAN, assumption };
}

function withTargetPaths(tree: ScenarioTree, overrides: ReadonlyMap<string, ScenarioPlan>): AnnualScenarios {
  for (let count = 1; ; count++) {
    const id = scenarioId(`target-paths-${count}`);
    const name = count === 1 ? TARGET_PATHS : `${TARGET_PATHS}${count}`;
    const added = { id, name, note: null, parent: tree.root, overrides };
    const joined = scenarioTree([added, ...tree.scenarios]);
    if (joined.ok) return { tree: joined.value, usual: id };
    if (joined.error.kind !== "same-name" && joined.error.kind !== "same-id")
      throw new Error(`The scenarios are no tree: ${joined.error.kind}`);
  }
}

/** What the targets of a row ask of its years. */
export function promiseOf(plan: Plan, { row, concept }: ReportRow): Promised {
  const ground = whatIfGround(plan, row, concept);
  if (ground === null) throw new RangeError(`No row ${row}`);
  return promisedOf(ground, concept?.direction ?? "higher");
}
