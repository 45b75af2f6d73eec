/**
 * Bytecode over lanes. A slot of memory holds one series, constant or temporary: one number a lane, where lane
 * `year · columns + column` belongs to a year of the model and a column (a scenario, or a draw of a simulation).
 * An instruction is eight integers: operation, destination slot, then slot and lag of up to three operands. A lag of k
 * reads k years earlier, so that `prev` costs nothing. The code knows neither years nor columns: it is compiled once.
 */
export const INSTRUCTION_SIZE = 8;

/** Operations that compute each lane from the same lane of their operands; the result is finite or NaN (no value). */
export const LANE_OPERATIONS = [
  "copy",
  "negate",
  "add",
  "subtract",
  "multiply",
  "divide",
  /** a ÷ b × c in one, as most formulas of plans are shares. */
  "share",
  "power",
  "less",
  "lessOrEqual",
  "greater",
  "greaterOrEqual",
  "equal",
  "notEqual",
  "choose",
  "min",
  "max",
  "abs",
  "round",
  "ln",
  "exp",
] as const;

/** All operations of the bytecode, in the order of their codes. */
export const OPERATIONS = [
  ...LANE_OPERATIONS,
  /** The first operand in one year of the model, whose index stands in the place of its lag. */
  "at",
  /** Recurrences over the years: × or + a number of each column, or unchanged. The numbers stand in a list of parameters
   * from the place on that takes the first operand's. */
  "growBy",
  "stepBy",
  "carry",
] as const;

/** Name of an operation. */
export type Operation = (typeof OPERATIONS)[number];

/** Name of an operation on lanes. */
export type LaneOperation = (typeof LANE_OPERATIONS)[number];

const CODES = new Map(OPERATIONS.map((name, code) => [name, code]));

/** Where an operand stands: a slot, and how many years earlier. */
export interface Operand {
  readonly slot: number;
  readonly lag: number;
}

/** The integer that stands for an operation. */
export function operationCode(operation: Operation): number {
  return CODES.get(operation) ?? 0;
}

const UNUSED: Operand = { slot: 0, lag: 0 };

/** One instruction as eight integers. */
export function instruction(
  operation: Operation,
  destination: number,
  operands: readonly Operand[],
): number[] {
  const [a, b, c] = operands;
  const { slot: slotA, lag: lagA } = a ?? UNUSED;
  const { slot: slotB, lag: lagB } = b ?? UNUSED;
  const { slot: slotC, lag: lagC } = c ?? UNUSED;
  return [operationCode(operation), destination, slotA, lagA, slotB, lagB, slotC, lagC];
}
