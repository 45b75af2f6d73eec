import { useDeferredValue, useMemo, useState } from "react";
import { type Command, editCommand } from "#core/command/command.ts";
import type { PlanEdits } from "../../data/use-plan-edits.ts";
import { type Fill, filledRect } from "../../ui/sheet/fill-shape.ts";
import type { PlacedText } from "../../ui/sheet/paste-shape.ts";
import { type Rect, rectsOf, selectRect } from "../../ui/sheet/selection.ts";
import type { CellPlace } from "../../ui/sheet/cell-move.ts";
import { cellNumber } from "./cell-number.ts";
import { copyText } from "./copy-text.ts";
import { takesText } from "./edit-text.ts";
import type { EvidenceSource } from "./evidence-view.ts";
import {
  type FillKind,
  type FillSource,
  fillTexts,
  gapCells,
  type GapShape,
  gapTexts,
  usualFill,
} from "./fill-cells.ts";
import { useNamedSelection } from "./grid-session.ts";
import type { GridWords } from "./printed-cell.ts";
import { cellEdits } from "./cell-edits.ts";
import { placedSelection } from "../../ui/sheet/cell-places.ts";
import type { GridLayout } from "./use-grid-layout.ts";

/** How what was just filled could be filled otherwise, or which years of the selection a path could fill. */
export type FillOffer =
  | { readonly kind: "series"; readonly fills: readonly Fill[]; readonly chosen: FillKind }
  | {
      readonly kind: "gaps";
      readonly rect: Rect;
      readonly cells: readonly CellPlace[];
      readonly chosen: GapShape | null;
    };

/** Filling cells of the table. */
export interface Filling {
  readonly offer: FillOffer | null;
  /** Carries cells on as spreadsheets do by themselves; `copy` for Ctrl+D and Ctrl+R. */
  readonly carry: (fills: readonly Fill[], copy: boolean) => void;
  /** Fills what was just filled in another way. */
  readonly carryAs: (fills: readonly Fill[], kind: FillKind) => void;
  readonly fillGaps: (rect: Rect, cells: readonly CellPlace[], shape: GapShape) => void;
}

interface FillingParts {
  readonly source: EvidenceSource;
  readonly layout: GridLayout;
  readonly edits: PlanEdits;
  readonly words: GridWords;
}

/** Fills of the table: what is offered stands until something else is selected. */
export function useFilling({ source, layout, edits, words }: FillingParts): Filling {
  const { places, active } = layout;
  const named = useDeferredValue(useNamedSelection(source.plan.id));
  const [last, setLast] = useState<LastFill | null>(null);
  const cells = useMemo(() => fillSource(source, layout, words), [source, layout, words]);
  const rect = useMemo(() => {
    const rects = rectsOf(placedSelection(places, named, active) ?? selectRect(NOWHERE));
    return rects.length === 1 ? (rects[0] ?? null) : null;
  }, [places, named, active]);
  const gaps = useMemo(() => (rect === null ? [] : gapCells(rect, cells)), [rect, cells]);
  const offered = last !== null && rect !== null && sameRect(last.rect, rect) ? last : null;
  // Filled another way the same cells are still one fill: one undo leads to before it.
  const write = (texts: readonly PlacedText[], instead: boolean): Command | null => {
    const writable = texts.filter(({ place }) => cells.canWrite(place));
    const command = editCommand(cellEdits(writable, places), "fill");
    if (command !== null) edits.run(command, { former: (instead ? offered?.command : null) ?? undefined });
    return command;
  };
  const carry = (fills: readonly Fill[], kind: FillKind, instead: boolean) => {
    const command = write(
      fills.flatMap((fill) => fillTexts(fill, kind, cells)),
      instead,
    );
    const [first] = fills;
    if (first !== undefined)
      setLast({ command, offer: { kind: "series", fills, chosen: kind }, rect: filledRect(first) });
  };
  return {
    offer:
      offered !== null
        ? offered.offer
        : rect === null || gaps.length === 0 || source.plan.origin === "bundled"
          ? null
          : { kind: "gaps", rect, cells: gaps, chosen: null },
    carry: (fills, copy) => {
      const [first] = fills;
      carry(fills, copy || first === undefined ? "copy" : usualFill(first, cells), false);
    },
    carryAs: (fills, kind) => carry(fills, kind, true),
    fillGaps: (over, wanted, shape) => {
      const command = write(gapTexts(wanted, over, shape, cells), true);
      setLast({ command, offer: { kind: "gaps", rect: over, cells: wanted, chosen: shape }, rect: over });
    },
  };
}

/** What was filled last, and the cells that it covers in the end. */
interface LastFill {
  readonly command: Command | null;
  readonly offer: FillOffer;
  readonly rect: Rect;
}

const NOWHERE: Rect = { top: 0, left: 0, bottom: 0, right: 0 };

function sameRect(a: Rect, b: Rect): boolean {
  return a.top === b.top && a.left === b.left && a.bottom === b.bottom && a.right === b.right;
}

function fillSource(source: EvidenceSource, { places }: GridLayout, words: GridWords): FillSource {
  const { rows, columns } = places;
  return {
    textAt: (place) => {
      const [row, column] = [rows[place.row], columns[place.column]];
      return row === undefined || column === undefined ? "" : copyText(source, row.index, column, words);
    },
    numberAt: (place) => {
      const [row, column] = [rows[place.row], columns[place.column]];
      return row === undefined || column === undefined ? null : cellNumber(source.plan, row.index, column);
    },
    yearAt: (at) => {
      const column = columns[at];
      return column !== undefined && "year" in column ? column.year : null;
    },
    unitAt: (row) => source.plan.indicators[rows[row]?.index ?? -1]?.unit ?? "",
    canWrite: (place) => {
      const [row, column] = [rows[place.row], columns[place.column]];
      return row !== undefined && column !== undefined && takesText(source, column);
    },
  };
}
