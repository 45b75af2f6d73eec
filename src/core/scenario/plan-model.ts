import { parseUnit } from "../indicator/unit.ts";
import type { PathPoint } from "../path/path.ts";
import type { Concept } from "../plan/concept.ts";
import type { ConceptId } from "../plan/ids.ts";
import type { Plan } from "../plan/plan.ts";
import type { ModelSeries, ProjectionModel } from "../projection/engine/projection-model.ts";
import { seriesKey } from "../projection/formula/check-formula.ts";
import type { Driver } from "./driver.ts";
import { type ResolvedScenarios, resolveScenarios } from "./resolve-scenarios.ts";
import type { ScenarioTree } from "./scenario-tree.ts";
import { knownPoints, whatIfGround } from "./what-if.ts";

/** What a model takes of a driver. */
export interface ModelDriver extends Omit<Driver, "known" | "note"> {
  readonly known: readonly PathPoint[];
}

/** A series of a plan's model. */
export interface PlanSeries extends ModelSeries {
  readonly concept: ConceptId | null;
  /** The indicator's row, `null` for a driver. */
  readonly row: number | null;
  /** Whether the last known value only stands in for an observation (暂用). */
  readonly provisional: boolean;
}

/** A plan as a model: rows in their order, then drivers; a column for each scenario in the tree's order. */
export interface PlanModel {
  readonly series: readonly PlanSeries[];
  readonly resolved: ResolvedScenarios;
  readonly model: ProjectionModel;
}

/** Concepts by id. */
export type Concepts = ReadonlyMap<ConceptId, Concept>;

/**
 * The projection model of a plan under its scenarios: from the first year of which anything is known up to the last year of
 * the plan or of a target. Formulas may name a series by its id, its name, its concept, or its id without the plan's.
 */
export function planModel(
  plan: Plan,
  concepts: Concepts,
  tree: ScenarioTree,
  drivers: readonly ModelDriver[] = [],
): PlanModel {
  const series = planSeries(plan, concepts, drivers);
  const resolved = resolveScenarios(
    tree,
    series.map(({ id }) => id),
  );
  const years = series.flatMap(({ known }) => known.map(({ year }) => year));
  const planned = plan.indicators.flatMap(({ targets }) => targets.map(({ year }) => year));
  const model: ProjectionModel = {
    firstYear: [plan.period.start - 1, ...years].reduce((a, b) => Math.min(a, b)),
    lastYear: [plan.period.end, ...years, ...planned].reduce((a, b) => Math.max(a, b)),
    columns: resolved.columns.length,
    series,
    plans: resolved.plans,
  };
  return { series, resolved, model };
}

/** The series of a plan's model: its indicators in their order, then the drivers. */
export function planSeries(
  plan: Plan,
  concepts: Concepts,
  drivers: readonly ModelDriver[] = [],
): readonly PlanSeries[] {
  const series = [
    ...plan.indicators.map((_, row) => rowSeries(plan, row, concepts)),
    ...drivers.map((driver) => driverSeries(driver, concepts)),
  ];
  const best = new Map<string, number>();
  for (const { ranked } of series) {
    ranked.forEach((name, rank) =>
      best.set(seriesKey(name), Math.min(rank, best.get(seriesKey(name)) ?? rank)),
    );
  }
  // A name that is one series' own and another's concept means the first; of equals none is meant.
  return series.map(({ ranked, ...each }) => ({
    ...each,
    names: ranked.filter((name, rank) => best.get(seriesKey(name)) === rank),
  }));
}

/** A series with its names, the most telling first. */
type RankedSeries = Omit<PlanSeries, "names"> & { readonly ranked: readonly string[] };

function rowSeries(plan: Plan, row: number, concepts: Concepts): RankedSeries {
  const indicator = plan.indicators[row];
  const concept = concepts.get(indicator?.concept ?? ("" as ConceptId)) ?? null;
  const ground = whatIfGround(plan, row, concept);
  if (indicator === undefined || ground === null) throw new RangeError(`No row ${row}`);
  const known = knownPoints(ground);
  return {
    id: indicator.id,
    ranked: [indicator.id.slice(indicator.id.indexOf("/") + 1), indicator.name, ...conceptNames(concept)],
    unit: indicator.unit,
    range: rangeOf(concept, indicator.unit),
    known,
    concept: indicator.concept,
    row,
    provisional: known.length > ground.history.length,
  };
}

function driverSeries(driver: ModelDriver, concepts: Concepts): RankedSeries {
  const concept = driver.concept === null ? null : (concepts.get(driver.concept) ?? null);
  const { id, name, unit, known } = driver;
  return {
    id,
    ranked: [id, name, ...conceptNames(concept)],
    unit,
    range: rangeOf(concept, unit),
    known,
    concept: driver.concept,
    row: null,
    provisional: false,
  };
}

const conceptNames = (concept: Concept | null): readonly string[] =>
  concept === null ? [] : [concept.id, concept.zh];

/** The allowed values in base units; a series of another dimension than its concept has none. */
function rangeOf(concept: Concept | null, unit: string): ModelSeries["range"] {
  if (concept === null || concept.range === null) return null;
  const { dimension, factor } = parseUnit(concept.unit);
  if (dimension !== parseUnit(unit).dimension) return null;
  const { min, max } = concept.range;
  return { min: min === null ? null : min * factor, max: max === null ? null : max * factor };
}
