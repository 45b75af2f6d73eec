import { createStore, type StoreApi } from "zustand/vanilla";
import { sameValue } from "#core/same-value.ts";
import type { CellExtent, CellMove, CellPlace } from "./cell-move.ts";
import { copyBlock } from "./copy-block.ts";
import { dragFill, edgeFill, type Fill, filledRect } from "./fill-shape.ts";
import type { SheetDeed } from "./key-action.ts";
import { pasteShape, type PlacedText } from "./paste-shape.ts";
import { pressSelection, targetCell } from "./press-selection.ts";
import type { TextBlock } from "./read-html-table.ts";
import {
  cellsOf,
  contains,
  extendTo,
  moveSelection,
  type Rect,
  rectOf,
  rectsOf,
  selectAll,
  type Selection,
  selectRect,
  widen,
} from "./selection.ts";
import type { SheetTarget } from "./sheet-geometry.ts";
import type { HeldKeys, SheetPointerHost } from "./sheet-pointer.ts";

/** The grid that a controller works on, as it stands at this moment. Places are of shown rows and columns. */
export interface SheetModel {
  readonly extent: CellExtent;
  readonly selection: Selection | null;
  readonly select: (selection: Selection) => void;
  /** Brings a cell into sight; `axis` where only its row or column matters. */
  readonly reveal: (place: CellPlace) => void;
  /** The text that editing a cell begins with; `null` where it cannot be edited. */
  readonly editText: (place: CellPlace) => string | null;
  /** Whether a cell can be edited: whether {@link editText} gives a text, or would in a row that is still to be made. */
  readonly takesText: (place: CellPlace) => boolean;
  /** What copying a cell gives. */
  readonly copyText: (place: CellPlace) => string;
  /** Whether clearing a block empties the cell; one that must not be empty is cleared only by itself. */
  readonly canClear: (place: CellPlace) => boolean;
  /** Writes typed texts, or clears cells, as one command. */
  readonly write: (texts: readonly PlacedText[]) => void;
  /**
   * Writes pasted texts as one command; the last text of a cell counts. Rows below the last one are for new rows. `then` is called
   * once the texts are shown, with a way to select them, new rows too; never where the planner gives the paste up.
   */
  readonly paste: (texts: readonly PlacedText[], then: (selectPasted: (rect: Rect) => void) => void) => void;
  /** Carries cells on as one command; `copy` is Ctrl+D and Ctrl+R, which never make a series. */
  readonly fill: (fills: readonly Fill[], copy: boolean) => void;
  /** Tells why nothing was done: the active cell cannot be edited, or several blocks cannot be copied. */
  readonly refuse: (why: "cell" | "blocks" | "large") => void;
  /** Whether texts below the last row make new rows. */
  readonly canAppend: boolean;
  /** Tells how a paste ended. */
  readonly pasted: (outcome: PasteOutcome) => void;
  /** What the sheet leaves to its grid. */
  readonly act: (deed: Exclude<SheetDeed, OwnDeed>) => void;
  /** Takes over what is being typed, before the active cell changes. */
  readonly settle: () => void;
  readonly focus: () => void;
  /** Opens the active cell. */
  readonly edit: () => void;
}

/** What a paste wrote, how many of its values had no cell that takes them, and how many rows it added. */
export interface PasteOutcome {
  readonly written: number;
  readonly left: number;
  readonly rows: number;
}

/** Deeds that need nothing but the selection and the texts of cells. */
export type OwnDeed = "clear" | "select-all" | "select-rows" | "select-columns" | "fill-down" | "fill-right";

/** Cells that were copied or cut, in their dashed frame. */
export interface Taken {
  readonly how: "copy" | "cut";
  readonly rects: readonly Rect[];
  readonly block: TextBlock;
}

/** What is drawn beside the selection: cells that were copied or cut, and a fill under way. */
export interface SheetScratch {
  readonly taken: Taken | null;
  readonly fill: Fill | null;
}

/**
 * What keys, pointer and clipboard do to a sheet: selecting, clearing, copying, pasting, moving and filling, as
 * spreadsheets do it. It knows no more of the cells than their texts; `model` gives the grid as it stands.
 */
export class SheetController implements SheetPointerHost {
  readonly scratch: StoreApi<SheetScratch> = createStore(() => ({ taken: null, fill: null }));
  #model: () => SheetModel;

