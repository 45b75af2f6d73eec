import type { TargetLevel } from "../../indicator/evaluate-target.ts";
import { convertible, isPercent } from "../../indicator/unit.ts";
import type { IndicatorGrowth } from "../../path/indicator-growth.ts";
import type { Concept, QuantityKind } from "../../plan/concept.ts";
import type { PlannedTarget } from "../../plan/plan.ts";
import { compareIntensity } from "./compare-intensity.ts";
import type { Assumption, Block, Comparison, Side } from "./comparison.ts";
import { blocked, differenceOf, growthDifference, type LevelPair, used } from "./difference.ts";
import { changedCaliber, type PlanPromise } from "./promise.ts";

/** What a comparison of two promises depends on beside themselves. */
export interface ComparisonSetting {
  /** Whether both jurisdictions are of one administrative level, so that their amounts can stand beside each other. */
  readonly sameTier: boolean;
  /** Whether the other indicator is the numerator of the draft's share: R&D expenditure beside R&D intensity. */
  readonly numerator: boolean;
  readonly assumed: readonly Assumption[];
}

/** A promise that has a target. */
type Promised = PlanPromise & { readonly target: PlannedTarget };

/** Amounts grow with the place that they are counted in; shares and values per head do not. */
const AMOUNTS: ReadonlySet<QuantityKind> = new Set(["count", "money", "person-years"]);

/**
 * The draft's last target beside that of another plan (domain.md section 6): percentage points for shares, percent for
 * counts and money, required growth a year where the jurisdictions are of different levels or the spans differ in length.
 */
export function comparePromises(
  mine: PlanPromise,
  theirs: PlanPromise,
  setting: ComparisonSetting,
): Comparison {
  if (theirs.growth.kind === "rejected") return blocked({ kind: "rejected", side: "theirs" });
  if (theirs.target === null) return { kind: "none" };
  const other: Promised = { ...theirs, target: theirs.target };
  const caliber = caliberBlock(mine, other, setting);
  if (caliber !== null) return caliber;
  if (mine.growth.kind === "rejected") return blocked({ kind: "rejected", side: "mine" });
  if (mine.target === null) return { kind: "none" };
  return compareTargets({ ...mine, target: mine.target }, other, setting);
}

function compareTargets(mine: Promised, theirs: Promised, setting: ComparisonSetting): Comparison {
  const judged = sideOf(mine, theirs, ({ target }) => target.target.form === "qualitative");
  if (judged !== null) return blocked({ kind: "qualitative", side: judged });
  if (setting.numerator) return compareIntensity(mine, theirs, setting.assumed);
  if (!convertible(mine.indicator.unit, theirs.indicator.unit)) {
    return blocked({ kind: "units", mine: mine.indicator.unit, theirs: theirs.indicator.unit });
  }
  const sums = [mine, theirs].map(isSum);
  if (sums[0] === true && sums[1] === true) return compareSums(mine, theirs, setting);
  if (sums.includes(true)) return blocked({ kind: "sum", side: sums[0] === true ? "mine" : "theirs" });
  const growing = sideOf(mine, theirs, ({ target }) => target.target.form === "averageGrowth");
  const both = mine.target.target.form === theirs.target.target.form;
  if (growing !== null && !both && !assumes(setting, "required-growth")) {
    const based = (growing === "mine" ? theirs : mine).base !== null;
    return blocked({ kind: "form", growth: growing, part: null }, based ? ["required-growth"] : []);
  }
  if (growing !== null) return compareGrowth(mine, theirs, setting);
  return byGrowth(mine, theirs, setting)
    ? compareGrowth(mine, theirs, setting)
    : compareLevels(mine, theirs, setting);
}

function caliberBlock(mine: PlanPromise, theirs: Promised, setting: ComparisonSetting): Comparison | null {
  const block = differingCaliber(mine, theirs, setting);
  if (block === null) return null;
  const alike =
    mine.concept?.quantity === theirs.concept?.quantity &&
    convertible(mine.indicator.unit, theirs.indicator.unit);
  if (!alike || mine.target === null || theirs.target.target.form === "qualitative") return blocked(block);
  if (assumes(setting, "ratio") || assumes(setting, "same-growth")) return null;
  return blocked(block, byGrowth(mine, theirs, setting) ? ["same-growth"] : ["ratio"]);
}

function differingCaliber(mine: PlanPromise, theirs: PlanPromise, setting: ComparisonSetting): Block | null {
  if (setting.numerator) return null;
  const { concept } = mine;
  const other = theirs.concept;
  if (concept !== null && other !== null && concept.id !== other.id) {
    return { kind: "caliber", mine: concept, theirs: other };
  }
  const changed = changedCaliber(mine, theirs);
  return changed === null ? null : { kind: "caliber-changed", reason: changed.reason };
}

/** Whether the growth a year is what can be compared, and not the levels. */
function byGrowth(mine: PlanPromise, theirs: PlanPromise, { sameTier }: ComparisonSetting): boolean {
  if (!isAmount(mine, theirs)) return false;
  return !sameTier || span(mine) !== span(theirs);
}

const span = ({ target, from }: PlanPromise): number => (target === null ? 0 : target.year - from);

