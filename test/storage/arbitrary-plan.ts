import * as fc from "fast-check";
import type { Target } from "#core/indicator/target.ts";
import {
  clauseId,
  conceptId,
  indicatorId,
  jurisdictionCode,
  planId,
  statementId,
  taskId,
  type Year,
  year,
} from "#core/plan/ids.ts";
import type { PathShape } from "#core/path/path-shape.ts";
import type { Assumption } from "#core/projection/assumption.ts";
import type { Distribution } from "#core/projection/monte-carlo/uncertainty.ts";
import type { Driver } from "#core/scenario/driver.ts";
import { type Scenario, scenarioId, type SeriesOverride } from "#core/scenario/scenario.ts";
import { emptyObservations, type ObservationTable, withObservation } from "#core/plan/observation-table.ts";
import type { Field, Indicator, Plan, SettledDisagreement } from "#core/plan/plan.ts";
import type { Statement } from "#core/plan/statement.ts";
import { anyNarrative } from "../core/narrative/any-narrative.ts";
import { type Clause, CLAUSE_TOPICS, type Task, TASK_KINDS } from "#core/plan/task.ts";

const text = fc.string({ unit: "grapheme", maxLength: 12 });
const orNull = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { nil: null });
const number = fc.double({ noNaN: true, noDefaultInfinity: true });
const decimals = orNull(fc.integer({ min: 0, max: 14 }));
const anyYear = fc.integer({ min: 1949, max: 2100 }).map(year);
const quantity = fc.record({ value: number, unit: text, decimals });

const target: fc.Arbitrary<Target> = fc.oneof(
  fc.record({
    form: fc.constant("atLeast" as const),
    level: quantity,
    wording: fc.constantFrom("reach", "reach-or-above", "or-above", "not-below", "bare"),
  }),
  fc.record({
    form: fc.constant("exceed" as const),
    level: quantity,
    wording: fc.constantFrom("over", "exceed", "break-through"),
  }),
  fc.record({
    form: fc.constant("atMost" as const),
    level: quantity,
    wording: fc.constantFrom("within", "fall-to", "lower-to-or-below", "down-to"),
  }),
  fc.record({ form: fc.constant("below" as const), level: quantity }),
  fc.record({ form: fc.constant("about" as const), level: quantity, tolerance: orNull(number) }),
  fc.record({ form: fc.constant("between" as const), low: quantity, high: quantity }),
  fc.record({ form: fc.constant("floorStretch" as const), floor: quantity, stretch: quantity }),
  fc.record({
    form: fc.constant("averageGrowth" as const),
    rate: number,
    decimals,
    method: fc.constantFrom("level", "cumulative"),
    qualifier: fc.constantFrom("exact", "or-above", "about"),
  }),
  fc.record({ form: fc.constant("cumulative" as const), total: quantity, orAbove: fc.boolean() }),
  fc.record({
    form: fc.constant("increase" as const),
    by: quantity,
    wording: fc.constantFrom("add", "raise", "increase"),
    orAbove: fc.boolean(),
  }),
  fc.constant({ form: "fullCoverage" as const }),
  fc.record({ form: fc.constant("qualitative" as const), text }),
);

const field: fc.Arbitrary<Field> = fc.oneof(
  fc.record({ kind: fc.constantFrom("name", "unit", "attribute", "department", "category") }),
  fc.record({ kind: fc.constantFrom("observation", "target"), year: anyYear }),
);

const statementRef = fc.integer({ min: 1, max: 999 }).map((n) => statementId(`p/s${String(n)}`));

const indicatorRef = fc.nat({ max: 99 }).map((n) => indicatorId(`q/i${String(n)}`));

const indicatorBody = fc.record({
  concept: orNull(text.map(conceptId)),
  name: text,
  unit: text,
  attribute: fc.constantFrom("binding", "anticipatory", "unspecified"),
  department: orNull(text),
  category: orNull(text),
  base: orNull(
    fc.record({
      year: anyYear,
      provisional: orNull(quantity),
      provisionalFrom: orNull(fc.constantFrom("predecessor-target", "estimate")),
    }),
  ),
  targets: fc.array(fc.record({ year: anyYear, target, statement: orNull(statementRef) }), { maxLength: 3 }),
  rejected: fc.array(fc.record({ field, text }), { maxLength: 2 }),
  sources: fc.array(fc.record({ year: anyYear, statement: statementRef }), { maxLength: 2 }),
  remarks: fc.array(fc.record({ field, note: orNull(text), source: orNull(text) }), { maxLength: 2 }),
  matches: fc.array(fc.record({ plan: fc.constant(planId("q")), indicator: indicatorRef }), { maxLength: 1 }),
  carriedFrom: orNull(
    fc.record({
      indicator: indicatorRef,
      fate: fc.constantFrom("kept", "caliber-changed"),
      reason: orNull(text),
    }),
  ),
});

