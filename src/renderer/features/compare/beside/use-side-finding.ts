import { useMemo } from "react";
import type { PlanEdits } from "../../../data/use-plan-edits.ts";
import { type Finding, useFinding } from "../../../ui/sheet/use-find.ts";
import { editOf, type SideSheetParts, sideTexts } from "./side-sheet-model.ts";

type FindingParts = Pick<SideSheetParts, "study" | "layout" | "words"> & { readonly edits: PlanEdits };

/** Finding in the comparison, and replacing in the draft's cells of it. */
export function useSideFinding({ study, layout, words, edits }: FindingParts): Finding {
  const { places, rows, active, selection, select } = layout;
  const texts = useMemo(() => sideTexts({ study, layout, words }), [study, layout, words]);
  return useFinding({
    ...{ places, active, selection, select, texts },
    rows: rows.length,
    write: (replaced, then) =>
      edits.edit(
        replaced.flatMap((placed) => editOf({ study, layout }, placed) ?? []),
        "replace",
        then,
      ),
  });
}
