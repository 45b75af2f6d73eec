import { quantityOf } from "#core/indicator/quantity.ts";
import type { Statement } from "#core/plan/statement.ts";

/** Something wrong in the seeds that a plan file may have and a bundled plan must not; `id` names the entry. */
export interface SeedProblem {
  readonly id: string;
  readonly detail: string;
}

/** The numbers of a statement in base units, in the order value, low, high, floor, stretch; those that it has. */
export function numbersIn(statement: Statement): readonly number[] {
  const { value, low, high, floor, stretch, unit } = statement;
  return [value, low, high, floor, stretch].flatMap((number) =>
    number === null ? [] : [quantityOf(number, unit ?? "", null).value],
  );
}
