import type { CellPlace } from "./cell-move.ts";

/** What lies under the pointer; `column` and `row` are headers. */
export type SheetTarget =
  | { readonly kind: "cell"; readonly place: CellPlace }
  | { readonly kind: "row"; readonly row: number }
  | { readonly kind: "column"; readonly column: number }
  | { readonly kind: "corner" }
  | { readonly kind: "handle" };

/** Where a row stands, in px from the first of the frozen or of the scrolled rows. */
export interface RowBox {
  readonly top: number;
  readonly height: number;
  readonly frozen: boolean;
}

/** Where a column stands, in px from the left end of the frozen or of the scrolled columns. */
export interface ColumnBox {
  readonly left: number;
  readonly width: number;
  readonly frozen: boolean;
}

/** Where the cells of a grid are: all that drawing and the pointer need to know of it. Lengths in px. */
export interface SheetGeometry {
  /** The elements that hold the scrolled and the frozen rows and begin with the first of them; frames are drawn in them. */
  readonly canvas: { readonly scrolled: HTMLElement; readonly frozen: HTMLElement };
  rowBox(row: number): RowBox;
  /** `null` where the grid does not know the column yet. */
  columnBox(column: number): ColumnBox | null;
  readonly columns: number;
  readonly frozenWidth: number;
  readonly frozenHeight: number;
  readonly scrollLeft: number;
  readonly scrollTop: number;
  /** The part of the page in which cells are seen, headers left out. */
  readonly sight: DOMRect;
  /** What an event happened on; `null` for nothing of the sheet. */
  hit(target: EventTarget): SheetTarget | null;
  /** The cell nearest to a point of the page; `null` in a grid without cells. */
  placeAt(x: number, y: number): CellPlace | null;
  scrollBy(dx: number, dy: number): void;
}