function isAmount(mine: PlanPromise, theirs: PlanPromise): boolean {
  const concept = mine.concept ?? theirs.concept;
  return concept === null ? !isPercent(mine.indicator.unit) : AMOUNTS.has(concept.quantity);
}

function compareGrowth(mine: Promised, theirs: Promised, setting: ComparisonSetting): Comparison {
  const own = growthRange(mine.growth);
  const other = growthRange(theirs.growth);
  if (own === null || other === null) return growthBlock(mine.growth, theirs.growth);
  const sameEnd = mine.target.year === theirs.target.year;
  if (sameEnd && mine.from !== theirs.from && !assumes(setting, "even-growth")) {
    return blocked({ kind: "base-year", mine: mine.from, theirs: theirs.from }, ["even-growth"]);
  }
  const apart = sameEnd && mine.from !== theirs.from;
  const mixed = (mine.growth.kind === "stated") !== (theirs.growth.kind === "stated");
  return growthDifference(
    own,
    other,
    used(setting.assumed, [
      ...(apart ? (["even-growth"] as const) : []),
      ...(mixed ? (["required-growth"] as const) : []),
      ...(differingCaliber(mine, theirs, setting) !== null ? (["same-growth", "ratio"] as const) : []),
    ]),
  );
}

function growthRange(growth: IndicatorGrowth): LevelPair | null {
  switch (growth.kind) {
    case "rate":
    case "stated":
      return { low: growth.rate, high: growth.rate };
    case "range":
      return { low: growth.low, high: growth.high };
    case "hold":
      return { low: 0, high: 0 };
    default:
      return null;
  }
}

function growthBlock(mine: IndicatorGrowth, theirs: IndicatorGrowth): Comparison {
  const missing = missingSide(mine.kind === "no-base", theirs.kind === "no-base");
  if (missing !== null) return blocked({ kind: "missing-base", side: missing });
  return blocked({ kind: "not-computable", side: growthRange(mine) === null ? "mine" : "theirs" });
}

function compareLevels(mine: Promised, theirs: Promised, setting: ComparisonSetting): Comparison {
  const own = mine.level;
  const other = theirs.level;
  if (own === null || other === null) return { kind: "none" };
  if (!own.ok || !other.ok) return compareIncreases(mine, theirs, setting);
  const assumed = differingCaliber(mine, theirs, setting) !== null ? used(setting.assumed, ["ratio"]) : [];
  const ratio = assumed.find((each) => each.kind === "ratio")?.percent ?? 100;
  return differenceOf("level", levels(own.value, 1), levels(other.value, ratio / 100), {
    points: inPoints(mine, theirs),
    assumed,
  });
}

const levels = ({ level, stretch }: TargetLevel, times: number): LevelPair => ({
  low: level * times,
  high: (stretch ?? level) * times,
});

/** 新增20家 beside 新增12家 needs no base; an increase beside a level does. */
function compareIncreases(mine: Promised, theirs: Promised, setting: ComparisonSetting): Comparison {
  const [own, other] = [mine.target.target, theirs.target.target];
  if (own.form === "increase" && other.form === "increase") {
    return differenceOf("increase", whole(own.by.value), whole(other.by.value), {
      points: inPoints(mine, theirs),
      assumed: differingCaliber(mine, theirs, setting) !== null ? used(setting.assumed, ["ratio"]) : [],
    });
  }
  const gap = (promise: Promised, kind: "no-base") =>
    promise.level !== null && !promise.level.ok && promise.level.error.kind === kind;
  const missing = missingSide(gap(mine, "no-base"), gap(theirs, "no-base"));
  if (missing !== null) return blocked({ kind: "missing-base", side: missing });
  return blocked({ kind: "not-computable", side: mine.level?.ok === true ? "theirs" : "mine" });
}

/** Sums can be compared as amounts can: between jurisdictions of one level, over spans of one length. */
function compareSums(mine: Promised, theirs: Promised, setting: ComparisonSetting): Comparison {
  const [own, other] = [mine.target.target, theirs.target.target];
  if (own.form !== "cumulative" || other.form !== "cumulative") return compareGrowth(mine, theirs, setting);
  if (byGrowth(mine, theirs, setting)) return blocked({ kind: "sum", side: "theirs" });
  return differenceOf("sum", whole(own.total.value), whole(other.total.value), {
    points: false,
    assumed: [],
  });
}

const whole = (value: number): LevelPair => ({ low: value, high: value });

/** 累计完成110亿元; 年均增长 reckoned by 累计法 is compared as the growth that it is. */
const isSum = ({ target }: Promised): boolean => target.target.form === "cumulative";

function inPoints(mine: PlanPromise, theirs: PlanPromise): boolean {
  const concept: Concept | null = mine.concept ?? theirs.concept;
  return isPercent(mine.indicator.unit) || concept?.quantity === "growth-rate";
}

function sideOf(mine: Promised, theirs: Promised, is: (promise: Promised) => boolean): Side | null {
  if (is(mine)) return "mine";
  return is(theirs) ? "theirs" : null;
}

function missingSide(mine: boolean, theirs: boolean): Side | "both" | null {
  if (mine && theirs) return "both";
  if (mine) return "mine";
  return theirs ? "theirs" : null;
}

const assumes = ({ assumed }: ComparisonSetting, kind: Assumption["kind"]): boolean =>
  assumed.some((each) => each.kind === kind);
