import type { Plan } from "#core/plan/plan.ts";
import { HOSTILE_STRINGS } from "./hostile-strings.ts";

/** Puts a text of its own into every field of a plan that a planner or a file fills with words. */
function withTexts(plan: Plan, next: () => string): Plan {
  const told = (text: string | null) => (text === null ? null : next());
  return {
    ...plan,
    title: next(),
    outline: plan.outline.map((entry) => ({ ...entry, heading: next() })),
    indicators: plan.indicators.map((indicator) => ({
      ...indicator,
      name: next(),
      department: next(),
      category: next(),
      remarks: [{ field: { kind: "name" }, note: next(), source: next() }],
    })),
    dropped: plan.dropped.map((dropped) => ({ ...dropped, name: next(), reason: next() })),
    disagreements: plan.disagreements.map((settled) => ({ ...settled, reason: next() })),
    tasks: plan.tasks.map((task) => ({
      ...task,
      name: next(),
      note: told(task.note),
      bodies: task.bodies.map((body) => ({ ...body, name: next() })),
    })),
    clauses: plan.clauses.map((clause) => ({ ...clause, gist: next() })),
    scenarios: plan.scenarios.map((scenario) => ({ ...scenario, name: next(), note: next() })),
    drivers: plan.drivers.map((driver) => ({ ...driver, name: next(), note: next() })),
  };
}

/** A plan with hostile strings in its fields, from the given one on, each field with the next. */
export function hostilePlan(plan: Plan, first: number): Plan {
  let at = first - 1;
  return withTexts(plan, () => {
    at += 1;
    return HOSTILE_STRINGS[at % HOSTILE_STRINGS.length] ?? "";
  });
}

/** The same plan with words that mean no harm. */
export function harmlessPlan(plan: Plan): Plan {
  let at = 0;
  return withTexts(plan, () => `文字${(at += 1)}`);
}
