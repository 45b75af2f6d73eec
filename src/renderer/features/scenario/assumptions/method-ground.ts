import type { Plan } from "#core/plan/plan.ts";
import type { MethodGround } from "#core/scenario/first-assumption.ts";
import { targetPath } from "#core/scenario/follow-targets.ts";
import type { Concepts } from "#core/scenario/plan-model.ts";
import { ratioFormula } from "#core/scenario/ratio-formula.ts";
import { type AssumptionRow, type AssumptionSheet, typedGround } from "./assumption-sheet.ts";

/** What choosing a method for a row needs to know of it. */
export function methodGround(
  { plan, concepts }: { readonly plan: Plan; readonly concepts: Concepts },
  sheet: AssumptionSheet,
  row: AssumptionRow,
): MethodGround {
  const { series, at } = row;
  return {
    ...typedGround(sheet, row),
    known: series.known,
    lastYear: sheet.span.last,
    path: series.row === null ? null : targetPath(plan, concepts, series.row, "floor"),
    ratio: named(ratioFormula(sheet.allSeries, at, concepts), sheet),
  };
}

/** The formula with the names that planners know in place of ids, where a name means one series only. */
function named(ratio: MethodGround["ratio"], { rows }: AssumptionSheet): MethodGround["ratio"] {
  if (ratio === null) return null;
  const text = ratio.text.replace(/\[([^\]]+)\]/gu, (id, inner: string) => {
    const name = rows.find((row) => row.id === inner)?.name ?? inner;
    const sameName = rows.filter((row) => row.name === name);
    return sameName.length === 1 && !/[[\]]/u.test(name) ? `[${name}]` : id;
  });
  return { ...ratio, text };
}
