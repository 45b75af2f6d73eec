import type { Concept } from "../../plan/concept.ts";
import type { Year } from "../../plan/ids.ts";

/** The draft, or the plan that stands beside it. */
export type Side = "mine" | "theirs";

/** What a planner knowingly assumes so that two targets can be compared which otherwise cannot; percents are of 100. */
export type Assumption =
  /** So many percent of their value are of the draft's caliber. */
  | { readonly kind: "ratio"; readonly percent: number }
  /** Both calibers grow alike, so that growth may be compared. */
  | { readonly kind: "same-growth" }
  /** By so many percent a year grows what the draft's share is a share of (GDP for the intensity of R&D). */
  | { readonly kind: "denominator-growth"; readonly percent: number }
  /** The growth of years that only one of both spans covers is that of the others. */
  | { readonly kind: "even-growth" }
  /** A level counts as the growth that it asks for from its base. */
  | { readonly kind: "required-growth" };

/** Why two targets cannot be compared (domain.md section 6). */
export type Block =
  /** What is counted differs. */
  | { readonly kind: "caliber"; readonly mine: Concept; readonly theirs: Concept }
  /** The draft goes on with the predecessor's indicator in another caliber; the planner has said why. */
  | { readonly kind: "caliber-changed"; readonly reason: string | null }
  /** Growth to one year is counted from different years. */
  | { readonly kind: "base-year"; readonly mine: Year; readonly theirs: Year }
  /** One promises a growth, the other a level; `part` is what grows where that is the numerator of the draft's share. */
  | { readonly kind: "form"; readonly growth: Side; readonly part: Concept | null }
  /** A sum over years against the value of one year. */
  | { readonly kind: "sum"; readonly side: Side }
  /** Growth is compared, but has nowhere to start from. */
  | { readonly kind: "missing-base"; readonly side: Side | "both" }
  /** What stands in the target's cell cannot be read. */
  | { readonly kind: "rejected"; readonly side: Side }
  | { readonly kind: "units"; readonly mine: string; readonly theirs: string }
  /** A person judges it. */
  | { readonly kind: "qualitative"; readonly side: Side }
  /** A growth from or a percentage of nothing. */
  | { readonly kind: "not-computable"; readonly side: Side };

/** How the draft's target stands to the other one; `across` where floor and stretch lie on different sides of it. */
export type Order = "higher" | "lower" | "same" | "across";

/** By how much the draft is higher, in the concept's own terms; `low` and `high` are equal unless a target has two levels. */
export interface Difference {
  readonly kind: "difference";
  /** What is compared: the levels, the growth a year (年均), the sums over years, or the increases. */
  readonly of: "level" | "growth" | "sum" | "increase";
  /** Percentage points, or percent of their value. */
  readonly in: "points" | "percent";
  readonly low: number;
  readonly high: number;
  readonly order: Order;
  /** What was assumed to come to it; none for a plain comparison. */
  readonly assumed: readonly Assumption[];
}

/** What becomes of two targets side by side. */
export type Comparison =
  /** One or both of the plans promise nothing. */
  | { readonly kind: "none" }
  /** The superior plan promises it, and the draft does not list it. */
  | { readonly kind: "missing" }
  | Difference
  | {
      readonly kind: "blocked";
      readonly block: Block;
      /** Assumptions of these kinds would lift the block. */
      readonly remedies: readonly Assumption["kind"][];
    };
