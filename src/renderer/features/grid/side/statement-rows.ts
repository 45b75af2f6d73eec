import type { IndicatorId, StatementId, Year } from "#core/plan/ids.ts";
import { ofRows } from "#core/plan/of-rows.ts";
import type { Plan } from "#core/plan/plan.ts";
import type { StatementForm, StatementKind, YearBasis } from "#core/plan/statement.ts";
import type { DisagreementIndex } from "../disagreement-index.ts";
import { targetWords, wordedStatement } from "../../../evidence/worded-statement.ts";
import { type PlanPlace, planPlace } from "../../../evidence/plan-place.ts";

/** What the list of statements shows: all, or those of one sort. */
export type StatementFilter = "all" | "targets" | "actuals" | "amounts" | "disagreeing";

/** The filters in the order of the list. */
export const STATEMENT_FILTERS: readonly StatementFilter[] = [
  "all",
  "targets",
  "actuals",
  "amounts",
  "disagreeing",
];

/** Which statements of a plan are listed. */
export interface StatementQuery {
  readonly filter: StatementFilter;
  readonly search: string;
  /** Lists those of the active row only. */
  readonly followsRow: boolean;
}

/** One statement as the list shows it, flat so that an unchanged one is not drawn again. */
export interface StatementRow extends PlanPlace {
  readonly id: StatementId;
  readonly indicator: IndicatorId | null;
  /** Name of the indicator or the programme entry that it is about; `null` where it names neither. */
  readonly about: string | null;
  /** What it says in the words of plans; `null` where that is not known without the original. */
  readonly wording: string | null;
  readonly kind: StatementKind;
  readonly year: Year | null;
  readonly yearBasis: YearBasis | null;
  /** First year of the years that a sum or an average covers. */
  readonly since: Year | null;
  readonly form: StatementForm;
  /** The wording tag of its form. */
  readonly tag: string | null;
  readonly table: boolean;
  readonly note: string | null;
  /** Whether it backs a cell. */
  readonly official: boolean;
  readonly disagrees: boolean;
}

/** The statements of a plan in the order of its text. */
export function statementRows(plan: Plan, disagreements: DisagreementIndex): readonly StatementRow[] {
  const official = officialStatements(plan);
  const words = targetWords(plan);
  const disagreeing = new Set([...disagreements.values()].flat().flatMap(({ statements }) => statements));
  const names = new Map<string, string>([
    ...plan.indicators.map(({ id, name }) => [id, name] as const),
    ...plan.tasks.map(({ id, name }) => [id, name] as const),
  ]);
  return plan.statements.map((statement) => ({
    ...planPlace(plan, statement.evidence),
    id: statement.id,
    indicator: statement.indicator,
    about: names.get(statement.indicator ?? statement.task ?? "") ?? null,
    wording: wordedStatement(statement, words),
    kind: statement.kind,
    year: statement.year,
    yearBasis: statement.yearBasis,
    since: statement.period?.start ?? null,
    form: statement.form,
    tag: statement.wording,
    table: statement.table,
    note: statement.note,
    official: official.has(statement.id),
    disagrees: disagreeing.has(statement.id),
  }));
}

/** The statements that back a cell of the plan's table. */
export function officialStatements({ indicators }: Pick<Plan, "indicators">): ReadonlySet<StatementId> {
  return backingRows(indicators);
}

const backingRows = ofRows(
  (a, b) => a.sources === b.sources && a.targets === b.targets,
  (rows): ReadonlySet<StatementId> => {
    const backing = new Set<StatementId>();
    for (const { sources, targets } of rows) {
      for (const { statement } of sources) backing.add(statement);
      for (const { statement } of targets) if (statement !== null) backing.add(statement);
    }
    return backing;
  },
);

const KINDS: Readonly<Record<"targets" | "actuals" | "amounts", readonly StatementKind[]>> = {
  targets: ["target", "milestone"],
  actuals: ["observation", "derived"],
  amounts: ["amount"],
};

/** Whether a filter lets a statement through. */
export function passesStatementFilter(row: StatementRow, filter: StatementFilter): boolean {
  if (filter === "all") return true;
  return filter === "disagreeing" ? row.disagrees : KINDS[filter].includes(row.kind);
}

/** How many of the rows each filter lets through. */
export function statementCounts(rows: readonly StatementRow[]): Readonly<Record<StatementFilter, number>> {
  const counts = { all: 0, targets: 0, actuals: 0, amounts: 0, disagreeing: 0 };
  for (const row of rows)
    for (const filter of STATEMENT_FILTERS) if (passesStatementFilter(row, filter)) counts[filter] += 1;
  return counts;
}

/** Whether what a planner looks for stands in a row's name, value, year or note. */
export function matchesSearch(row: StatementRow, search: string, matches: TextMatch): boolean {
  const wanted = fold(search).trim();
  if (wanted === "") return true;
  const { about, wording, year, note, heading } = row;
  return (
    matches(about ?? "", wanted) ||
    [wording, year === null ? null : String(year), note, heading].some((text) => {
      return text !== null && fold(text).includes(wanted);
    })
  );
}

/** An input method may be set to wide letters and digits. */
const fold = (text: string): string => text.normalize("NFKC").toLowerCase();

/** Whether a text holds what is looked for, as written or by its sound. */
export type TextMatch = (text: string, wanted: string) => boolean;
