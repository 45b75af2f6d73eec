import type { Target } from "#core/indicator/target.ts";
import { disagreementsOf } from "#core/plan/disagreement.ts";
import { observationAt } from "#core/plan/observation-table.ts";
import type { Indicator, Plan } from "#core/plan/plan.ts";
import type { Statement } from "#core/plan/statement.ts";
import { numbersIn, type SeedProblem } from "./seed-problem.ts";

const FULL_COVERAGE = 100;
/** Relative slack against the noise of unit conversion. */
const SLACK = 1e-12;

/**
 * Cells that no statement backs or whose statement says something else, and statements of one fact that disagree without having
 * been settled, or have been settled without disagreeing.
 */
export function checkCells(plan: Plan): readonly SeedProblem[] {
  const statements = new Map<string, Statement>(
    plan.statements.map((statement) => [statement.id, statement]),
  );
  return [
    ...plan.indicators.flatMap((indicator, row) => [
      ...observationFaults(plan, indicator, row, statements),
      ...targetFaults(indicator, statements),
    ]),
    ...disagreementFaults(plan),
  ];
}

type Statements = ReadonlyMap<string, Statement>;

function observationFaults(
  plan: Plan,
  indicator: Indicator,
  row: number,
  statements: Statements,
): readonly SeedProblem[] {
  return plan.observations.years.flatMap((year) => {
    const observation = observationAt(plan.observations, row, year);
    if (observation === null) return [];
    const at = `the value of ${year}`;
    const source = indicator.sources.find((each) => each.year === year)?.statement;
    const statement = source === undefined ? undefined : statements.get(source);
    if (statement === undefined) return [{ id: indicator.id, detail: `${at} names no statement` }];
    const differs = (what: string) => ({
      id: indicator.id,
      detail: `${at} and ${statement.id} differ in ${what}`,
    });
    return [
      ...(statement.year === year ? [] : [differs("year")]),
      ...(OBSERVED.has(statement.kind) ? [] : [differs("kind")]),
      ...(CHANGES.has(statement.form) ? [differs("form")] : []),
      ...(sameNumbers([observation.value], levelsIn(statement)) ? [] : [differs("value")]),
    ];
  });
}

/** Kinds that back a value and a target; the size of a fund is an amount at both ends. */
const OBSERVED: ReadonlySet<Statement["kind"]> = new Set(["observation", "derived", "amount"]);
const PROMISED: ReadonlySet<Statement["kind"]> = new Set(["target", "milestone", "amount"]);
const CHANGES: ReadonlySet<Statement["form"]> = new Set(["change", "increase", "averageGrowth"]);

function targetFaults(indicator: Indicator, statements: Statements): readonly SeedProblem[] {
  return indicator.targets.flatMap(({ year, target, statement: source }) => {
    const at = `the target of ${year}`;
    const statement = source === null ? undefined : statements.get(source);
    if (statement === undefined) return [{ id: indicator.id, detail: `${at} names no statement` }];
    const differs = (what: string) => ({
      id: indicator.id,
      detail: `${at} and ${statement.id} differ in ${what}`,
    });
    const form = statement.form === "level" ? "atLeast" : statement.form;
    return [
      ...(statement.year === year ? [] : [differs("year")]),
      ...(PROMISED.has(statement.kind) ? [] : [differs("kind")]),
      ...(form === target.form ? [] : [differs("form")]),
      ...(form !== target.form || sameNumbers(promised(target), numbersIn(statement))
        ? []
        : [differs("value")]),
    ];
  });
}

/** The numbers of a statement in base units, with 全覆盖 as 100%. */
function levelsIn(statement: Statement): readonly number[] {
  return statement.form === "fullCoverage" ? [FULL_COVERAGE] : numbersIn(statement);
}

/** The numbers of a target in base units. */
function promised(target: Target): readonly number[] {
  switch (target.form) {
    case "between":
      return [target.low.value, target.high.value];
    case "floorStretch":
      return [target.floor.value, target.stretch.value];
    case "averageGrowth":
      return [target.rate];
    case "cumulative":
      return [target.total.value];
    case "increase":
      return [target.by.value];
    case "fullCoverage":
    case "qualitative":
      return [];
    default:
      return [target.level.value];
  }
}

/** Whether both are the same numbers; a statement that gives none (全覆盖) is no contradiction to a form without numbers. */
function sameNumbers(a: readonly number[], b: readonly number[]): boolean {
  if (a.length === 0) return true;
  return a.length === b.length && a.every((value, at) => near(value, b[at] ?? Number.NaN));
}

function near(a: number, b: number): boolean {
  return Math.abs(a - b) <= Math.max(Math.abs(a), Math.abs(b)) * SLACK;
}

function disagreementFaults(plan: Plan): readonly SeedProblem[] {
  const found = disagreementsOf(plan);
  const statements = new Map<string, Statement>(
    plan.statements.map((statement) => [statement.id, statement]),
  );
  const open = found.flatMap(({ indicator, year, statements: said, settled }) => {
    if (settled === null) {
      return [{ id: indicator, detail: `${said.join(", ")} disagree about ${year}, which is not settled` }];
    }
    const named = new Set<string>([settled.official, ...settled.others]);
    const silent = said.filter((id) => !named.has(id) && !agree(plan, statements, settled.official, id));
    return silent.map((id) => ({ id: indicator, detail: `${id} disagrees about ${year} and is not named` }));
  });
  const settledFaults = plan.disagreements.flatMap((settled) => {
    const { indicator: id, year, official } = settled;
    const exists = found.some((each) => each.settled === settled);
    const cells = cellStatements(plan, id, year);
    return [
      ...(exists ? [] : [{ id, detail: `no statements about ${year} disagree, but one is settled` }]),
      ...(cells.includes(official)
        ? []
        : [{ id, detail: `${official} is official, but no cell of ${year} names it` }]),
    ];
  });
  return [...open, ...settledFaults];
}

function agree(plan: Plan, statements: Statements, one: string, other: string): boolean {
  const pair = [statements.get(one), statements.get(other)].filter((statement) => statement !== undefined);
  return disagreementsOf({ ...plan, statements: pair, disagreements: [] }).length === 0;
}

function cellStatements(plan: Plan, id: string, year: number): readonly (string | null)[] {
  const indicator = plan.indicators.find((each) => each.id === id);
  const cells = [...(indicator?.sources ?? []), ...(indicator?.targets ?? [])];
  return cells.filter((cell) => cell.year === year).map(({ statement }) => statement);
}
