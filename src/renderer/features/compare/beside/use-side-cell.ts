import { useLayoutEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { SidePair, SideRow } from "#core/compare/beside/side-by-side.ts";
import type { TakeOver } from "#core/compare/beside/take-over.ts";
import { indicatorId } from "#core/plan/ids.ts";
import type { GridCell } from "../../../ui/sheet/cell-anchor.ts";
import type { CellInputHost } from "../../../ui/sheet/cell-input.tsx";
import { SheetController } from "../../../ui/sheet/sheet-controller.ts";
import { markName, type PrintedSide, printSide, type SideWords } from "./printed-side.ts";
import { OWN, type SideColumn, sideColumnId } from "./side-columns.ts";
import { cellText, refusal, sideSheetModel, type SideSheetParts } from "./side-sheet-model.ts";
import { planTakeOver } from "./take-over-command.ts";

/** The active cell as its input and the panel see it, and the sheet that it belongs to. */
export interface SideCell {
  readonly controller: SheetController;
  /** The other plan's indicator that the cell is about; `null` in the draft's columns and where it has none. */
  readonly pair: SidePair | null;
  readonly label: string;
  /** Why what was just done had no effect. */
  readonly refused: string | null;
  readonly host: CellInputHost;
  readonly takeOver: (what: TakeOver) => void;
}

/** What keys, typing and the pointer do to the comparison. */
export function useSideCell(given: Omit<SideSheetParts, "say">): SideCell {
  const { t } = useTranslation("beside");
  const { study, layout, edits, words } = given;
  const { row, column, active, activate } = layout;
  const [said, setSaid] = useState<{ readonly cell: GridCell | null; readonly text: string } | null>(null);
  const say = (text: string | null) => setSaid(text === null ? null : { cell: active, text });
  const parts: SideSheetParts = { ...given, say };
  const controller = useController(parts);
  const { draft } = study.table;
  const pair =
    row === null || column === null || column.side === OWN ? null : (row.pairs[column.side] ?? null);
  const printed = row === null || column === null ? null : printSide(row, column, words);
  const takeOver = (what: TakeOver) => {
    say(null);
    if (row === null || pair === null) {
      say(t("takeOver.nothing"));
      return;
    }
    const plan = planTakeOver(what, draft, row, pair);
    if (!plan.ok) {
      say(t(`takeOver.gap.${plan.error.kind}`));
      return;
    }
    const fresh = indicatorId(`${draft.id}/${crypto.randomUUID()}`);
    edits.run(plan.value.command(fresh));
    if (plan.value.adds !== null)
      activate({ row: fresh, column: sideColumnId({ kind: "target", side: OWN }) });
  };
  return {
    controller,
    pair,
    label: cellLabel(row, column, printed, words),
    refused: said !== null && said.cell === active ? said.text : null,
    host: hostOf(parts, controller),
    takeOver,
  };
}

/** One controller for the life of the view, which reads the table as it was drawn last. */
function useController(parts: SideSheetParts): SheetController {
  const [controller] = useState(() => new SheetController(() => sideSheetModel(parts)));
  useLayoutEffect(() => controller.serve(() => sideSheetModel(parts)));
  return controller;
}

function hostOf(parts: SideSheetParts, controller: SheetController): CellInputHost {
  const { layout, say } = parts;
  const { row, column } = layout;
  const startText = () => (row === null || column === null ? null : cellText(row, column));
  return {
    startText,
    refuse: () => say(refusal(parts)),
    lost: (text) => say(parts.words.beside("lost", { text })),
    commit: (text, everywhere) => {
      say(null);
      if (everywhere || text !== startText()) controller.commit(text, everywhere);
    },
    move: (move, extend) => controller.move(move, extend),
    act: (deed) => controller.act(deed),
    cancel: () => controller.cancel(),
    take: (how) => controller.take(how),
    paste: (block) => controller.paste(block),
    refuseLarge: () => controller.refuse("large"),
  };
}

function cellLabel(
  row: SideRow | null,
  column: SideColumn | null,
  printed: PrintedSide | null,
  { beside }: SideWords,
): string {
  if (row === null || column === null || printed === null) return beside("table");
  return beside("cell", {
    name: row.indicator.name,
    column: beside(`columnName.${column.kind}`),
    value: `${markName(printed.mark, { beside })} ${printed.text}`.trim(),
  });
}
