import type { PathPoint } from "../path/path.ts";
import type { ConceptId, StatementId } from "../plan/ids.ts";

/** How a value of a driver follows from what the plan states: the formula in words of the field, and the statements in it. */
export interface DriverDerivation {
  readonly formula: string;
  readonly from: readonly StatementId[];
}

/** A value of a driver in base units; `derivation` is `null` where the planner has entered it. */
export interface DriverValue extends PathPoint {
  readonly derivation: DriverDerivation | null;
}

/**
 * A series that the plan's indicators depend on and that is no indicator of the plan (GDP, population). Its id is a name within
 * the plan (`gdp`).
 */
export interface Driver {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly concept: ConceptId | null;
  /** Ascending, one a year. */
  readonly known: readonly DriverValue[];
  readonly note: string | null;
}
