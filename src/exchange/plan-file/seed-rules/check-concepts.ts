import { convertible, parseUnit } from "#core/indicator/unit.ts";
import type { Concept } from "#core/plan/concept.ts";
import type { Plan } from "#core/plan/plan.ts";
import type { Statement } from "#core/plan/statement.ts";
import { numbersIn, type SeedProblem } from "./seed-problem.ts";

/** Concepts that nothing uses or that have no kin, and entries that do not fit theirs. */
export function checkConcepts(concepts: readonly Concept[], plans: readonly Plan[]): readonly SeedProblem[] {
  const byId = new Map<string, Concept>(concepts.map((concept) => [concept.id, concept]));
  return [
    ...unusedConcepts(concepts, plans),
    ...familyFaults(concepts),
    ...plans.flatMap((plan) => [...indicatorFaults(plan, byId), ...statementFaults(plan, byId)]),
  ];
}

/** Ids of the concepts that a plan's indicators or statements are about. */
export function conceptsIn({ indicators, statements }: Plan): ReadonlySet<string> {
  return new Set(
    [...indicators, ...statements].flatMap(({ concept }) => (concept === null ? [] : [concept])),
  );
}

function unusedConcepts(concepts: readonly Concept[], plans: readonly Plan[]): readonly SeedProblem[] {
  const used = new Set(plans.flatMap((plan) => [...conceptsIn(plan)]));
  const named = new Set<string>(
    concepts.flatMap(({ formula }) => (formula === null ? [] : [formula.numerator, formula.denominator])),
  );
  return concepts
    .filter(({ id, family }) => !used.has(id) && !named.has(id) && family === null)
    .map(({ id }) => ({ id, detail: "no plan, formula or family uses this concept" }));
}

function familyFaults(concepts: readonly Concept[]): readonly SeedProblem[] {
  return concepts.flatMap(({ id, family, differs }) => {
    if ((family === null) !== (differs === null)) {
      return [{ id, detail: "a family and what sets its members apart go together" }];
    }
    const kin = concepts.filter((other) => other.family === family && other.id !== id);
    if (family !== null && kin.length === 0) return [{ id, detail: `is alone in the family ${family}` }];
    return kin.some((other) => family !== null && other.differs === differs)
      ? [{ id, detail: `differs from a member of ${family} in the same words` }]
      : [];
  });
}

function indicatorFaults(plan: Plan, concepts: ReadonlyMap<string, Concept>): readonly SeedProblem[] {
  return plan.indicators.flatMap(({ id, concept, unit }) => {
    const about = concepts.get(concept ?? "");
    if (about === undefined || convertible(about.unit, unit)) return [];
    return [{ id, detail: `is in ${unit}, its concept ${about.id} in ${about.unit}` }];
  });
}

/** Forms whose number is not a level of the indicator. */
const NO_LEVELS: ReadonlySet<Statement["form"]> = new Set([
  "change",
  "increase",
  "averageGrowth",
  "cumulative",
]);

function statementFaults(plan: Plan, concepts: ReadonlyMap<string, Concept>): readonly SeedProblem[] {
  const indicators = new Map<string, Plan["indicators"][number]>(plan.indicators.map((row) => [row.id, row]));
  return plan.statements.flatMap((statement) => {
    const { id, form, unit } = statement;
    const row = indicators.get(statement.indicator ?? "");
    if (row === undefined) return [];
    const faults: SeedProblem[] = [];
    if (row.concept !== statement.concept) {
      faults.push({
        id,
        detail: `is about ${String(statement.concept)}, its indicator about ${String(row.concept)}`,
      });
    }
    if (NO_LEVELS.has(form) || unit === null) return faults;
    if (!convertible(unit, row.unit))
      faults.push({ id, detail: `is in ${unit}, its indicator in ${row.unit}` });
    const range = concepts.get(row.concept ?? "")?.range ?? null;
    const factor = parseUnit(row.unit).factor;
    const outside = numbersIn(statement).filter(
      (number) => number / factor < (range?.min ?? -Infinity) || number / factor > (range?.max ?? Infinity),
    );
    if (outside.length > 0)
      faults.push({ id, detail: `${outside.join(", ")} is outside its concept's range` });
    return faults;
  });
}
