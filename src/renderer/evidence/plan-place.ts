import type { Plan } from "#core/plan/plan.ts";
import { sectionPath } from "#core/plan/section-path.ts";
import type { Evidence } from "#core/plan/statement.ts";

/** Where something stands, in the fewest words: its line, or the heading above it where the line says nothing. */
export interface PlanPlace {
  readonly line: number | null;
  /** The heading above it in text whose headings share their lines, as in text from a PDF. */
  readonly heading: string | null;
}

/** Where a place of a plan's text is. */
export function planPlace(plan: Pick<Plan, "outline">, evidence: Evidence | null): PlanPlace {
  if (evidence === null) return { line: null, heading: null };
  const heading = isFlat(plan, evidence)
    ? (sectionPath(plan.outline, evidence).at(-1)?.heading ?? null)
    : null;
  return { line: evidence.line, heading };
}

/** Whether many headings share the line of a place, so that the line does not lead to it. */
export function isFlat({ outline }: Pick<Plan, "outline">, { line }: Evidence): boolean {
  return outline.filter((entry) => entry.line === line).length > 1;
}
