import type { Plan } from "#core/plan/plan.ts";
import { type Clause, CLAUSE_TOPICS, type ClauseTopic } from "#core/plan/task.ts";

/** The clauses of one topic, in the order of the text. */
export interface ClauseGroup {
  readonly topic: ClauseTopic;
  readonly clauses: readonly Clause[];
}

/** The clauses of a plan by topic, in the order in which topics are shown; topics without a clause are left out. */
export function clauseGroups(plan: Pick<Plan, "clauses">): readonly ClauseGroup[] {
  return CLAUSE_TOPICS.map((topic) => ({
    topic,
    clauses: plan.clauses.filter((clause) => clause.topic === topic),
  })).filter(({ clauses }) => clauses.length > 0);
}
