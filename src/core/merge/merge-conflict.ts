import type { CellContent } from "../command/command.ts";
import type { ConceptId, IndicatorId, PlanId } from "../plan/ids.ts";
import type { SectionId } from "../narrative/narrative.ts";
import type { Base, CarriedFrom, Field, Plan, Remark } from "../plan/plan.ts";

/** Which of the two states of a plan something is taken from. */
export type Side = "ours" | "theirs";

/** What one side has and what the other. */
interface Sides<T> {
  readonly ours: T;
  readonly theirs: T;
}

/** A part of a plan that is neither a row nor a cell of one. */
export type Fact = Exclude<keyof Plan, "id" | "indicators" | "observations">;

/** Something that both sides changed since their common state, and not into the same. */
export type MergeConflict =
  | ({ readonly kind: "cell"; readonly indicator: IndicatorId; readonly field: Field } & Sides<CellContent>)
  /** One side changed the unit and the other side numbers that are measured in it: they go together. */
  | { readonly kind: "measure"; readonly indicator: IndicatorId }
  /** One side took the row out and the other changed it. */
  | { readonly kind: "row"; readonly indicator: IndicatorId; readonly goneIn: Side }
  | ({
      readonly kind: "remark";
      readonly indicator: IndicatorId;
      readonly field: Field;
    } & Sides<Remark | null>)
  | ({
      readonly kind: "match";
      readonly indicator: IndicatorId;
      readonly plan: PlanId;
    } & Sides<IndicatorId | null>)
  | ({ readonly kind: "concept"; readonly indicator: IndicatorId } & Sides<ConceptId | null>)
  | ({ readonly kind: "base"; readonly indicator: IndicatorId } & Sides<Base | null>)
  | ({ readonly kind: "carriedFrom"; readonly indicator: IndicatorId } & Sides<CarriedFrom | null>)
  /** Both sides moved rows, into different orders. */
  | { readonly kind: "order" }
  /** Both sides wrote in a section of the text. */
  | { readonly kind: "section"; readonly section: SectionId }
  | { readonly kind: "fact"; readonly fact: Fact };

/** A text that is the same for two conflicts of one plan exactly when they are about the same part of it. */
export function conflictKey(conflict: MergeConflict): string {
  const { kind } = conflict;
  const parts = [
    kind,
    "indicator" in conflict ? conflict.indicator : "",
    "field" in conflict
      ? `${conflict.field.kind} ${"year" in conflict.field ? conflict.field.year : ""}`
      : "",
    "plan" in conflict ? conflict.plan : "",
    "fact" in conflict ? conflict.fact : "",
    "section" in conflict ? conflict.section : "",
  ];
  return parts.join("\n");
}

/** Says for a conflict which side is to stand. */
export type ChooseSide = (conflict: MergeConflict) => Side;
