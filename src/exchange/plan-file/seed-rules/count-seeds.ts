import type { Plan } from "#core/plan/plan.ts";
import type { Statement, StatementKind } from "#core/plan/statement.ts";
import type { Seeds } from "../validate-seeds.ts";
import { conceptsIn } from "./check-concepts.ts";
import { numbersIn } from "./seed-problem.ts";

const KINDS: readonly (readonly [StatementKind, string])[] = [
  ["observation", "observations"],
  ["target", "targets"],
  ["milestone", "milestones"],
  ["amount", "amounts"],
  ["derived", "derived"],
];

/** What the seeds hold, in one line of English without a full stop. */
export function countSeeds({ plans, concepts }: Seeds): string {
  const statements = plans.flatMap((plan) => plan.statements);
  const kinds = KINDS.map(([kind, word]) => `${count(statements, (each) => each.kind === kind)} ${word}`);
  const facts = new Set(plans.flatMap((plan) => plan.statements.map((statement) => factOf(plan, statement))));
  const shared = count(concepts, ({ id }) => count(plans, (plan) => conceptsIn(plan).has(id)) > 1);
  const total = (list: "indicators" | "tasks" | "clauses" | "disagreements") =>
    plans.reduce((sum, plan) => sum + plan[list].length, 0);
  return [
    `${plans.length} plans`,
    `${total("indicators")} indicators`,
    `${statements.length} statements (${kinds.join(", ")})`,
    `${facts.size} facts`,
    `${concepts.length} concepts (${shared} shared)`,
    `${total("tasks")} tasks`,
    `${total("clauses")} clauses`,
    `${total("disagreements")} settled disagreements`,
  ].join(", ");
}

/** What a statement says, wherever it says it: one fact may be stated more than once. */
function factOf(plan: Plan, statement: Statement): string {
  const { concept, indicator, task, year, period, kind, form } = statement;
  const about = concept ?? indicator ?? task;
  return JSON.stringify([plan.id, about, year, period, kind, form, ...numbersIn(statement)]);
}

function count<T>(items: readonly T[], holds: (item: T) => boolean): number {
  return items.filter(holds).length;
}