  constructor(model: () => SheetModel) {
    this.#model = model;
  }

  /** Works on the grid as it was drawn last. */
  serve(model: () => SheetModel): void {
    this.#model = model;
  }

  /** Moves the active cell or extends the selection; `false` when there is no cell further on. */
  move(move: CellMove, extend: boolean): boolean {
    const { selection, extent, select, reveal } = this.#model();
    const next = selection === null ? null : moveSelection(selection, move, extend, extent);
    if (next === null) return false;
    select(next);
    reveal(extend ? next.block.to : next.active);
    return true;
  }

  /** Writes a typed text into the active cell or into every selected one. */
  commit(text: string, everywhere: boolean): void {
    const { selection, write, takesText } = this.#model();
    if (selection === null) return;
    this.forget();
    const places = everywhere ? [...cellsOf(rectsOf(selection))] : [selection.active];
    write(places.filter(takesText).map((place) => ({ place, text })));
  }

  act(deed: SheetDeed): void {
    const model = this.#model();
    const { selection, extent } = model;
    if (selection === null) return;
    switch (deed) {
      case "clear":
        this.#clear();
        return;
      case "select-all":
        model.select(selectAll(selection, extent));
        return;
      case "select-rows":
        model.select(widen(selection, "rows", extent));
        return;
      case "select-columns":
        model.select(widen(selection, "columns", extent));
        return;
      case "fill-down":
        this.#fillFromEdge("down");
        return;
      case "fill-right":
        this.#fillFromEdge("right");
        return;
      default:
        model.act(deed);
    }
  }

  /** Gives up what was copied or cut; `false` where nothing was. */
  cancel(): boolean {
    const waiting = this.scratch.getState().taken !== null;
    this.forget();
    return waiting;
  }

  /** Forgets what was copied or cut: an edit came between, or the rows have changed. */
  forget(): void {
    if (this.scratch.getState().taken !== null) this.scratch.setState({ taken: null });
  }

  /** The selected cells for the clipboard; several blocks only where they stand beside or below one another. */
  take(how: "copy" | "cut"): TextBlock | null {
    const { selection, copyText, refuse } = this.#model();
    if (selection === null) return null;
    const rects = rectsOf(selection);
    const block = copyBlock(rects, copyText);
    if (block === null) refuse("blocks");
    else this.scratch.setState({ taken: { how, rects, block } });
    return block;
  }

