import { cumulativeGrowth } from "../path/cumulative-growth.ts";
import type { Direction } from "../plan/concept.ts";
import type { Plan } from "../plan/plan.ts";
import type { Assumption, OwnAssumption } from "../projection/assumption.ts";
import { projectSeries } from "../projection/projection-registry.ts";
import type { Concepts } from "./plan-model.ts";
import { sameContent } from "./same-content.ts";
import type { Scenario, ScenarioId, SeriesOverride } from "./scenario.ts";
import { aimOf, pathToTarget } from "./target-path.ts";
import { type Aim, knownPoints, type WhatIfGround, whatIfGround } from "./what-if.ts";

/** Id, name and note of a scenario that is about to be made. */
export type ScenarioIdentity = Pick<Scenario, "id" | "name" | "note">;

/** Identities of the scenarios that a draft starts with: 保底, 基准, 力争. */
export interface ScenarioIdentities {
  readonly floor: ScenarioIdentity;
  readonly baseline: ScenarioIdentity;
  readonly stretch: ScenarioIdentity;
}

/** Observations from which a history is read; two may be one year's chance. */
const HISTORY_NEEDS = 3;
/** Significant digits of a proposed rate or step, so that a planner can read it and type it. */
const DIGITS = 4;
/** Growth of more a year, in percent, is no growth that one would write down. */
const MOST_GROWTH = 1000;

/**
 * The three scenarios of a new draft: 基准 goes on as history went, or towards the target where there is too little of it;
 * 保底 and 力争 go to the level and to the stretch level of the last target, through the milestones before it, or on the path
 * that adds up to a promised sum. 力争 stays with 基准 where history alone leads further than the target.
 */
export function proposeScenarios(
  plan: Plan,
  concepts: Concepts,
  { floor, baseline, stretch }: ScenarioIdentities,
): readonly Scenario[] {
  const proposals = plan.indicators.map((indicator, row) => {
    const concept = indicator.concept === null ? null : (concepts.get(indicator.concept) ?? null);
    const ground = whatIfGround(plan, row, concept);
    if (ground === null) throw new RangeError(`No row ${row}`);
    return { series: indicator.id, ...propose(ground, concept?.direction ?? "higher") };
  });
  const overrides = (of: (proposal: Proposal) => Assumption | null) =>
    new Map(
      proposals.flatMap((each): [string, SeriesOverride][] => {
        const assumption = of(each);
        return assumption === null ? [] : [[each.series, { assumption }]];
      }),
    );
  const below = (
    parent: ScenarioId,
    identity: ScenarioIdentity,
    of: (proposal: Proposal) => Assumption | null,
  ) => ({
    ...identity,
    parent,
    overrides: overrides((each) => (sameContent(of(each), each.baseline) ? null : of(each))),
  });
  return [
    below(baseline.id, floor, (each) => each.floor),
    { ...baseline, parent: null, overrides: overrides((each) => each.baseline) },
    below(baseline.id, stretch, (each) => each.stretch),
  ];
}

/** What is proposed of one indicator; `null` leaves it to the parent. */
interface Proposal {
  readonly baseline: OwnAssumption | null;
  readonly floor: OwnAssumption | null;
  readonly stretch: OwnAssumption | null;
}

function propose(ground: WhatIfGround, direction: Direction): Proposal {
  const floor = promisedPath(ground, "floor", direction);
  const stretch = promisedPath(ground, "stretch", direction);
  const baseline = asBefore(ground, HISTORY_NEEDS) ?? floor ?? asBefore(ground, 2);
  const further = baseline !== null && leadsFurther(ground, baseline, direction);
  return { baseline, floor, stretch: further ? null : stretch };
}

/** What leads to the last target of an indicator: the path to its level, or the growth that adds up to its sum; `null` where nothing does. */
export function promisedPath(ground: WhatIfGround, aim: Aim, direction: Direction): OwnAssumption | null {
  return pathToTarget(ground, aim, direction) ?? towardsSum(ground);
}

/** The mean change of the observed years goes on: a rate, or a step for shares and where there is no rate. */
function asBefore({ history, share, historicalGrowth }: WhatIfGround, needs: number): OwnAssumption | null {
  const [first, last] = [history[0], history.at(-1)];
  if (history.length < needs || first === undefined || last === undefined) return null;
  const rate = historicalGrowth === null ? null : readable(historicalGrowth * 100);
  if (!share && rate !== null && rate <= MOST_GROWTH) return { method: "growth", rate, byYear: [] };
  const delta = readable((last.value - first.value) / (last.year - first.year));
  return { method: "step", delta, byYear: [] };
}

/** Growth after which the years since the base add up to the promised sum, what is known of them included. */
function towardsSum({ indicator, base, start, history }: WhatIfGround): OwnAssumption | null {
  const planned = indicator.targets.at(-1);
  if (planned?.target.form !== "cumulative" || base === null || start === null) return null;
  const since = history.filter(({ year }) => year > base.year);
  // A year that nobody knows may hold any part of the sum.
  if (since.length !== start.year - base.year) return null;
  const left = since.reduce((rest, { value }) => rest - value, planned.target.total.value);
  const growth = cumulativeGrowth(start.value, left, planned.year - start.year);
  if (!growth.ok || growth.value * 100 > MOST_GROWTH) return null;
  // Not rounded: the sum is promised to the digit.
  return { method: "growth", rate: growth.value * 100, byYear: [] };
}

/** Whether an assumption leads beyond the stretch level in the year of the target. */
function leadsFurther(ground: WhatIfGround, assumption: OwnAssumption, direction: Direction): boolean {
  const { target } = ground;
  if (target === null || direction === "neither") return false;
  const path = projectSeries({ known: knownPoints(ground), until: target.planned.year }, assumption);
  const end = path.ok ? (path.value.at(-1) ?? Number.NaN) : Number.NaN;
  const level = aimOf(target, "stretch", direction);
  return direction === "lower" ? end < level : end > level;
}

function readable(number: number): number {
  return Number(number.toPrecision(DIGITS));
}
