import { parseUnit } from "#core/indicator/unit.ts";
import { observationAt } from "#core/plan/observation-table.ts";
import type { Plan } from "#core/plan/plan.ts";
import type { Evidence, Statement } from "#core/plan/statement.ts";
import { formatTarget } from "#core/indicator/format-target.ts";
import { numbersIn, type SeedProblem } from "./seed-problem.ts";

/** Signs that the gist of a clause may have. */
const GIST_LIMIT = 45;

/** Entries of a plan that are out of order, there twice, without place or without content. */
export function checkEntries(plan: Plan): readonly SeedProblem[] {
  return [
    ...orderFaults(plan.statements, 3),
    ...orderFaults(plan.tasks, 3),
    ...orderFaults(plan.clauses, 2),
    ...repeatedStatements(plan),
    ...repeatedTasks(plan),
    ...indicatorFaults(plan),
    ...plan.statements.flatMap(statementFaults),
    ...plan.clauses.flatMap(({ id, gist }) =>
      Array.from(gist).length <= GIST_LIMIT
        ? []
        : [{ id, detail: `the gist is longer than ${GIST_LIMIT} signs` }],
    ),
  ];
}

/** Numbers of ids that do not follow each other, and places that go back. */
function orderFaults(
  entries: readonly { readonly id: string; readonly evidence: Evidence | null }[],
  digits: number,
): readonly SeedProblem[] {
  let before = -1;
  return entries.flatMap(({ id, evidence }, at) => {
    const number = String(at + 1).padStart(digits, "0");
    const start = evidence?.start ?? before;
    const back = start < before;
    before = start;
    return [
      ...(id.endsWith(number) && /\/[a-z]0*$/u.test(id.slice(0, -String(at + 1).length))
        ? []
        : [{ id, detail: `should be number ${number}` }]),
      ...(back ? [{ id, detail: "stands before the entry above it" }] : []),
    ];
  });
}

function repeatedStatements({ statements }: Plan): readonly SeedProblem[] {
  return repeated(statements, ({ indicator, task, concept, kind, form, year, evidence, unit, ...rest }) => {
    const numbers = numbersIn({ ...rest, indicator, task, concept, kind, form, year, evidence, unit });
    return [indicator, task, concept, kind, form, year, evidence?.start, evidence?.end, unit, ...numbers];
  });
}

function repeatedTasks({ tasks }: Plan): readonly SeedProblem[] {
  return repeated(tasks, ({ name, parent, evidence }) => [name, parent, evidence?.start]);
}

function repeated<T extends { readonly id: string }>(
  entries: readonly T[],
  content: (entry: T) => readonly unknown[],
): readonly SeedProblem[] {
  const seen = new Map<string, string>();
  return entries.flatMap((entry) => {
    const key = JSON.stringify(content(entry));
    const first = seen.get(key);
    if (first === undefined) seen.set(key, entry.id);
    return first === undefined
      ? []
      : [{ id: entry.id, detail: `says the same at the same place as ${first}` }];
  });
}

/** Rows of nothing, and two rows of one thing. */
function indicatorFaults(plan: Plan): readonly SeedProblem[] {
  const empty = plan.indicators.flatMap(({ id, targets }, row) => {
    const observed = plan.observations.years.some(
      (year) => observationAt(plan.observations, row, year) !== null,
    );
    return observed || targets.length > 0 ? [] : [{ id, detail: "has neither a value nor a target" }];
  });
  const aimed = plan.indicators.filter(({ concept, targets }) => concept !== null && targets.length > 0);
  const twins = repeatedContent(aimed, ({ concept, targets }) => [
    concept,
    ...targets.map(({ year, target }) => [year, formatTarget(target)]),
  ]);
  return [...empty, ...twins];
}

function repeatedContent<T extends { readonly id: string }>(
  entries: readonly T[],
  content: (entry: T) => readonly unknown[],
): readonly SeedProblem[] {
  return repeated(entries, content).map(({ id }) => ({
    id,
    detail: "has the concept and the targets of another indicator",
  }));
}

function statementFaults(statement: Statement): readonly SeedProblem[] {
  const { id, form, indicator, kind, year, evidence, derivation } = statement;
  const faults: SeedProblem[] = [];
  if (evidence === null && derivation === null)
    faults.push({ id, detail: "has neither a place nor a formula" });
  const dated = (kind === "milestone" || kind === "target") && year !== null;
  if (form === "qualitative" && indicator === null && !dated) {
    faults.push({ id, detail: "states no number, no indicator and no dated deliverable: it is a task" });
  }
  const counts = form !== "qualitative" && form !== "fullCoverage";
  if (counts && statement.unit === null && statement.note === null) {
    faults.push({ id, detail: "has a number without a unit and no note on it" });
  }
  if (form === "averageGrowth" && parseUnit(statement.unit ?? "").dimension !== "percent") {
    faults.push({ id, detail: "is a growth rate that is not in percent" });
  }
  return faults;
}
