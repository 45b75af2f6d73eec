import { checkAssumption } from "../projection-registry.ts";
import type { CompiledSeries } from "./compiled-model.ts";
import type { SeriesPlan } from "./projection-model.ts";

/**
 * Puts other plans into a compiled series as it is, where all of them can be computed without other series and share
 * columns as before; `false` where the series must be compiled anew. Nothing new is kept in memory, so
 * that dragging a number leaves no rubbish behind.
 */
export function replan({ groups, ground }: CompiledSeries, plans: readonly SeriesPlan[]): boolean {
  for (const group of groups) {
    const { columns, procedure } = group;
    const plan = plans[columns[0] ?? 0];
    if (plan === undefined || procedure.kind !== "own" || plan.assumption.method === "formula") return false;
    if (columns.length > 1 && columns.some((column) => plans[column] !== plan)) return false;
    if (checkAssumption(ground, plan.assumption) !== null) return false;
    group.plan = plan;
    procedure.assumption = plan.assumption;
  }
  return true;
}
