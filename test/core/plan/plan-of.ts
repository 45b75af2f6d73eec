import { parseTarget } from "#core/indicator/parse-target.ts";
import { parseQuantity, type Quantity } from "#core/indicator/quantity.ts";
import { indicatorId, jurisdictionCode, planId, statementId, year } from "#core/plan/ids.ts";
import { observationTable } from "#core/plan/observation-table.ts";
import type { Indicator, Plan } from "#core/plan/plan.ts";
import { statementOf } from "./arbitraries.ts";

/** A row written as a planner would: `base` is a year, numbers and targets are texts in `unit`. */
export interface RowSketch {
  readonly name: string;
  readonly unit: string;
  readonly base?: number | null;
  readonly observed?: Readonly<Record<number, string>>;
  readonly targets?: Readonly<Record<number, string>>;
}

/** A plan from sketched rows; each observation and target is backed by the row's statement. */
export function planOf(rows: readonly RowSketch[], changes: Partial<Plan> = {}): Plan {
  const id = changes.id ?? planId("enping-13");
  const indicators = rows.map(({ name, unit, base = 2015, observed = {}, targets = {} }, k): Indicator => {
    const statement = statementId(`${id}/s00${k + 1}`);
    return {
      id: indicatorId(`${id}/row-${k + 1}`),
      concept: null,
      name,
      unit,
      attribute: "unspecified",
      department: null,
      category: null,
      base: base === null ? null : { year: year(base), provisional: null, provisionalFrom: null },
      targets: Object.entries(targets).map(([column, text]) => {
        const target = parseTarget(text, unit, "neither");
        if (!target.ok) throw new Error(`${text}: ${target.error.kind}`);
        return { year: year(Number(column)), target: target.value, statement };
      }),
      rejected: [],
      remarks: [],
      matches: [],
      carriedFrom: null,
      sources: Object.keys(observed).map((column) => ({ year: year(Number(column)), statement })),
    };
  });
  return {
    id,
    title: "恩平市科学技术发展“十三五”规划",
    jurisdiction: jurisdictionCode("440785"),
    period: { start: year(2016), end: year(2020) },
    status: "issued",
    origin: "own",
    predecessor: null,
    superior: null,
    documents: [{ file: "plan.txt", sha256: "0".repeat(64) }],
    outline: [],
    indicators,
    dropped: [],
    observations: observationTable(
      rows.length,
      rows.flatMap(({ unit, observed = {} }, row) =>
        Object.entries(observed).map(([column, text]) => {
          const { value, decimals } = quantity(text, unit);
          return {
            row,
            year: year(Number(column)),
            observation: { value, decimals, basis: "stated" as const },
          };
        }),
      ),
    ),
    statements: indicators.map(({ id: indicator }, k) =>
      statementOf(statementId(`${id}/s00${k + 1}`), indicator),
    ),
    disagreements: [],
    tasks: [],
    clauses: [],
    scenarios: [],
    drivers: [],
    narrative: [],
    ...changes,
  };
}

/** A quantity from its text; throws where the text is none. */
export function quantity(text: string, unit: string): Quantity {
  const read = parseQuantity(text, unit);
  if (!read.ok) throw new Error(`${text}: ${read.error.kind}`);
  return read.value;
}
