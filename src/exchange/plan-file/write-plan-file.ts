import { formatTarget } from "#core/indicator/format-target.ts";
import { printedValue, type Quantity } from "#core/indicator/quantity.ts";
import { observationAt } from "#core/plan/observation-table.ts";
import type { Indicator, Plan } from "#core/plan/plan.ts";
import { driverRecord, scenarioRecord } from "#core/scenario/scenario-record.ts";
import { writeNarrative } from "./narrative-schema.ts";
import type { IndicatorData, PlanFileData } from "./schema.ts";

/** A plan as plan file data, ready for JSON (docs/plan-file.md); the origin is not part of the file. */
export function writePlanFile(plan: Plan): PlanFileData {
  return {
    format: "wunian-plan",
    version: 1,
    id: plan.id,
    title: plan.title,
    jurisdiction: plan.jurisdiction,
    period: plan.period,
    status: plan.status,
    predecessor: plan.predecessor,
    superior: plan.superior,
    documents: plan.documents.map((document) => ({ ...document })),
    outline: plan.outline.map((entry) => ({ ...entry })),
    indicators: plan.indicators.map((indicator, row) => writeIndicator(plan, indicator, row)),
    ...(plan.dropped.length === 0 ? {} : { dropped: plan.dropped.map((entry) => ({ ...entry })) }),
    statements: plan.statements.map((statement) => ({
      ...statement,
      derivation:
        statement.derivation === null
          ? null
          : { formula: statement.derivation.formula, from: [...statement.derivation.from] },
    })),
    disagreements: plan.disagreements.map((entry) => ({ ...entry, others: [...entry.others] })),
    tasks: plan.tasks.map((task) => ({ ...task, bodies: [...task.bodies] })),
    clauses: plan.clauses.map((clause) => ({ ...clause, bodies: [...clause.bodies] })),
    ...writeScenarios(plan),
    ...(plan.narrative.length === 0 ? {} : { narrative: writeNarrative(plan.narrative) }),
  };
}

function writeScenarios({ scenarios, drivers }: Plan): Pick<PlanFileData, "scenarios" | "drivers"> {
  return {
    ...(scenarios.length === 0 ? {} : { scenarios: scenarios.map(scenarioRecord) }),
    ...(drivers.length === 0 ? {} : { drivers: drivers.map(driverRecord) }),
  };
}

function writeIndicator(plan: Plan, indicator: Indicator, row: number): IndicatorData {
  return {
    id: indicator.id,
    concept: indicator.concept,
    name: indicator.name,
    unit: indicator.unit,
    attribute: indicator.attribute,
    department: indicator.department,
    category: indicator.category,
    base: indicator.base === null ? null : writeBase(indicator.base),
    observations: writeObservations(plan, indicator, row),
    targets: indicator.targets.map(({ year, target, statement }) => ({
      year,
      text: formatTarget(target),
      statement,
    })),
    rejected: indicator.rejected.map(({ field, text }) => ({ field, text })),
    ...writePlannersWords(indicator),
  };
}

/** What only a planner's own plan has; a published one's file does not speak of it. */
function writePlannersWords({
  remarks,
  matches,
  carriedFrom,
}: Indicator): Pick<IndicatorData, "remarks" | "matches" | "carriedFrom"> {
  return {
    ...(remarks.length === 0 ? {} : { remarks: remarks.map((remark) => ({ ...remark })) }),
    ...(matches.length === 0 ? {} : { matches: matches.map((match) => ({ ...match })) }),
    ...(carriedFrom === null ? {} : { carriedFrom: { ...carriedFrom } }),
  };
}

function writeBase(base: NonNullable<Indicator["base"]>): IndicatorData["base"] {
  const { year, provisional, provisionalFrom } = base;
  return { year, provisional: provisional === null ? null : writeQuantity(provisional), provisionalFrom };
}

function writeQuantity(quantity: Quantity): { value: number; unit: string; decimals: number | null } {
  return { value: printedValue(quantity), unit: quantity.unit, decimals: quantity.decimals };
}

function writeObservations(plan: Plan, indicator: Indicator, row: number): IndicatorData["observations"] {
  return plan.observations.years.flatMap((year) => {
    const observation = observationAt(plan.observations, row, year);
    if (observation === null) return [];
    const { value, decimals, basis } = observation;
    const statement = indicator.sources.find((source) => source.year === year)?.statement ?? null;
    return [{ year, ...writeQuantity({ value, unit: indicator.unit, decimals }), basis, statement }];
  });
}
