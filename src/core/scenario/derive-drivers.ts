import { formatQuantity } from "../indicator/quantity.ts";
import { parseUnit } from "../indicator/unit.ts";
import type { Concept } from "../plan/concept.ts";
import type { StatementId, Year } from "../plan/ids.ts";
import { type Observation, observationAt } from "../plan/observation-table.ts";
import type { Indicator, Plan } from "../plan/plan.ts";
import type { Driver, DriverValue } from "./driver.ts";
import type { Concepts } from "./plan-model.ts";

/** A value of a row with what backs it. */
interface Figure {
  readonly indicator: Indicator;
  readonly observation: Observation;
  readonly statement: StatementId | null;
}

/**
 * The series that a plan does not list and that follow from its own figures: what a ratio is measured by, for each year of which the plan
 * has the ratio and its numerator (R&D expenditure ÷ R&D intensity = GDP). Every value names both statements. Nothing follows where two rows
 * could be meant, or where the plan lists the series itself.
 */
export function deriveDrivers(plan: Plan, concepts: Concepts): readonly Driver[] {
  const found = new Map<string, Driver>();
  plan.indicators.forEach((indicator, row) => {
    const concept = indicator.concept === null ? undefined : concepts.get(indicator.concept);
    const driver = concept === undefined ? null : measureOf(plan, row, concept, concepts);
    // Of two ratios of one measure the first that says anything counts: they would differ by rounding.
    if (driver !== null && !found.has(driver.id)) found.set(driver.id, driver);
  });
  return [...found.values()];
}

/** What the ratio in a row is measured by, `null` where that does not follow. */
function measureOf(plan: Plan, row: number, ratio: Concept, concepts: Concepts): Driver | null {
  const { formula } = ratio;
  const rowsOf = (id: string) => plan.indicators.flatMap(({ concept }, at) => (concept === id ? [at] : []));
  if (formula === null || rowsOf(ratio.id).length !== 1) return null;
  const [top, second] = rowsOf(formula.numerator);
  const measure = concepts.get(formula.denominator);
  if (top === undefined || second !== undefined || measure === undefined) return null;
  if (rowsOf(measure.id).length > 0) return null;
  const times = ratio.quantity === "share" ? 100 : parseUnit(measure.unit).factor;
  const known = plan.observations.years.flatMap((year): DriverValue[] => {
    const [above, share] = [figureAt(plan, top, year), figureAt(plan, row, year)];
    if (above === null || share === null || !(share.observation.value > 0)) return [];
    const value = (above.observation.value / share.observation.value) * times;
    return value > 0 ? [{ year, value, derivation: derivationOf(above, share) }] : [];
  });
  if (known.length === 0) return null;
  return { id: measure.id, name: measure.zh, unit: measure.unit, concept: measure.id, known, note: null };
}

function figureAt(plan: Plan, row: number, year: Year): Figure | null {
  const indicator = plan.indicators[row];
  const observation = observationAt(plan.observations, row, year);
  if (indicator === undefined || observation === null) return null;
  const statement = indicator.sources.find((source) => source.year === year)?.statement ?? null;
  return { indicator, observation, statement };
}

/** “2.3 亿元 ÷ 1.5 %”, resting on both statements. */
function derivationOf(above: Figure, share: Figure): NonNullable<DriverValue["derivation"]> {
  const printed = ({ indicator, observation }: Figure) =>
    formatQuantity({ ...observation, unit: indicator.unit });
  return {
    formula: `${printed(above)} ÷ ${printed(share)}`,
    from: [above, share].flatMap(({ statement }) => statement ?? []),
  };
}
