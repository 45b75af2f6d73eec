import { checkFormula, type CheckedFormula, type FormulaScope, seriesKey } from "../formula/check-formula.ts";
import { compileFormula } from "../formula/compile-formula.ts";
import { formulaNeeds } from "../formula/formula-needs.ts";
import { FORMULA_LIMITS } from "../formula/parse-formula.ts";
import { dependentsOf } from "../graph/dependents.ts";
import { type Dependency, evaluationOrder } from "../graph/evaluation-order.ts";
import { checkAssumption } from "../projection-registry.ts";
import type { ColumnGroup, CompiledModel, CompiledSeries, Procedure } from "./compiled-model.ts";
import { LaneProgram } from "./lane-program.ts";
import type { ModelSeries, ProjectionModel, SeriesPlan } from "./projection-model.ts";

/**
 * Temporaries that a formula within its limits can need: a level of nesting takes five at most (the third operand of a
 * choice that is the right side of a comparison, of a sum and of a product), and a little is used within the last one.
 */
export const TEMPORARIES = 5 * (FORMULA_LIMITS.depth + 2);

const NO_NEEDS: readonly Dependency[] = [];

/** Checks and compiles every formula once and finds the order of evaluation; what is wrong stays with its series. */
export function compileModel(model: ProjectionModel, compiler = new ModelCompiler(model)): CompiledModel {
  return assembleModel(
    model,
    model.series.map((_, at) => compiler.series(at, model.plans[at] ?? [])),
    compiler.constants,
  );
}

/** Puts compiled series and the constants of their formulas together. */
export function assembleModel(
  model: Pick<ProjectionModel, "firstYear" | "lastYear" | "columns">,
  series: readonly CompiledSeries[],
  constants: readonly number[],
): CompiledModel {
  const years = Math.max(0, model.lastYear - model.firstYear + 1);
  const program = new LaneProgram(series.length, years, model.columns);
  series.forEach((each, at) => program.place(at, each));
  return {
    firstYear: model.firstYear,
    years,
    columns: model.columns,
    series,
    temporaries: TEMPORARIES,
    constants,
    program,
    ...orderOf(series),
  };
}

/** The parts of a compiled model that follow from who needs whom. */
export function orderOf(
  series: readonly CompiledSeries[],
): Pick<CompiledModel, "order" | "stepOf" | "dependents"> {
  const needs = series.map((each) => each.needs);
  const order = evaluationOrder(needs);
  const stepOf = new Int32Array(series.length);
  order.forEach((step, at) => {
    for (const each of step.kind === "series" ? [step.series] : step.series) stepOf[each] = at;
  });
  return { order, stepOf, dependents: dependentsOf(needs) };
}

/** What of a series no plan changes. */
type SeriesPlace = Pick<CompiledSeries, "series" | "ground" | "firstFree">;

/** Compiles the series of one model; it keeps the names and the constants that they share. */
export class ModelCompiler {
  readonly constants: number[] = [];
  readonly #model: ProjectionModel;
  readonly #slots = new Map<number, number>();
  readonly #scope: FormulaScope;
  readonly #places: SeriesPlace[] = [];

