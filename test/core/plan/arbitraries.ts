import fc from "fast-check";
import { orderRejected } from "#core/command/cell-content.ts";
import {
  type IndicatorId,
  indicatorId,
  jurisdictionCode,
  planId,
  type StatementId,
  statementId,
  year,
} from "#core/plan/ids.ts";
import { type ObservedCell, observationTable } from "#core/plan/observation-table.ts";
import type { Field, Indicator, Plan, PlanOrigin } from "#core/plan/plan.ts";
import type { Statement } from "#core/plan/statement.ts";
import { quantityIn, targetIn, unitText } from "../indicator/arbitraries.ts";

const OBSERVED = [2015, 2016, 2018].map(year);
const PLANNED = [2020, 2025].map(year);

/** One row: its indicator and its observations. */
interface Row {
  readonly indicator: Indicator;
  readonly cells: readonly Omit<ObservedCell, "row">[];
}

/** A statement about an indicator, with a value of 1. */
export function statementOf(id: StatementId, indicator: IndicatorId): Statement {
  return {
    id,
    indicator,
    task: null,
    concept: null,
    kind: "observation",
    year: year(2015),
    yearBasis: "stated",
    period: null,
    comparedWith: null,
    form: "level",
    value: 1,
    low: null,
    high: null,
    floor: null,
    stretch: null,
    unit: "家",
    decimals: 0,
    wording: null,
    table: false,
    evidence: { document: "plan.txt", line: 1, start: 0, end: 1 },
    derivation: null,
    note: null,
  };
}

function rowIn(id: IndicatorId, statement: StatementId, unit: string): fc.Arbitrary<Row> {
  const observed = fc.record({
    quantity: quantityIn(unit),
    basis: fc.constantFrom("stated" as const, "inferred" as const, "estimated" as const),
    sourced: fc.boolean(),
  });
  const planned = fc.record({ target: targetIn(unit), sourced: fc.boolean() });
  const rejected = fc.uniqueArray(
    fc.record({ field: fieldArbitrary, text: fc.constantFrom("3—2家", "abc", "1,2") }),
    { maxLength: 2, selector: ({ field }) => JSON.stringify(field) },
  );
  return fc
    .record({
      name: fc.constantFrom("高新技术企业", "研发投入"),
      attribute: fc.constantFrom("binding" as const, "anticipatory" as const, "unspecified" as const),
      department: fc.option(fc.constant("科工商务局")),
      observed: fc.tuple(...OBSERVED.map(() => fc.option(observed))),
      planned: fc.tuple(...PLANNED.map(() => fc.option(planned))),
      provisional: fc.option(quantityIn(unit)),
      rejected,
    })
    .map(({ observed: observations, planned: targets, provisional, rejected: inputs, ...texts }) => {
      // A rejected cell holds no value.
      const free = (field: Field) =>
        !inputs.some((input) => JSON.stringify(input.field) === JSON.stringify(field));
      const kept = OBSERVED.flatMap((column, k) => {
        const entry = observations[k] ?? null;
        return entry === null || !free({ kind: "observation", year: column })
          ? []
          : [{ year: column, ...entry }];
      });
      const indicator: Indicator = {
        ...texts,
        id,
        concept: null,
        unit,
        category: null,
        base: {
          year: year(2015),
          provisional,
          provisionalFrom: provisional === null ? null : "estimate",
        },
        targets: PLANNED.flatMap((column, k) => {
          const entry = targets[k] ?? null;
          if (entry === null || !free({ kind: "target", year: column })) return [];
          return [{ year: column, target: entry.target, statement: entry.sourced ? statement : null }];
        }),
        rejected: orderRejected(inputs),
        remarks: [],
        matches: [],
        carriedFrom: null,
        sources: kept.filter(({ sourced }) => sourced).map((entry) => ({ year: entry.year, statement })),
      };
      const cells = kept.map(({ year: column, quantity, basis }) => ({
        year: column,
        observation: { value: quantity.value, decimals: quantity.decimals, basis },
      }));
      return { indicator, cells };
    });
}

const fieldArbitrary: fc.Arbitrary<Field> = fc.oneof(
  fc.constantFrom(...OBSERVED).map((column): Field => ({ kind: "observation", year: column })),
  fc.constantFrom(...PLANNED).map((column): Field => ({ kind: "target", year: column })),
);

/** One statement a row, the second derived from the first, and another one about the last row. */
function statementsOf(indicators: readonly IndicatorId[]): readonly Statement[] {
  const first = statementId("draft-1/s000");
  const others = indicators.slice(-1).map((indicator) => statementOf(statementId("draft-1/s999"), indicator));
  const each = indicators.map((indicator, k) => ({
    ...statementOf(statementId(`draft-1/s00${k}`), indicator),
    derivation: k === 1 ? { formula: "1 × 1", from: [first] } : null,
  }));
  return [...others, ...each];
}

/** Plans of one to four indicators with observations, targets, rejected inputs and evidence. */
export function planArbitrary(origin: PlanOrigin = "own"): fc.Arbitrary<Plan> {
  const id = planId("draft-1");
  return fc.array(unitText, { minLength: 1, maxLength: 4 }).chain((units) => {
    const rows = units.map((unit, k) =>
      rowIn(indicatorId(`${id}/row-${k}`), statementId(`${id}/s00${k}`), unit),
    );
    return fc.tuple(...rows).map((all) => ({
      id,
      title: "恩平市科学技术发展“十三五”规划",
      jurisdiction: jurisdictionCode("440785"),
      period: { start: year(2016), end: year(2020) },
      status: "draft" as const,
      origin,
      predecessor: null,
      superior: planId("jiangmen-14"),
      documents: [{ file: "plan.txt", sha256: "0".repeat(64) }],
      outline: [{ heading: "一、总体目标", level: 1, line: 6, start: 40 }],
      indicators: all.map(({ indicator }) => indicator),
      dropped: [],
      observations: observationTable(
        all.length,
        all.flatMap(({ cells }, row) => cells.map((cell) => ({ row, ...cell }))),
      ),
      statements: statementsOf(all.map(({ indicator }) => indicator.id)),
      disagreements: all.slice(-1).map(({ indicator }) => ({
        indicator: indicator.id,
        year: year(2015),
        official: statementId(`${id}/s00${all.length - 1}`),
        others: [statementId(`${id}/s999`)],
        reason: "表内为准",
      })),
      tasks: [],
      clauses: [],
      scenarios: [],
      drivers: [],
      narrative: [],
    }));
  });
}

/** Fields of every kind, years of all columns and of none yet. */
export const anyField: fc.Arbitrary<Field> = fc.oneof(
  fc
    .constantFrom(
      "name" as const,
      "unit" as const,
      "attribute" as const,
      "department" as const,
      "category" as const,
    )
    .map((kind): Field => ({ kind })),
  fc.constantFrom(...OBSERVED, year(2019)).map((column): Field => ({ kind: "observation", year: column })),
  fc.constantFrom(...PLANNED, year(2023)).map((column): Field => ({ kind: "target", year: column })),
);
