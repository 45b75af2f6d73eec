import { baseYear } from "#core/plan/base-year.ts";
import { milestoneYears, observationYears } from "#core/plan/grid-years.ts";
import { type Year, year } from "#core/plan/ids.ts";
import type { Field, Plan } from "#core/plan/plan.ts";

/** Columns that every plan has. */
export type FixedColumnKind =
  | "number"
  | "category"
  | "name"
  | "unit"
  | "attribute"
  | "growth"
  | "department"
  | "evidence";

/** One column of the indicator grid; year columns carry the year that is part of a cell's identity. */
export type GridColumn =
  | { readonly kind: FixedColumnKind }
  | { readonly kind: "observation"; readonly year: Year; readonly role: "actual" | "base" }
  | { readonly kind: "predecessorTarget"; readonly year: Year }
  | { readonly kind: "target"; readonly year: Year; readonly role: "milestone" | "final" | "beyond" };

/** What the columns of a plan depend on beside the plan itself. */
export interface ColumnContext {
  /** The predecessor of a draft, `null` when there is none or the plan is not a draft. */
  readonly predecessor: Plan | null;
  /** Year columns that the planner has added and that may still be empty. */
  readonly addedYears: readonly Year[];
  /** Whether each year of the period has a target column, also where nothing is promised for it yet. */
  readonly everyTarget?: boolean;
}

type YearColumn = Exclude<GridColumn, { readonly kind: FixedColumnKind }>;

/** The columns of a plan's grid from left to right: identity, years ascending, final target, growth, duty, evidence. */
export function gridColumns(plan: Plan, context: ColumnContext): readonly GridColumn[] {
  const years = yearColumns(plan, context).sort(byYearThenRank);
  return [
    { kind: "number" },
    { kind: "category" },
    { kind: "name" },
    { kind: "unit" },
    { kind: "attribute" },
    ...years,
    { kind: "growth" },
    { kind: "department" },
    { kind: "evidence" },
  ];
}

/** Identity of a column within its grid, such as `observation-2015`. */
export function columnId(column: GridColumn): string {
  return "year" in column ? `${column.kind}-${column.year}` : column.kind;
}

/** Identity of the column that shows a field. */
export function fieldColumn(field: Field): string {
  return "year" in field ? `${field.kind}-${field.year}` : field.kind;
}

/** The cell of an indicator's row that the column edits; `null` for derived columns. */
export function fieldOf(column: GridColumn): Field | null {
  switch (column.kind) {
    case "name":
    case "unit":
    case "attribute":
    case "department":
    case "category":
      return { kind: column.kind };
    case "observation":
    case "target":
      return { kind: column.kind, year: column.year };
    case "number":
    case "growth":
    case "evidence":
    case "predecessorTarget":
      return null;
  }
}

/** Whether two fields name the same cell of a row. */
export function sameField(a: Field, b: Field): boolean {
  if (a.kind !== b.kind) return false;
  return "year" in a && "year" in b ? a.year === b.year : true;
}

function yearColumns(plan: Plan, context: ColumnContext): YearColumn[] {
  const start = baseYear(plan);
  const observed = new Set<Year>([...observationYears(plan), ...context.addedYears]);
  const columns: YearColumn[] = [...observed].map((year) => ({
    kind: "observation",
    year,
    role: year === start ? "base" : "actual",
  }));
  if (context.predecessor !== null) {
    columns.push({ kind: "predecessorTarget", year: context.predecessor.period.end });
  }
  const promised = context.everyTarget
    ? [...milestoneYears(plan), ...periodYears(plan)]
    : milestoneYears(plan);
  for (const year of new Set(promised)) columns.push({ kind: "target", year, role: targetRole(plan, year) });
  return columns;
}

function periodYears({ period }: Plan): readonly Year[] {
  return Array.from({ length: period.end - period.start + 1 }, (_, at) => year(period.start + at));
}

function targetRole(plan: Plan, year: Year): "milestone" | "final" | "beyond" {
  if (year === plan.period.end) return "final";
  return year < plan.period.end ? "milestone" : "beyond";
}

const RANK = { predecessorTarget: 0, observation: 1, target: 2 } as const;

function byYearThenRank(a: YearColumn, b: YearColumn): number {
  return a.year - b.year || RANK[a.kind] - RANK[b.kind];
}
