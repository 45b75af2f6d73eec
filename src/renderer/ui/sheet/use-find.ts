import { useCallback, useDeferredValue, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { GridCell } from "./cell-anchor.ts";
import type { CellPlace } from "./cell-move.ts";
import { type NamedBlock, namedBlocks, type PlacesOfCells, rectsOfBlocks } from "./cell-places.ts";
import { findCells, replaceText } from "./find-text.ts";
import type { PlacedText } from "./paste-shape.ts";
import { isSingle, rectsOf, selectCell, type Selection } from "./selection.ts";

/** What the find bar asks for. */
export interface FindAsk {
  readonly text: string;
  readonly by: string;
  readonly whole: boolean;
  /** The blocks that were selected when the search was bound to them; `null` searches all that is shown. */
  readonly within: readonly NamedBlock[] | null;
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

/** The texts of a table, as it stands. */
export interface FindTexts {
  /** What a cell shows. */
  readonly shown: (place: CellPlace) => string;
  /** What editing it begins with; `null` where it cannot be edited. */
  readonly edited: (place: CellPlace) => string | null;
}

interface FindingParts {
  readonly places: PlacesOfCells;
  /** How many rows are shown. */
  readonly rows: number;
  readonly active: GridCell | null;
  readonly selection: () => Selection | null;
  readonly select: (selection: Selection) => void;
  readonly texts: FindTexts;
  /** Writes replaced texts as one command; `then` is called once they are shown. */
  readonly write: (texts: readonly PlacedText[], then: () => void) => void;
}

const FRESH: FindAsk = { text: "", by: "", whole: false, within: null };

/** Finds cells by what they show, from the active cell on and round; replacing is one command. */
export function useFinding(parts: FindingParts): Finding {
  const { t } = useTranslation("grid");
  const { places, rows, active, selection, texts } = parts;
  const [open, setOpen] = useState<Finding["open"]>(null);
  const [ask, setAsk] = useState(FRESH);
  const [said, say] = useState<string | null>(null);
  const query = useDeferredValue(ask);
  const search = useCallback(
    (wanted: FindAsk) => {
      if (wanted.text === "") return [];
      const all = { top: 0, left: 0, bottom: rows - 1, right: places.columnIds.length - 1 };
      const within = wanted.within === null ? [all] : rectsOfBlocks(places, wanted.within);
      return findCells(within, texts.shown, wanted);
    },
    [places, rows, texts],
  );
  const hits = useMemo(() => (open === null ? [] : search(query)), [open, search, query]);
  // What is shown may lag behind what is asked; what is written must not.
  const hitsNow = () => (query === ask ? hits : search(ask));
  const here = active === null ? null : places.placeOf(active);
  const at = here === null ? -1 : hits.findIndex((hit) => hit.row === here.row && hit.column === here.column);
  const go = (step: 1 | -1) => {
    const next = nextHit(hits, here, step);
    if (next !== null) parts.select(selectCell(next));
  };
  const replace = (wanted: readonly CellPlace[]) => {
    const replaced = wanted.flatMap((place) => {
      const text = texts.edited(place);
      const by = text === null ? null : replaceText(text, ask, ask.by);
      return by === null || by === text ? [] : [{ place, text: by }];
    });
    if (replaced.length === 0) {
      say(t("find.notEditable"));
      return;
    }
    say(null);
    parts.write(replaced, () => say(t("find.replaced", { cells: replaced.length })));
  };
  return {
    ...{ open, ask, hits, said, at: at < 0 ? null : at },
    canBind: ask.within !== null || selectedBlocks(places, selection()) !== null,
    show: (how) => {
      setOpen(how);
      setAsk((before) => ({ ...before, within: selectedBlocks(places, selection()) }));
    },
    close: () => {
      setOpen(null);
      say(null);
    },
    change: (change) => {
      say(null);
      setAsk((before) => ({ ...before, ...change }));
    },
    bind: (bound) =>
      setAsk((before) => ({ ...before, within: bound ? selectedBlocks(places, selection()) : null })),
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
function selectedBlocks(places: PlacesOfCells, selection: Selection | null): readonly NamedBlock[] | null {
  return selection === null || isSingle(selection) ? null : namedBlocks(places, rectsOf(selection));
}

function nextHit(hits: readonly CellPlace[], from: CellPlace | null, step: 1 | -1): CellPlace | null {
  const order = (place: CellPlace) =>
    from === null ? 1 : place.row - from.row || place.column - from.column;
  const beyond = step === 1 ? hits.find((hit) => order(hit) > 0) : hits.findLast((hit) => order(hit) < 0);
  return beyond ?? (step === 1 ? hits[0] : hits.at(-1)) ?? null;
}