  /** Lays a block over what is selected as one command; what was cut leaves its old place in the same one. */
  paste(block: TextBlock): void {
    const { selection, extent } = this.#model();
    if (selection === null) return;
    const targets = rectsOf(selection);
    const right = extent.columns - 1;
    this.#lay(
      block,
      this.#isWholeRows(block) ? targets.map((rect) => ({ ...rect, left: 0, right })) : targets,
    );
  }

  /** Whether a block is the whole rows that were copied here: they go under their own columns, wherever the active cell stands. */
  #isWholeRows(block: TextBlock): boolean {
    const { taken } = this.scratch.getState();
    const last = this.#model().extent.columns - 1;
    return (
      taken !== null &&
      taken.rects.every(({ left, right }) => left === 0 && right === last) &&
      sameBlock(taken.block, block)
    );
  }

  /** Says why something cannot be done. */
  refuse(why: "large"): void {
    this.#model().refuse(why);
  }

  /** Lays a block into a table that has no rows to be selected, from a column on. */
  pasteFrom(block: TextBlock, column: number): void {
    this.#lay(block, [{ top: 0, left: column, bottom: 0, right: column }]);
  }

  #lay(block: TextBlock, targets: readonly Rect[]): void {
    const model = this.#model();
    const { extent, selection, takesText, canAppend, refuse } = model;
    const shape = pasteShape(block, targets, extent);
    const inside = shape.texts.filter(
      ({ place }) => (place.row < extent.rows || canAppend) && takesText(place),
    );
    if (inside.length === 0) {
      refuse("cell");
      return;
    }
    model.paste([...this.#leaving(block), ...inside], (selectPasted) => {
      const [first] = shape.rects;
      // Whoever went on elsewhere while it was reckoned is not led away from there.
      const stayed = sameValue(this.#model().selection, selection);
      if (stayed && first !== undefined && shape.rects.length === 1) {
        const bottom = canAppend ? first.bottom : Math.min(first.bottom, extent.rows - 1);
        selectPasted({ ...first, bottom });
      }
      this.#model().pasted({
        written: inside.length,
        left: shape.texts.length + shape.beyond - inside.length,
        rows: new Set(inside.map(({ place }) => place.row).filter((row) => row >= extent.rows)).size,
      });
    });
  }

  press(target: SheetTarget, held: HeldKeys): void {
    const model = this.#model();
    if (target.kind === "handle") return;
    model.settle();
    const { selection, extent } = this.#model();
    const next = pressSelection(selection, target, held, extent);
    if (next !== null) model.select(next);
    model.focus();
  }

  drag(target: SheetTarget, place: CellPlace): void {
    const { selection, select, extent } = this.#model();
    if (selection === null) return;
    switch (target.kind) {
      case "cell":
        select(extendTo(selection, place));
        return;
      case "row":
        select(extendTo(selection, { row: place.row, column: extent.columns - 1 }));
        return;
      case "column":
        select(extendTo(selection, { row: extent.rows - 1, column: place.column }));
        return;
      case "handle":
        this.scratch.setState({ fill: dragFill(rectOf(selection.block), place) });
        return;
      case "corner":
        return;
    }
  }

  release(target: SheetTarget): void {
    const { fill } = this.scratch.getState();
    if (target.kind !== "handle" || fill === null) return;
    this.scratch.setState({ fill: null });
    this.#fill([fill]);
  }

  pressSecond(target: SheetTarget): void {
    const { selection } = this.#model();
    const place = targetCell(target);
    if (place !== null && selection !== null && rectsOf(selection).some((rect) => contains(rect, place))) {
      this.#model().focus();
      return;
    }
    this.press(target, { shift: false, ctrl: false });
  }

  open(target: SheetTarget): void {
    if (target.kind === "cell") this.#model().edit();
    if (target.kind === "handle") this.#fillAlongNeighbour();
  }

  #clear(): void {
    const { selection, editText, takesText, canClear, write, refuse } = this.#model();
    if (selection === null) return;
    const editable = [...cellsOf(rectsOf(selection))].filter(takesText);
    if (editable.length === 0) {
      refuse("cell");
      return;
    }
    this.forget();
    const filled = editable.filter((place) => editText(place) !== "");
    const clearable = filled.filter(canClear);
    write((clearable.length > 0 ? clearable : filled).map((place) => ({ place, text: "" })));
  }

  /** The cells that a moved block leaves empty; none where something else is pasted or a block was only copied. */
  #leaving(block: TextBlock): readonly PlacedText[] {
    const { taken } = this.scratch.getState();
    const { editText, takesText, canClear } = this.#model();
    if (taken?.how !== "cut") return [];
    this.forget();
    if (!sameBlock(taken.block, block)) return [];
    return [...cellsOf(taken.rects)]
      .filter((place) => canClear(place) && takesText(place) && editText(place) !== "")
      .map((place) => ({ place, text: "" }));
  }

  #fillFromEdge(direction: "down" | "right"): void {
    const { selection } = this.#model();
    if (selection === null) return;
    const fills = rectsOf(selection).map((rect) => edgeFill(rect, direction));
    this.#fill(
      fills.filter((fill) => fill !== null),
      true,
    );
  }

  /** A double click on the handle fills down as far as the column beside the block is filled. */
  #fillAlongNeighbour(): void {
    const { selection, extent } = this.#model();
    if (selection === null) return;
    const source = rectOf(selection.block);
    const beside = [source.left - 1, source.right + 1].filter(
      (column) => column >= 0 && column < extent.columns,
    );
    const ends = beside.map((column) => {
      let row = source.bottom;
      while (row + 1 < extent.rows && extent.isFilled({ row: row + 1, column })) row += 1;
      return row;
    });
    const end = ends.find((row) => row > source.bottom);
    if (end !== undefined)
      this.#fill([{ source, target: { ...source, top: source.bottom + 1, bottom: end } }]);
  }

  #fill(fills: readonly Fill[], copy = false): void {
    const [first] = fills;
    if (first === undefined) return;
    this.forget();
    const model = this.#model();
    model.fill(fills, copy);
    if (!copy) model.select(selectRect(filledRect(first)));
    model.focus();
  }
}

function sameBlock(a: TextBlock, b: TextBlock): boolean {
  return a.length === b.length && JSON.stringify(a) === JSON.stringify(b);
}
