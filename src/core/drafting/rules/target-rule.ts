import type { IndicatorIndex } from "../../compare/beside/align-indicators.ts";
import type { PlanPromise } from "../../compare/beside/promise.ts";
import type { Target } from "../../indicator/target.ts";
import type { YearlyStep } from "../../path/yearly-step.ts";
import type { BaseValue } from "../../plan/base-value.ts";
import type { Concept } from "../../plan/concept.ts";
import type { ConceptId, Year } from "../../plan/ids.ts";
import type { ObservedRow } from "../../plan/observation-table.ts";
import type { Indicator } from "../../plan/plan.ts";
import type { Result } from "../../result.ts";

/** Name of a rule: 前期增速, 上位增速, 同级中位数, 历史趋势, 留空. */
export type TargetRuleId =
  | "same-growth"
  | "superior-growth"
  | "peer-median"
  | "observed-trend"
  | "leave-open";

/** For which row of a draft a target is to be proposed, and all that a rule may look at. */
export interface TargetQuestion {
  readonly indicator: Indicator;
  readonly concept: Concept | null;
  readonly base: BaseValue | null;
  readonly observed: ObservedRow;
  /** By when the target is to hold. */
  readonly year: Year;
  /** What the predecessor promised of the indicator that this one goes on with; `null` for one that is new. */
  readonly predecessor: PlanPromise | null;
  readonly superior: IndicatorIndex | null;
  readonly peers: readonly IndicatorIndex[];
  readonly concepts: ReadonlyMap<ConceptId, Concept>;
}

/** What a rule has found, before it is put into words. */
export type Found =
  /** A growth a year from the row's own base; `of` plans say so, and `stated` is the promise that names the growth itself. */
  | {
      readonly kind: "growth";
      readonly step: YearlyStep;
      readonly of: number;
      readonly stated: Target | null;
    }
  /** A level in base units, carried on from `of` observations. */
  | { readonly kind: "trend"; readonly level: number; readonly of: number }
  /** A promise that stays what it was, as 全覆盖 does. */
  | { readonly kind: "promise"; readonly target: Target };

/** Why a rule proposes nothing. */
export type RuleGap =
  | {
      readonly kind: /** The planner wants no proposal. */
        | "left-open"
        /** The indicator is new, the predecessor knows nothing of it. */
        | "not-carried"
        /** There is no superior plan, or no peer has been chosen. */
        | "no-plan"
        /** The other plan has no such concept. */
        | "no-concept"
        /** It has it, and promises nothing. */
        | "no-target"
        /** What is counted differs, or will from now on. */
        | "caliber"
        /** A promise in words. */
        | "judged"
        /** A sum over years has no growth. */
        | "no-level"
        /** The other plan's growth cannot be reckoned, as its base is not known. */
        | "their-base"
        /** The draft's row has nothing to grow from. */
        | "no-base"
        /** The base is not before the target. */
        | "no-years"
        /** Zero does not grow. */
        | "not-positive"
        /** The number has more digits than can be written exactly. */
        | "too-large";
    }
  | { readonly kind: "few-observations"; readonly count: number };

/** A rule by which targets are proposed. */
export interface TargetRule {
  readonly id: TargetRuleId;
  /** What the rule asks of the indicator, or why it asks nothing; never a number that is none. */
  readonly find: (question: TargetQuestion) => Result<Found, RuleGap>;
}