const place = fc.record({ document: text, line: fc.nat(), start: fc.nat(), end: fc.nat() });
const anyPeriod = fc.record({ start: anyYear, end: anyYear });
const taskRef = fc.integer({ min: 1, max: 999 }).map((n) => taskId(`p/t${String(n)}`));
const bodies = fc.array(fc.record({ name: text, role: orNull(fc.constantFrom("lead", "support")) }), {
  maxLength: 2,
});

const task: fc.Arbitrary<Task> = fc.record({
  id: taskRef,
  kind: fc.constantFrom(...TASK_KINDS),
  name: text,
  parent: orNull(taskRef),
  bodies,
  year: orNull(anyYear),
  evidence: orNull(place),
  note: orNull(text),
});

const clause: fc.Arbitrary<Clause> = fc.record({
  id: fc.integer({ min: 1, max: 99 }).map((n) => clauseId(`p/c${String(n)}`)),
  topic: fc.constantFrom(...CLAUSE_TOPICS),
  gist: text,
  bodies,
  evidence: orNull(place),
});

const disagreement: fc.Arbitrary<SettledDisagreement> = fc.record({
  indicator: fc.nat({ max: 9 }).map((row) => indicatorId(`p/i${String(row)}`)),
  year: anyYear,
  official: statementRef,
  others: fc.array(statementRef, { maxLength: 2 }),
  reason: text,
});

const statementBody = fc.record({
  task: orNull(taskRef),
  concept: orNull(text.map(conceptId)),
  kind: fc.constantFrom("observation", "target", "amount", "milestone", "derived"),
  year: orNull(anyYear),
  yearBasis: orNull(fc.constantFrom("stated", "inherited", "inferred", "derived")),
  period: orNull(anyPeriod),
  comparedWith: orNull(anyYear),
  form: fc.constantFrom("level", "change", "atLeast", "between", "floorStretch", "qualitative"),
  value: orNull(number),
  low: orNull(number),
  high: orNull(number),
  floor: orNull(number),
  stretch: orNull(number),
  unit: orNull(text),
  decimals,
  wording: orNull(text),
  table: fc.boolean(),
  evidence: orNull(place),
  derivation: orNull(fc.record({ formula: text, from: fc.array(statementRef, { maxLength: 2 }) })),
  note: orNull(text),
});

const yearNumbers = fc.array(fc.record({ year: anyYear, value: number }), { maxLength: 2 });
const shape: fc.Arbitrary<PathShape> = fc.oneof(
  fc.record({ kind: fc.constantFrom("linear" as const, "geometric" as const) }),
  fc.record({ kind: fc.constant("s-curve" as const), steepness: number }),
  fc.record({ kind: fc.constant("loaded" as const), power: number }),
  fc.record({ kind: fc.constant("stepwise" as const), steps: number }),
);
const assumption: fc.Arbitrary<Assumption> = fc.oneof(
  fc.constant({ method: "hold" as const }),
  fc.record({ method: fc.constant("growth" as const), rate: number, byYear: yearNumbers }),
  fc.record({ method: fc.constant("step" as const), delta: number, byYear: yearNumbers }),
  fc.record({
    method: fc.constant("trend" as const),
    fit: fc.constantFrom("linear", "log-linear", "theil-sen", "damped"),
    damping: number,
  }),
  fc.record({ method: fc.constant("logistic" as const), ceiling: number, rate: number }),
  fc.record({
    method: fc.constant("toTarget" as const),
    shape,
    year: anyYear,
    level: number,
    held: yearNumbers,
    aim: orNull(fc.constantFrom("floor", "stretch")),
  }),
  fc.record({ method: fc.constant("series" as const), values: yearNumbers }),
  fc.record({ method: fc.constant("formula" as const), text }),
);
const distribution: fc.Arbitrary<Distribution> = fc.oneof(
  fc.record({ kind: fc.constant("normal" as const), sd: number }),
  fc.record({ kind: fc.constant("triangular" as const), low: number, mode: number, high: number }),
  fc.record({ kind: fc.constant("uniform" as const), low: number, high: number }),
  fc.constant({ kind: "historical" as const }),
);
const parts: fc.Arbitrary<SeriesOverride> = fc.record(
  {
    assumption,
    shocks: fc.array(
      fc.record({
        kind: fc.constantFrom("multiply" as const, "add" as const),
        from: anyYear,
        to: anyYear,
        amount: number,
      }),
      { maxLength: 2 },
    ),
    clamp: fc.boolean(),
    uncertainty: orNull(fc.record({ distribution, drawn: fc.constantFrom("yearly", "once") })),
  },
  { requiredKeys: [] },
);
const scenario: fc.Arbitrary<Scenario> = fc.record({
  id: text.map(scenarioId),
  name: text,
  note: orNull(text),
  parent: orNull(text.map(scenarioId)),
  overrides: fc.array(fc.tuple(text, parts), { maxLength: 3 }).map((drawn) => new Map(drawn)),
});
const derivation = fc.record({ formula: text, from: fc.array(statementRef, { maxLength: 2 }) });
const driver: fc.Arbitrary<Driver> = fc.record({
  id: text,
  name: text,
  unit: text,
  concept: orNull(text.map(conceptId)),
  known: fc.array(fc.record({ year: anyYear, value: number, derivation: orNull(derivation) }), {
    maxLength: 2,
  }),
  note: orNull(text),
});

