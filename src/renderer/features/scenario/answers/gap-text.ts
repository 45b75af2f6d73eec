import type { CellGap } from "#core/projection/engine/explain-cell.ts";
import type { Words } from "../charts/scenario-chart.ts";

/** Why a value is missing, as part of a sentence. */
export function gapText(
  gap: CellGap | null,
  { nameOf, t }: { readonly nameOf: (series: number) => string; readonly t: Words },
): string {
  if (gap === null) return t("gap.other");
  switch (gap.kind) {
    case "outside-years":
    case "looks-back-too-far":
      return t("gap.outsideYears");
    case "not-observed":
      return t("gap.notObserved");
    case "projection":
      return t(`gap.projection.${gap.error.kind}`);
    case "formula":
      return t("gap.formula", { text: gap.text });
    case "cycle":
      return t("gap.cycle", { names: gap.members.map(nameOf).join(t("supposed.join")) });
    case "needs":
      return t("gap.needs", { name: nameOf(gap.series), year: gap.year });
    case "not-typed":
      return t("gap.notTyped");
    case "value":
    case "too-large":
      return t("gap.other");
  }
}
