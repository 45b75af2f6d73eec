import { INSTRUCTION_SIZE, LANE_OPERATIONS, operationCode } from "./lane-code.ts";
import { KERNELS, type LaneWindow } from "./lane-kernels.ts";

/** Numbers of a model: slot s holds lanes `s · lanes` to `(s + 1) · lanes − 1`; NaN is "no value". */
export interface LaneMemory {
  readonly values: Float64Array;
  /** Lanes of a slot: years × columns. */
  readonly lanes: number;
  readonly columns: number;
}

const BY_CODE = LANE_OPERATIONS.map((name) => KERNELS[name]);
const AT = operationCode("at");
const GROW_BY = operationCode("growBy");
const STEP_BY = operationCode("stepBy");
const NO_PARAMETERS = new Float64Array(0);

/**
 * Runs compiled code over the lanes of a window. Lanes must lie far enough from the first year that no lag leaves the
 * slot; `at` reads its year in the lane's own column.
 */
export function runLanes(code: Int32Array, memory: LaneMemory, window: LaneWindow): void {
  runCode(code, 0, code.length, memory, window, NO_PARAMETERS);
}

/** Runs a part of longer code, `start` to `end` (excluded), whose recurrences find their numbers in `parameters`. */
export function runCode(
  code: Int32Array,
  start: number,
  end: number,
  memory: LaneMemory,
  window: LaneWindow,
  parameters: Float64Array,
): void {
  const { values, lanes, columns } = memory;
  for (let pc = start; pc < end; pc += INSTRUCTION_SIZE) {
    const operation = code[pc] ?? 0;
    const d = (code[pc + 1] ?? 0) * lanes;
    const slot = code[pc + 2] ?? 0;
    const lag = (code[pc + 3] ?? 0) * columns;
    if (operation < AT) {
      const b = (code[pc + 4] ?? 0) * lanes - (code[pc + 5] ?? 0) * columns;
      const c = (code[pc + 6] ?? 0) * lanes - (code[pc + 7] ?? 0) * columns;
      BY_CODE[operation]?.(values, d, slot * lanes - lag, b, c, window);
    } else if (operation === AT) {
      copyYear(memory, d, slot * lanes + lag, window);
    } else {
      recur(operation, memory, d, window, parameters, slot);
    }
  }
}

function copyYear({ values, columns }: LaneMemory, d: number, year: number, window: LaneWindow): void {
  for (let i = window.from; i < window.to; i += window.step) {
    values[d + i] = values[year + (i % columns)] ?? NaN;
  }
}

/** Computes each year of a slot from the year before; every column has its own number from `first` on. */
function recur(
  operation: number,
  { values, columns }: LaneMemory,
  d: number,
  { from, to }: LaneWindow,
  parameters: Float64Array,
  first: number,
): void {
  for (let column = 0; column < columns; column += 1) {
    const number = parameters[first + column] ?? NaN;
    const start = d + from + column;
    const value = values[start - columns] ?? NaN;
    if (operation === GROW_BY) growBy(values, start, d + to, columns, value, number);
    else if (operation === STEP_BY) stepBy(values, start, d + to, columns, value, number);
    else carry(values, start, d + to, columns, value);
  }
}

type Recurrence = (
  m: Float64Array,
  at: number,
  end: number,
  stride: number,
  last: number,
  by: number,
) => void;

const growBy: Recurrence = (m, at, end, stride, last, by) => {
  let value = last;
  for (let i = at; i < end; i += stride) {
    value *= by;
    m[i] = value - value + value;
  }
};

const stepBy: Recurrence = (m, at, end, stride, last, by) => {
  let value = last;
  for (let i = at; i < end; i += stride) {
    value += by;
    m[i] = value - value + value;
  }
};

function carry(m: Float64Array, at: number, end: number, stride: number, last: number): void {
  for (let i = at; i < end; i += stride) m[i] = last - last + last;
}
