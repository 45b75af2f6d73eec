import { useCallback, useDeferredValue, useMemo, useState } from "react";
import type { PlanEdits } from "../../data/use-plan-edits.ts";
import type { CellPlace } from "../../ui/sheet/cell-move.ts";
import { findCells, replaceText } from "../../ui/sheet/find-text.ts";
import { isSingle, type Rect, rectsOf, selectCell } from "../../ui/sheet/selection.ts";
import { copyText } from "./copy-text.ts";
import { editText } from "./edit-text.ts";
import type { EvidenceSource } from "./evidence-view.ts";
import type { GridWords } from "./printed-cell.ts";
import { cellEdits } from "./cell-edits.ts";
import type { GridLayout } from "./use-grid-layout.ts";

/** What the find bar asks for. */
export interface FindAsk {
  readonly text: string;
  readonly by: string;
  readonly whole: boolean;
  /** The blocks that were selected when the search was bound to them; `null` searches all that is shown. */
  readonly within: readonly Rect[] | null;
}

/** Finding and replacing in the table. */
export interface Finding {
  /** Whether the bar is open, and whether it replaces too. */
  readonly open: "find" | "replace" | null;
  readonly ask: FindAsk;
  readonly hits: readonly CellPlace[];
  /** Place among the hits of the active cell; `null` when it is none. */
  readonly at: number | null;
  /** What the last replacing did. */
  readonly said: string | null;
  /** Whether there is a selection that the search could be bound to. */
  readonly canBind: boolean;
  readonly show: (how: "find" | "replace") => void;
  readonly close: () => void;
  readonly change: (ask: Partial<FindAsk>) => void;
  readonly bind: (bound: boolean) => void;
  readonly step: (step: 1 | -1) => void;
  readonly replaceOne: () => void;
  readonly replaceAll: () => void;
}

interface FindingParts {
  readonly source: EvidenceSource;
  readonly layout: GridLayout;
  readonly edits: PlanEdits;
  readonly words: GridWords;
}

const FRESH: FindAsk = { text: "", by: "", whole: false, within: null };

/** Finds cells by what they show, from the active cell on and round; replacing is one command. */
export function useFinding({ source, layout, edits, words }: FindingParts): Finding {
  const [open, setOpen] = useState<Finding["open"]>(null);
  const [ask, setAsk] = useState(FRESH);
  const [said, say] = useState<string | null>(null);
  const { places, active } = layout;
  const query = useDeferredValue(ask);
  const search = useCallback(
    (wanted: FindAsk) => {
      if (wanted.text === "") return [];
      const { rows, columns } = places;
      const all = { top: 0, left: 0, bottom: rows.length - 1, right: columns.length - 1 };
      const textAt = (place: CellPlace) => textOf(source, layout, place, words);
      return findCells(wanted.within ?? [all], textAt, wanted);
    },
    [source, layout, places, words],
  );
  const hits = useMemo(() => (open === null ? [] : search(query)), [open, search, query]);
  // What is shown may lag behind what is asked; what is written must not.
  const hitsNow = () => (query === ask ? hits : search(ask));
  const here = active === null ? null : places.placeOf(active);
  const at = here === null ? -1 : hits.findIndex((hit) => hit.row === here.row && hit.column === here.column);
  const go = (step: 1 | -1) => {
    const next = nextHit(hits, here, step);
    if (next !== null) layout.select(selectCell(next));
  };
  const replace = (wanted: readonly CellPlace[]) => {
    const texts = wanted.flatMap((place) => {
      const text = editable(source, layout, place);
      const by = text === null ? null : replaceText(text, ask, ask.by);
      return by === null || by === text ? [] : [{ place, text: by }];
    });
    if (texts.length === 0) {
      say(words("find.notEditable"));
      return;
    }
    say(null);
    edits.edit(cellEdits(texts, places), "replace", () =>
      say(words("find.replaced", { cells: texts.length })),
    );
  };
  return {
    ...{ open, ask, hits, said, at: at < 0 ? null : at },
    canBind: ask.within !== null || selectedRects(layout) !== null,
    show: (how) => {
      setOpen(how);
      setAsk((before) => ({ ...before, within: selectedRects(layout) }));
    },
    close: () => {
      setOpen(null);
      say(null);
    },
    change: (change) => {
      say(null);
      setAsk((before) => ({ ...before, ...change }));
    },
    bind: (bound) => setAsk((before) => ({ ...before, within: bound ? selectedRects(layout) : null })),
    step: go,
    replaceOne: () => {
      const hit = hitsNow().find(({ row, column }) => row === here?.row && column === here.column);
      if (hit !== undefined) replace([hit]);
      go(1);
    },
    replaceAll: () => replace(hitsNow()),
  };
}

/** The selected blocks where more than one cell is selected. */
function selectedRects(layout: GridLayout): readonly Rect[] | null {
  const selection = layout.selection();
  return selection === null || isSingle(selection) ? null : rectsOf(selection);
}

function nextHit(hits: readonly CellPlace[], from: CellPlace | null, step: 1 | -1): CellPlace | null {
  const order = (place: CellPlace) =>
    from === null ? 1 : place.row - from.row || place.column - from.column;
  const beyond = step === 1 ? hits.find((hit) => order(hit) > 0) : hits.findLast((hit) => order(hit) < 0);
  return beyond ?? (step === 1 ? hits[0] : hits.at(-1)) ?? null;
}

function textOf(source: EvidenceSource, { places }: GridLayout, place: CellPlace, words: GridWords): string {
  const [row, column] = [places.rows[place.row], places.columns[place.column]];
  return row === undefined || column === undefined ? "" : copyText(source, row.index, column, words);
}

function editable(source: EvidenceSource, { places }: GridLayout, place: CellPlace): string | null {
  const [row, column] = [places.rows[place.row], places.columns[place.column]];
  return row === undefined || column === undefined ? null : editText(source, row.index, column);
}
