/** How a target fares: attained, attained at its stretch level too, missed, or not to be told. */
export type MatrixState = "met" | "stretch" | "missed" | "open";

/** A cell: what is printed in it, and how the target fares. */
export interface MatrixCell {
  readonly text: string;
  readonly state: MatrixState;
}

/** A row: a target with its wording as the note, and a cell a column. */
export interface MatrixRow {
  readonly id: string;
  readonly name: string;
  readonly note: string;
  readonly cells: readonly MatrixCell[];
}

/** Targets by scenarios, as a value: every word ready to print. */
export interface MatrixChart {
  readonly title: string;
  readonly unit: string;
  readonly source: string;
  readonly columns: readonly { readonly id: string; readonly name: string }[];
  readonly rows: readonly MatrixRow[];
  /** How many rows it has room for. */
  readonly most: number;
  /** What the key calls each state. */
  readonly states: Readonly<Record<MatrixState, string>>;
}
