import type { ConceptCell, ConceptRow, ObservedCell, PlannedCell } from "#core/compare/concept-row.ts";
import { formatAmount } from "#core/indicator/quantity.ts";
import type { IndicatorGrowth } from "#core/path/indicator-growth.ts";
import { assertNever } from "#core/assert-never.ts";
import { growthPercent, growthPoints } from "../../ui/growth-figures.ts";
import { levelText, type Words } from "./comparison-view.ts";

/** One line of a cell: what it says and, in a few small words, what that is. */
export interface PrintedPart {
  readonly kind: "observed" | "milestone" | "target";
  readonly text: string;
  readonly aside: string;
  /** Not printed in a document but reckoned or the planner's own: italic. */
  readonly soft: boolean;
}

/** What a cell prints, from top to bottom. */
export function printCell(cell: ConceptCell, row: ConceptRow, t: Words): readonly PrintedPart[] {
  const { observed, planned } = cell;
  return [
    ...(observed === null ? [] : [printObserved(observed, cell.base, row, t)]),
    ...(planned === null ? [] : [printPlanned(planned, t)]),
  ];
}

function printObserved(observed: ObservedCell, base: boolean, row: ConceptRow, t: Words): PrintedPart {
  const amount = formatAmount(observed.quantity);
  const words = [
    observed.span === null ? "" : t(`table.span.${observed.span.as}`, { ...observed.span }),
    base ? t("table.base") : "",
    observed.basis === "stated" ? "" : t(`table.basis.${observed.basis}`),
  ];
  return {
    kind: "observed",
    text: row.converts ? amount : `${amount} ${row.unit}`,
    aside: joined(words, t),
    soft: observed.basis === "estimated" || observed.basis === "provisional",
  };
}

function printPlanned(planned: PlannedCell, t: Words): PrintedPart {
  const role = planned.final ? t("table.final") : t("table.milestone");
  const words = [
    role,
    planned.span === null ? "" : t(`table.span.${planned.span.as}`, { ...planned.span }),
    planned.computed ? t("table.computed", { value: levelText(planned, t) }) : "",
  ];
  return {
    kind: planned.final ? "target" : "milestone",
    text: planned.wording,
    aside: joined(words, t),
    soft: planned.statement === null,
  };
}

function joined(words: readonly string[], t: Words): string {
  return words
    .filter((word) => word !== "")
    .reduce((first, second) => (first === "" ? second : t("table.twoParts", { first, second })), "");
}

/** Required growth a year in the concept's own terms: percentage points for shares, else percent. */
export function printGrowth(growth: IndicatorGrowth, t: Words): string {
  switch (growth.kind) {
    case "rate":
      return growth.points === null
        ? t("growth.percent", { value: growthPercent(growth.rate) })
        : t("growth.points", { value: growthPoints(growth.points) });
    case "range":
      return growth.points === null
        ? t("growth.percentRange", { low: growthPercent(growth.low), high: growthPercent(growth.high) })
        : t("growth.pointsRange", {
            low: growthPoints(growth.points.low),
            high: growthPoints(growth.points.high),
          });
    case "stated":
      return t("growth.stated", { value: growthPercent(growth.rate) });
    case "hold":
      return t("growth.hold");
    case "judged":
      return t("growth.judged");
    case "no-base":
      return t("growth.noBase");
    case "no-target":
      return t("growth.noTarget");
    case "rejected":
      return t("growth.rejected");
    case "not-computable":
      return t("growth.notComputable");
    default:
      return assertNever(growth);
  }
}

/** Whether a growth is a number, and not the reason why there is none. */
export function isNumber({ kind }: IndicatorGrowth): boolean {
  return kind === "rate" || kind === "range" || kind === "stated";
}
