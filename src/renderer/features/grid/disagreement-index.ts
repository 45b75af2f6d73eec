import { type Disagreement, disagreementsOf } from "#core/plan/disagreement.ts";
import type { IndicatorId, Year } from "#core/plan/ids.ts";
import type { Plan } from "#core/plan/plan.ts";
import { statementWording } from "#core/plan/statement-wording.ts";
import type { GridColumn } from "./grid-columns.ts";

/** The disagreements of a plan by the cell that they are about. */
export type DisagreementIndex = ReadonlyMap<string, readonly Disagreement[]>;

/** Finds a plan's disagreements, each under its cell: level and growth of a year may each be stated differently. */
export function disagreementIndex(plan: Pick<Plan, "statements" | "disagreements">): DisagreementIndex {
  const index = new Map<string, Disagreement[]>();
  for (const each of disagreementsOf(plan)) {
    const key = keyOf(each.indicator, each.kind, each.year);
    index.set(key, [...(index.get(key) ?? []), each]);
  }
  return index;
}

/** The disagreements about one cell; columns without a year of their own have those of the whole row. */
export function disagreementsAt(
  index: DisagreementIndex,
  indicator: IndicatorId,
  column: GridColumn,
): readonly Disagreement[] {
  if (column.kind === "observation" || column.kind === "target")
    return index.get(keyOf(indicator, column.kind, column.year)) ?? [];
  if (column.kind === "predecessorTarget") return [];
  return [...index.values()].flat().filter((each) => each.indicator === indicator);
}

/** In how many places a cell's fact is stated, and what they say, each wording once: 2—3家, 3家. */
export interface Disagreeing {
  readonly places: number;
  readonly wordings: readonly string[];
}

/** What the statements of a cell say; `null` where they agree. */
export function disagreeingAt(
  { plan, disagreements }: { readonly plan: Plan; readonly disagreements: DisagreementIndex },
  indicator: IndicatorId,
  column: GridColumn,
): Disagreeing | null {
  const ids = disagreementsAt(disagreements, indicator, column).flatMap(({ statements }) => statements);
  if (ids.length === 0) return null;
  const said = plan.statements.filter(({ id }) => ids.includes(id)).map(statementWording);
  return { places: said.length, wordings: [...new Set(said.filter((wording) => wording !== null))] };
}

function keyOf(indicator: IndicatorId, kind: Disagreement["kind"], year: Year): string {
  return `${kind} ${year} ${indicator}`;
}
