/** What a worker is to read from the database and pack as an archive. */
export interface PackRequest {
  /** Name of the database. */
  readonly database: string;
  readonly what:
    | { readonly kind: "backup"; readonly store: string }
    /** The whole database as it lies there, in a version before the program's. */
    | { readonly kind: "raw" }
    /** One plan, or all of the planner's own (`null`), for a file that goes out. */
    | { readonly kind: "export"; readonly only: string | null };
}

/** Plans as an archive. */
export interface PackedPlans {
  /** The last journal entry that it contains; 0 before the first edit. */
  readonly sequence: number;
  /** How many plans of the planner's own it holds. */
  readonly plans: number;
  /** Whether the texts of originals and the list of former changes were left out, since with them it would be too large to be read again. */
  readonly isStripped: boolean;
  readonly bytes: Uint8Array<ArrayBuffer>;
}
