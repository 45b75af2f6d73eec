import type { Plan } from "#core/plan/plan.ts";
import { observedRow } from "#core/plan/observation-table.ts";
import type { CellGap } from "#core/projection/engine/explain-cell.ts";
import { ProjectionEngine } from "#core/projection/engine/projection-engine.ts";
import type { Driver } from "#core/scenario/driver.ts";
import { type Concepts, planModel, type PlanSeries } from "#core/scenario/plan-model.ts";
import { roundingOf } from "#core/scenario/round-projection.ts";
import type { PlanPart, ScenarioId, ScenarioPlan } from "#core/scenario/scenario.ts";
import { partOrigin, type PartOrigin } from "#core/scenario/scenario-origin.ts";
import type { ScenarioTree } from "#core/scenario/scenario-tree.ts";
import type { TypedGround } from "#core/scenario/typed-assumption.ts";

/** A series in the sheet of assumptions: what the chosen scenario supposes of it. */
export interface AssumptionRow {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly series: PlanSeries;
  readonly at: number;
  readonly plan: ScenarioPlan;
  /** Year of the last known value, `null` without any. */
  readonly last: number | null;
  /** Digits after the point in which its values are shown. */
  readonly decimals: number;
}

/** The assumptions of one scenario: a row a series, and the values that follow from them. */
export interface AssumptionSheet {
  readonly scenario: ScenarioId;
  /** Whether it is the one that all others inherit from. */
  readonly isRoot: boolean;
  readonly rows: readonly AssumptionRow[];
  /** The years of the plan, and of targets after it. */
  readonly years: readonly number[];
  readonly allSeries: readonly PlanSeries[];
  readonly span: { readonly first: number; readonly last: number };
  /** The value of a series in a year, in base units; NaN where there is none. */
  readonly valueAt: (row: AssumptionRow, year: number) => number;
  readonly gapAt: (row: AssumptionRow, year: number) => CellGap | null;
  readonly originOf: (row: AssumptionRow, part: PlanPart) => PartOrigin;
}

/** What the sheet of a scenario is made from. */
export interface SheetSource {
  readonly plan: Plan;
  readonly concepts: Concepts;
  readonly tree: ScenarioTree;
  readonly drivers: readonly Driver[];
  readonly scenario: ScenarioId;
}

/** Digits of values of which no printed one tells how many. */
const UNKNOWN_DIGITS = 2;
const MOST_DIGITS = 3;

/** Works out the sheet of a scenario. */
export function assumptionSheet(source: SheetSource): AssumptionSheet {
  const { plan, concepts, tree, drivers, scenario } = source;
  const { series, resolved, model } = planModel(plan, concepts, tree, drivers);
  const engine = new ProjectionEngine(model);
  const column = resolved.columns.indexOf(scenario);
  const names = new Map<string, string>([...plan.indicators, ...drivers].map(({ id, name }) => [id, name]));
  const rows = series.flatMap((each, at): AssumptionRow[] => {
    const supposed = resolved.plans[at]?.[column];
    if (supposed === undefined) return [];
    return [
      {
        ...{ id: each.id, name: names.get(each.id) ?? each.id, unit: each.unit, series: each, at },
        ...{ plan: supposed, last: each.known.at(-1)?.year ?? null },
        decimals: digitsOf(plan, concepts, each),
      },
    ];
  });
  const first = plan.period.start;
  return {
    ...{
      scenario,
      isRoot: tree.root === scenario,
      rows,
      allSeries: series,
      span: { first: model.firstYear, last: model.lastYear },
    },
    years: Array.from({ length: model.lastYear - first + 1 }, (_, step) => first + step),
    valueAt: ({ at }, year) => engine.valueAt({ series: at, year, column }),
    gapAt: ({ at }, year) => engine.explain({ series: at, year, column }),
    originOf: ({ id }, part) => partOrigin(tree, scenario, id, part),
  };
}

/** What typing into a row needs to know of it. */
export function typedGround(sheet: AssumptionSheet, row: AssumptionRow): TypedGround {
  const projected = sheet.years.flatMap((year) => {
    const value = sheet.valueAt(row, year);
    return row.last !== null && year <= row.last ? [] : Number.isFinite(value) ? [{ year, value }] : [];
  });
  return { unit: row.unit, projected };
}

function digitsOf(plan: Plan, concepts: Concepts, { row, concept }: PlanSeries): number {
  const indicator = row === null ? undefined : plan.indicators[row];
  if (row === null || indicator === undefined) return UNKNOWN_DIGITS;
  if (roundingOf(indicator, concept === null ? null : (concepts.get(concept) ?? null)) !== "none") return 0;
  const printed = observedRow(plan.observations, row).map(
    ({ observation }) => observation.decimals ?? UNKNOWN_DIGITS,
  );
  return printed.length === 0 ? UNKNOWN_DIGITS : Math.min(MOST_DIGITS, Math.max(1, ...printed));
}
