import type { YearValue } from "../indicator/evaluate-target.ts";
import { isPercent } from "../indicator/unit.ts";
import type { Concept, Direction } from "../plan/concept.ts";
import { year } from "../plan/ids.ts";
import type { Plan, PlannedTarget } from "../plan/plan.ts";
import type { Concepts, PlanSeries } from "./plan-model.ts";
import { type Rounding, roundingOf } from "./round-projection.ts";
import type { ScenarioStudy } from "./scenario-study.ts";
import { type KnownValue, type LevelledTargets, whatIfGround } from "./what-if.ts";

/**
 * All that is known of a series of a plan's model before anything is supposed: an indicator, or a driver without targets. Its target
 * and milestones are those ahead of the start.
 */
export interface SeriesTopic extends LevelledTargets {
  readonly id: string;
  /** Place in the model. */
  readonly at: number;
  readonly name: string;
  readonly unit: string;
  readonly share: boolean;
  readonly rounding: Rounding;
  readonly direction: Direction;
  readonly history: readonly KnownValue[];
  /** The value that projections start from; `provisional` where it only stands in for an observation (暂用). */
  readonly start: (KnownValue & { readonly provisional: boolean }) | null;
  readonly base: YearValue | null;
  /** The targets with a level, also those of years whose value is known by now, and all that are printed. */
  readonly promised: LevelledTargets;
  readonly targets: readonly PlannedTarget[];
}

/** The topic of a series of a plan's model. */
export function seriesTopic(
  plan: Plan,
  concepts: Concepts,
  study: Pick<ScenarioStudy, "series" | "nameOf">,
  at: number,
): SeriesTopic {
  const series = study.series[at];
  if (series === undefined) throw new RangeError(`No series ${at}`);
  const concept = series.concept === null ? null : (concepts.get(series.concept) ?? null);
  return series.row === null
    ? driverTopic(series, at, study.nameOf(at), concept)
    : indicatorTopic(plan, series.row, at, concept);
}

function indicatorTopic(plan: Plan, row: number, at: number, concept: Concept | null): SeriesTopic {
  const ground = whatIfGround(plan, row, concept);
  if (ground === null) throw new RangeError(`No row ${row}`);
  const { indicator, share, history, start, base, target, milestones, promised } = ground;
  return {
    id: indicator.id,
    at,
    name: indicator.name,
    unit: indicator.unit,
    share,
    rounding: roundingOf(indicator, concept),
    direction: concept?.direction ?? "higher",
    history,
    start,
    base,
    target,
    milestones,
    promised,
    targets: indicator.targets,
  };
}

function driverTopic(
  { id, unit, known }: PlanSeries,
  at: number,
  name: string,
  concept: Concept | null,
): SeriesTopic {
  const history = known.map((point) => ({ year: year(point.year), value: point.value, decimals: null }));
  const last = history.at(-1);
  return {
    ...{ id, at, name, unit },
    share: concept === null ? isPercent(unit) : concept.quantity === "share",
    rounding: "none",
    direction: concept?.direction ?? "higher",
    history,
    start: last === undefined ? null : { ...last, provisional: false },
    base: last ?? null,
    ...{ target: null, milestones: [], promised: { target: null, milestones: [] } },
    targets: [],
  };
}
