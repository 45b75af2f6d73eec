import type { Assumption } from "../projection/assumption.ts";
import type { Concepts, PlanSeries } from "./plan-model.ts";

/**
 * The formula of a series whose concept is a ratio (rd-intensity = rd-expenditure / gdp × 100), for a scenario that asks for
 * it; `null` where the concept has none or the model lacks the numerator or the denominator. A value for a population is
 * told for as many people as the population is counted in: 件 for 万人.
 */
export function ratioFormula(
  series: readonly PlanSeries[],
  at: number,
  concepts: Concepts,
): Extract<Assumption, { method: "formula" }> | null {
  const id = series[at]?.concept ?? null;
  const concept = id === null ? undefined : concepts.get(id);
  if (concept?.formula === undefined || concept.formula === null) return null;
  const numerator = onlyOne(series, concept.formula.numerator);
  const denominator = onlyOne(series, concept.formula.denominator);
  if (numerator === null || denominator === null) return null;
  const ratio = `[${numerator.id}] / [${denominator.id}]`;
  switch (concept.quantity) {
    case "share":
      return { method: "formula", text: `${ratio} × 100` };
    case "per-capita":
      return { method: "formula", text: `${ratio} × 1${denominator.unit}` };
    case "count":
    case "money":
    case "ratio":
    case "growth-rate":
    case "person-years":
      return { method: "formula", text: ratio };
  }
}

/** The one series of a concept; with two of them a formula could mean either. */
function onlyOne(series: readonly PlanSeries[], concept: string): PlanSeries | null {
  const [only, second] = series.filter((each) => each.concept === concept);
  return only === undefined || second !== undefined ? null : only;
}
