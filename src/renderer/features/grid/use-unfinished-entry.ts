import { type RefObject, useEffect, useEffectEvent } from "react";
import type { CellInputHandle } from "../../ui/sheet/cell-input.tsx";
import type { EvidenceSource } from "./evidence-view.ts";
import { columnId, fieldOf } from "./grid-columns.ts";
import { keepUnfinished, takeUnfinished } from "../../data/unfinished-entry.ts";
import type { PlanEdits } from "../../data/use-plan-edits.ts";
import type { GridLayout } from "./use-grid-layout.ts";

interface EntryPlace {
  readonly source: EvidenceSource;
  readonly layout: GridLayout;
  readonly edits: PlanEdits;
  readonly input: RefObject<CellInputHandle | null>;
}

/** Writes what was being typed when the window was closed or loaded again, as leaving the cell would have written it. */
export function useUnfinishedEntry({ source, layout, edits, input }: EntryPlace): void {
  const plan = source.plan.id;
  const keep = useEffectEvent(() => {
    const text = input.current?.unfinished() ?? null;
    const { row, column } = layout;
    if (text === null || row === null || column === null) return;
    keepUnfinished(plan, { indicator: row.id, column: columnId(column), text });
  });
  const write = useEffectEvent(() => {
    const left = takeUnfinished(plan);
    const column = layout.allColumns.find((candidate) => columnId(candidate) === left?.column);
    const field = column === undefined ? null : fieldOf(column);
    if (left !== null && field !== null) edits.edit([{ indicator: left.indicator, field, text: left.text }]);
  });
  useEffect(() => {
    write();
    window.addEventListener("pagehide", keep);
    return () => window.removeEventListener("pagehide", keep);
  }, []);
}