/** Any plan of up to three chunks; statements stand in any order and may be about no indicator. */
export const anyPlan: fc.Arbitrary<Plan> = fc
  .record({
    bodies: fc.array(indicatorBody, { maxLength: 6 }),
    repeats: fc.constantFrom(1, 1, 1, 40, 80),
    statementBodies: fc.array(fc.tuple(statementBody, orNull(fc.nat({ max: 500 }))), { maxLength: 12 }),
    years: fc.uniqueArray(anyYear, { maxLength: 6 }),
    cells: fc.array(fc.tuple(fc.nat(), fc.nat(), number, decimals), { maxLength: 20 }),
    start: fc.integer({ min: 1949, max: 2090 }),
    title: text,
    status: fc.constantFrom("draft" as const, "consultation" as const, "issued" as const),
    origin: fc.constantFrom("bundled" as const, "own" as const),
    predecessor: orNull(fc.constant(planId("before"))),
    superior: orNull(fc.constant(planId("above"))),
    outline: fc.array(
      fc.record({ heading: text, level: fc.nat({ max: 5 }), line: fc.nat(), start: orNull(fc.nat()) }),
      { maxLength: 3 },
    ),
    disagreements: fc.array(disagreement, { maxLength: 2 }),
    dropped: fc.array(fc.record({ indicator: indicatorRef, name: text, reason: text }), { maxLength: 2 }),
    tasks: fc.array(task, { maxLength: 3 }),
    clauses: fc.array(clause, { maxLength: 2 }),
    documents: fc.array(fc.record({ file: text, sha256: text }), { maxLength: 2 }),
    scenarios: fc.array(scenario, { maxLength: 2 }),
    drivers: fc.array(driver, { maxLength: 2 }),
    narrative: anyNarrative(indicatorRef, anyYear),
  })
  .map(({ bodies, repeats, statementBodies, years, cells, start, ...rest }) => {
    const indicators: Indicator[] = Array.from({ length: bodies.length * repeats }, (_, row) => {
      const body = bodies[row % bodies.length];
      if (body === undefined) throw new Error("No body");
      return { ...body, id: indicatorId(`p/i${String(row)}`) };
    });
    return {
      ...rest,
      id: planId("p"),
      jurisdiction: jurisdictionCode("440785"),
      period: { start: year(start), end: year(start + 4) },
      indicators,
      observations: fill(
        indicators.length,
        years.toSorted((a, b) => a - b),
        cells,
      ),
      statements: statementBodies.map(([body, about], at): Statement => {
        const indicator = about === null ? undefined : indicators[about];
        return { ...body, id: statementId(`p/s${String(at)}`), indicator: indicator?.id ?? null };
      }),
    };
  });

function fill(
  rows: number,
  years: readonly Year[],
  cells: readonly (readonly [number, number, number, number | null])[],
): ObservationTable {
  let table = emptyObservations(rows, years);
  if (rows === 0 || years.length === 0) return table;
  for (const [row, column, value, digits] of cells) {
    const at = years[column % years.length];
    if (at === undefined) continue;
    table = withObservation(table, row % rows, at, { value, basis: "stated", decimals: digits });
  }
  return table;
}
