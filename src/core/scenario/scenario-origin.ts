import type { Assumption } from "../projection/assumption.ts";
import type { ModelSeries } from "../projection/engine/projection-model.ts";
import { resolveSeries } from "./resolve-scenarios.ts";
import type { PlanPart, ScenarioId } from "./scenario.ts";
import { lineage, type ScenarioTree } from "./scenario-tree.ts";

/** Who decided a part: nobody (the default holds), the scenario itself, or one that it inherits from. */
export type PartOrigin =
  | { readonly kind: "default" | "set-here" }
  | { readonly kind: "inherited"; readonly from: ScenarioId };

/**
 * Where the value of a year comes from: an observation; a year before the last observation for which there is none; a
 * number of its own that the assumption has for this year; or the method. What was projected names who decided its parts;
 * `shocks` and `clamp` are `null` where none works on this year.
 */
export type YearOrigin =
  | { readonly kind: "observed" | "not-observed" }
  | {
      readonly kind: "typed" | "computed";
      readonly assumption: PartOrigin;
      readonly shocks: PartOrigin | null;
      readonly clamp: PartOrigin | null;
    };

/** Who decided a part of a series in a scenario: the nearest one in its lineage that sets it. */
export function partOrigin(tree: ScenarioTree, id: ScenarioId, series: string, part: PlanPart): PartOrigin {
  const setter = lineage(tree, id).find(({ overrides }) => part in (overrides.get(series) ?? {}));
  if (setter === undefined) return { kind: "default" };
  return setter.id === id ? { kind: "set-here" } : { kind: "inherited", from: setter.id };
}

/** Where the value of a series in a scenario and year comes from. */
export function yearOrigin(
  tree: ScenarioTree,
  id: ScenarioId,
  series: ModelSeries,
  year: number,
): YearOrigin {
  if (series.known.some((known) => known.year === year)) return { kind: "observed" };
  const last = series.known.at(-1)?.year;
  if (last !== undefined && year < last) return { kind: "not-observed" };
  const column = tree.scenarios.findIndex((each) => each.id === id);
  const plan = resolveSeries(tree, series.id)[column];
  if (plan === undefined) throw new RangeError(`No scenario ${id}`);
  const origin = (part: PlanPart) => partOrigin(tree, id, series.id, part);
  return {
    kind: hasOwnNumber(plan.assumption, year) ? "typed" : "computed",
    assumption: origin("assumption"),
    shocks: plan.shocks.some(({ from, to }) => year >= from && year <= to) ? origin("shocks") : null,
    clamp: plan.clamp && series.range !== null ? origin("clamp") : null,
  };
}

/** Whether an assumption has a number for this very year: typed, held, or a growth or step of its own. */
function hasOwnNumber(assumption: Assumption, year: number): boolean {
  const isIt = (number: { readonly year: number }) => number.year === year;
  switch (assumption.method) {
    case "growth":
    case "step":
      return assumption.byYear.some(isIt);
    case "toTarget":
      return assumption.held.some(isIt) || assumption.year === year;
    case "series":
      return assumption.values.some(isIt);
    case "hold":
    case "trend":
    case "logistic":
    case "formula":
      return false;
  }
}
