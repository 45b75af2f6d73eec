import type { TFunction } from "i18next";
import type { CellGap } from "#core/projection/engine/explain-cell.ts";
import type { AssumptionSheet } from "./assumption-sheet.ts";

/** Why a year has no value, in words. */
export function gapText(
  gap: CellGap,
  { rows }: Pick<AssumptionSheet, "rows">,
  studio: TFunction<"studio">,
): string {
  const nameOf = (series: number) => rows.find(({ at }) => at === series)?.name ?? "";
  switch (gap.kind) {
    case "projection":
      return studio(`why.projection.${gap.error.kind}`);
    case "cycle":
      return studio("why.cycle", { list: gap.members.map(nameOf).join(studio("join")) });
    case "needs":
      return studio("why.needs", { name: nameOf(gap.series), year: gap.year });
    default:
      return studio(`why.${gap.kind}`);
  }
}
