import type { PathPoint } from "#core/path/path.ts";
import type { Concept } from "#core/plan/concept.ts";
import type { JurisdictionCode } from "#core/plan/ids.ts";
import type { Jurisdiction, Plan } from "#core/plan/plan.ts";
import { parseUnit } from "#core/indicator/unit.ts";
import { observationAt } from "#core/plan/observation-table.ts";

/** What the plans of one jurisdiction state of one concept over the years. */
export interface BacktestHistory {
  readonly jurisdiction: string;
  readonly concept: string;
  readonly unit: string;
  readonly plans: readonly string[];
  /** In base units, ascending, at least two. */
  readonly points: readonly PathPoint[];
}

/** A year that became known, and what had been known before. */
export interface BacktestCase {
  readonly history: BacktestHistory;
  readonly known: readonly PathPoint[];
  readonly became: PathPoint;
}

/** The histories in the plans: official observations by jurisdiction and concept, where there are two years or more. */
export function backtestHistories(
  plans: readonly Plan[],
  concepts: readonly Concept[],
  jurisdictions: readonly Jurisdiction[],
): readonly BacktestHistory[] {
  const nameOf = (code: JurisdictionCode) => jurisdictions.find((each) => each.code === code)?.name ?? code;
  const found = new Map<
    string,
    {
      code: JurisdictionCode;
      concept: Concept;
      unit: string;
      plans: Set<string>;
      points: Map<number, number>;
    }
  >();
  for (const plan of plans) {
    plan.indicators.forEach((indicator, row) => {
      const concept = concepts.find(({ id }) => id === indicator.concept);
      if (concept === undefined || parseUnit(indicator.unit).dimension !== parseUnit(concept.unit).dimension)
        return;
      const key = `${plan.jurisdiction} ${concept.id}`;
      const history = found.get(key) ?? {
        code: plan.jurisdiction,
        concept,
        unit: indicator.unit,
        plans: new Set(),
        points: new Map(),
      };
      for (const year of plan.observations.years) {
        const value = observationAt(plan.observations, row, year)?.value;
        if (value === undefined) continue;
        history.points.set(year, value);
        history.plans.add(plan.id);
      }
      found.set(key, history);
    });
  }
  return [...found.values()].flatMap(({ code, concept, unit, plans: from, points }) => {
    const ordered = [...points].map(([year, value]) => ({ year, value })).sort((a, b) => a.year - b.year);
    const history = {
      jurisdiction: nameOf(code),
      concept: concept.zh,
      unit,
      plans: [...from],
      points: ordered,
    };
    return ordered.length < 2 ? [] : [history];
  });
}

/** Every later year of a history from every earlier one: what was known then, and what became of it. */
export function casesOf(history: BacktestHistory): readonly BacktestCase[] {
  return history.points.flatMap((_, at) =>
    history.points
      .slice(at + 1)
      .map((became) => ({ history, known: history.points.slice(0, at + 1), became })),
  );
}
