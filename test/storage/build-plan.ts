import { emptyObservations, withObservation } from "#core/plan/observation-table.ts";
import { conceptId, indicatorId, jurisdictionCode, planId, statementId, year } from "#core/plan/ids.ts";
import type { Indicator, Plan } from "#core/plan/plan.ts";
import type { Statement } from "#core/plan/statement.ts";

/** What a row that is added by hand holds beside its id and name. */
export const NEW_ROW = {
  unit: "家",
  concept: null,
  attribute: "unspecified",
  department: null,
  category: null,
} as const;

/** A bundled plan of 2016–2020 with `rows` indicators, each with one value for 2015 and one statement behind it. */
export function buildPlan(id: string, rows: number): Plan {
  let observations = emptyObservations(rows, [year(2015), year(2016)]);
  const indicators = Array.from({ length: rows }, (_, row) => buildIndicator(id, row));
  if (rows > 0) {
    observations = withObservation(observations, 0, year(2015), { value: 9, basis: "stated", decimals: 0 });
  }
  return {
    id: planId(id),
    title: `${id}规划`,
    jurisdiction: jurisdictionCode("440785"),
    period: { start: year(2016), end: year(2020) },
    status: "issued",
    origin: "bundled",
    predecessor: null,
    superior: null,
    documents: [{ file: "a.txt", sha256: "0".repeat(64) }],
    outline: [{ heading: "一、总体目标", level: 1, line: 6, start: 40 }],
    indicators,
    dropped: [],
    observations,
    statements: indicators.map((indicator, row) => buildStatement(id, indicator.id, row)),
    disagreements: [],
    tasks: [],
    clauses: [],
    scenarios: [],
    drivers: [],
    narrative: [],
  };
}

function buildIndicator(plan: string, row: number): Indicator {
  return {
    id: indicatorId(`${plan}/i${row}`),
    concept: conceptId("high-tech-enterprises"),
    name: `指标${row}`,
    unit: "家",
    attribute: "unspecified",
    department: null,
    category: null,
    base: { year: year(2015), provisional: null, provisionalFrom: null },
    targets: [],
    rejected: [],
    remarks: [],
    matches: [],
    carriedFrom: null,
    sources: [],
  };
}

function buildStatement(plan: string, indicator: Statement["indicator"], row: number): Statement {
  return {
    id: statementId(`${plan}/s${String(row + 1).padStart(3, "0")}`),
    indicator,
    task: null,
    concept: null,
    kind: "observation",
    year: year(2015),
    yearBasis: "stated",
    period: null,
    comparedWith: null,
    form: "level",
    value: 9,
    low: null,
    high: null,
    floor: null,
    stretch: null,
    unit: "家",
    decimals: 0,
    wording: null,
    table: false,
    evidence: { document: "a.txt", line: 1, start: row, end: row + 1 },
    derivation: null,
    note: null,
  };
}