  constructor(model: ProjectionModel) {
    this.#model = model;
    const named = indexNames(model.series);
    this.#scope = {
      find: (key) => named.get(key) ?? [],
      unitOf: (series) => model.series[series]?.unit ?? "",
      firstYear: model.firstYear,
      lastYear: model.lastYear,
    };
  }

  /** Compiles one series under one plan for each column. */
  series(index: number, plans: readonly SeriesPlan[]): CompiledSeries {
    const place = this.#placeOf(index);
    const groups: ColumnGroup[] = [];
    for (const { plan, columns } of groupsOf(plans)) {
      const procedure = this.#procedure(place, index, plan);
      groups.push({ plan, columns, procedure, needs: needsOf(procedure) });
    }
    const { series, ground, firstFree } = place;
    return { series, ground, firstFree, groups, needs: needsOfAll(groups) };
  }

  #placeOf(index: number): SeriesPlace {
    const known = this.#places[index];
    if (known !== undefined) return known;
    const series = this.#model.series[index];
    if (series === undefined) throw new RangeError(`No series ${index}`);
    const { firstYear, lastYear } = this.#model;
    const last = series.known.at(-1)?.year ?? firstYear - 1;
    const ground = { known: series.known, until: lastYear };
    const place = { series, ground, firstFree: Math.max(0, last - firstYear + 1) };
    this.#places[index] = place;
    return place;
  }

  #procedure(place: SeriesPlace, index: number, { assumption }: SeriesPlan): Procedure {
    if (assumption.method !== "formula") {
      const error = checkAssumption(place.ground, assumption);
      return error === null
        ? { kind: "own", assumption }
        : { kind: "wrong", error: { kind: "projection", error } };
    }
    const { series } = place;
    const { text } = assumption;
    const formula = checkFormula(text, series.unit, this.#scope);
    if (!formula.ok) return { kind: "wrong", error: { kind: "formula", text, error: formula.error } };
    return { kind: "formula", formula: formula.value, code: this.#compile(formula.value, series, index) };
  }

  #compile({ root, seriesOf }: CheckedFormula, series: ModelSeries, index: number) {
    const count = this.#model.series.length;
    return compileFormula(
      root,
      { slot: index, unit: series.unit },
      {
        series: (name) => {
          const slot = seriesOf.get(name) ?? -1;
          return { slot, unit: this.#scope.unitOf(slot) };
        },
        temporary: (k) => count + k,
        constant: (value) => count + TEMPORARIES + this.#constant(value),
        yearIndex: (year) => year - this.#model.firstYear,
      },
    );
  }

  #constant(value: number): number {
    const known = this.#slots.get(value);
    if (known !== undefined) return known;
    const slot = this.constants.push(value) - 1;
    this.#slots.set(value, slot);
    return slot;
  }
}

/** Which series a name or id stands for; an id goes before names, and what two series share is ambiguous. */
function indexNames(series: readonly ModelSeries[]): ReadonlyMap<string, readonly number[]> {
  const named = new Map<string, number[]>();
  const ids = new Map<string, number[]>();
  series.forEach(({ id, names }, at) => {
    for (const key of new Set(names.map(seriesKey))) put(named, key, at);
    put(ids, seriesKey(id), at);
  });
  for (const [key, places] of ids) named.set(key, places);
  return named;
}

function put(index: Map<string, number[]>, key: string, at: number): void {
  const places = index.get(key);
  if (places === undefined) index.set(key, [at]);
  else places.push(at);
}

function groupsOf(plans: readonly SeriesPlan[]): { readonly plan: SeriesPlan; readonly columns: number[] }[] {
  const groups: { readonly plan: SeriesPlan; readonly columns: number[] }[] = [];
  for (let column = 0; column < plans.length; column += 1) {
    const plan = plans[column];
    if (plan === undefined) continue;
    let at = 0;
    while (at < groups.length && groups[at]?.plan !== plan) at += 1;
    const group = groups[at];
    if (group === undefined) groups.push({ plan, columns: [column] });
    else group.columns.push(column);
  }
  return groups;
}

function needsOf(procedure: Procedure): readonly Dependency[] {
  if (procedure.kind !== "formula") return NO_NEEDS;
  const { root, seriesOf } = procedure.formula;
  return distinct(formulaNeeds(root).map(({ name, lag }) => ({ on: seriesOf.get(name) ?? -1, lag })));
}

function needsOfAll(groups: readonly ColumnGroup[]): readonly Dependency[] {
  const withNeeds = groups.filter(({ needs }) => needs.length > 0);
  const [first] = withNeeds;
  if (first === undefined) return NO_NEEDS;
  return withNeeds.length === 1 ? first.needs : distinct(withNeeds.flatMap(({ needs }) => needs));
}

function distinct(needs: readonly Dependency[]): readonly Dependency[] {
  if (needs.length < 2) return needs;
  return [...new Map(needs.map((need) => [`${need.on} ${need.lag}`, need])).values()];
}
