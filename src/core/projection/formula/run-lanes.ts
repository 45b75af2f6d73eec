import { INSTRUCTION_SIZE, type Operation, OPERATIONS } from "./lane-code.ts";

/** Numbers of a model: slot s holds lanes `s · lanes` to `(s + 1) · lanes − 1`; NaN is "no value". */
export interface LaneMemory {
  readonly values: Float64Array;
  /** Lanes of a slot: years × columns. */
  readonly lanes: number;
  readonly columns: number;
}

/** Which lanes to compute: from (included) to (excluded), every `step`-th. */
export interface LaneWindow {
  readonly from: number;
  readonly to: number;
  readonly step: number;
}

/** Computes lanes of one instruction; d, a, b, c are the addresses of its slots' lane 0, lags taken off. */
type Kernel = (m: Float64Array, d: number, a: number, b: number, c: number, window: LaneWindow) => void;

// Loops are written out: a shared one that calls a function for each lane is several times slower. An out-of-range read
// cannot happen; `?? NaN` satisfies the compiler and costs nothing. `x − x + x` is x, and NaN where x is infinite.

const copy: Kernel = (m, d, a, _b, _c, { from, to, step }) => {
  for (let i = from; i < to; i += step) {
    const x = m[a + i] ?? NaN;
    m[d + i] = x;
  }
};

const negate: Kernel = (m, d, a, _b, _c, { from, to, step }) => {
  for (let i = from; i < to; i += step) {
    const x = m[a + i] ?? NaN;
    m[d + i] = -x;
  }
};

const add: Kernel = (m, d, a, b, _c, { from, to, step }) => {
  for (let i = from; i < to; i += step) {
    const x = m[a + i] ?? NaN;
    const y = m[b + i] ?? NaN;
    const r = x + y;
    m[d + i] = r - r + r;
  }
};

const subtract: Kernel = (m, d, a, b, _c, { from, to, step }) => {
  for (let i = from; i < to; i += step) {
    const x = m[a + i] ?? NaN;
    const y = m[b + i] ?? NaN;
    const r = x - y;
    m[d + i] = r - r + r;
  }
};

const multiply: Kernel = (m, d, a, b, _c, { from, to, step }) => {
  for (let i = from; i < to; i += step) {
    const x = m[a + i] ?? NaN;
    const y = m[b + i] ?? NaN;
    const r = x * y;
    m[d + i] = r - r + r;
  }
};

const divide: Kernel = (m, d, a, b, _c, { from, to, step }) => {
  for (let i = from; i < to; i += step) {
    const x = m[a + i] ?? NaN;
    const y = m[b + i] ?? NaN;
    const r = x / y;
    m[d + i] = r - r + r;
  }
};

const power: Kernel = (m, d, a, b, _c, { from, to, step }) => {
  for (let i = from; i < to; i += step) {
    const x = m[a + i] ?? NaN;
    const y = m[b + i] ?? NaN;
    // NaN ** 0 would be 1.
    const r = x ** y + (x - x);
    m[d + i] = r - r + r;
  }
};

const less: Kernel = (m, d, a, b, _c, { from, to, step }) => {
  for (let i = from; i < to; i += step) {
    const x = m[a + i] ?? NaN;
    const y = m[b + i] ?? NaN;
    m[d + i] = Number.isNaN(x + y) ? NaN : x < y ? 1 : 0;
  }
};

const lessOrEqual: Kernel = (m, d, a, b, _c, { from, to, step }) => {
  for (let i = from; i < to; i += step) {
    const x = m[a + i] ?? NaN;
    const y = m[b + i] ?? NaN;
    m[d + i] = Number.isNaN(x + y) ? NaN : x <= y ? 1 : 0;
  }
};

const greater: Kernel = (m, d, a, b, _c, { from, to, step }) => {
  for (let i = from; i < to; i += step) {
    const x = m[a + i] ?? NaN;
    const y = m[b + i] ?? NaN;
    m[d + i] = Number.isNaN(x + y) ? NaN : x > y ? 1 : 0;
  }
};

const greaterOrEqual: Kernel = (m, d, a, b, _c, { from, to, step }) => {
  for (let i = from; i < to; i += step) {
    const x = m[a + i] ?? NaN;
    const y = m[b + i] ?? NaN;
    m[d + i] = Number.isNaN(x + y) ? NaN : x >= y ? 1 : 0;
  }
};

const equal: Kernel = (m, d, a, b, _c, { from, to, step }) => {
  for (let i = from; i < to; i += step) {
    const x = m[a + i] ?? NaN;
    const y = m[b + i] ?? NaN;
    m[d + i] = Number.isNaN(x + y) ? NaN : x === y ? 1 : 0;
  }
};

const notEqual: Kernel = (m, d, a, b, _c, { from, to, step }) => {
  for (let i = from; i < to; i += step) {
    const x = m[a + i] ?? NaN;
    const y = m[b + i] ?? NaN;
    m[d + i] = Number.isNaN(x + y) ? NaN : x !== y ? 1 : 0;
  }
};

const choose: Kernel = (m, d, a, b, c, { from, to, step }) => {
  for (let i = from; i < to; i += step) {
    const x = m[a + i] ?? NaN;
    const y = m[b + i] ?? NaN;
    const z = m[c + i] ?? NaN;
    m[d + i] = Number.isNaN(x) ? NaN : x === 0 ? z : y;
  }
};

const min: Kernel = (m, d, a, b, _c, { from, to, step }) => {
  for (let i = from; i < to; i += step) {
    const x = m[a + i] ?? NaN;
    const y = m[b + i] ?? NaN;
    m[d + i] = Math.min(x, y);
  }
};

const max: Kernel = (m, d, a, b, _c, { from, to, step }) => {
  for (let i = from; i < to; i += step) {
    const x = m[a + i] ?? NaN;
    const y = m[b + i] ?? NaN;
    m[d + i] = Math.max(x, y);
  }
};

const abs: Kernel = (m, d, a, _b, _c, { from, to, step }) => {
  for (let i = from; i < to; i += step) {
    const x = m[a + i] ?? NaN;
    m[d + i] = Math.abs(x);
  }
};

const round: Kernel = (m, d, a, b, _c, { from, to, step }) => {
  for (let i = from; i < to; i += step) {
    const x = m[a + i] ?? NaN;
    const y = m[b + i] ?? NaN;
    m[d + i] = roundTo(x, y);
  }
};

const ln: Kernel = (m, d, a, _b, _c, { from, to, step }) => {
  for (let i = from; i < to; i += step) {
    const x = m[a + i] ?? NaN;
    const r = Math.log(x);
    m[d + i] = r - r + r;
  }
};

const exp: Kernel = (m, d, a, _b, _c, { from, to, step }) => {
  for (let i = from; i < to; i += step) {
    const x = m[a + i] ?? NaN;
    const r = Math.exp(x);
    m[d + i] = r - r + r;
  }
};

const KERNELS: Readonly<Record<Exclude<Operation, "at">, Kernel>> = {
  copy,
  negate,
  add,
  subtract,
  multiply,
  divide,
  power,
  less,
  lessOrEqual,
  greater,
  greaterOrEqual,
  equal,
  notEqual,
  choose,
  min,
  max,
  abs,
  round,
  ln,
  exp,
};

/** In the order of the operations' codes. */
const BY_CODE = OPERATIONS.flatMap((name) => (name === "at" ? [] : [KERNELS[name]]));
const AT = OPERATIONS.indexOf("at");

/** Half away from zero at `digits` after the point (before it when negative). */
export function roundTo(value: number, digits: number): number {
  const shifted = Number(`${Math.abs(value)}e${digits}`);
  const rounded = Number(`${Math.round(shifted)}e${-digits}`);
  return Number.isNaN(rounded) ? value : Math.sign(value) * rounded;
}

/**
 * Runs compiled code over the lanes of a window. Lanes must lie far enough from the first year that no lag leaves the
 * slot; `at` reads its year in the lane's own column.
 */
export function runLanes(code: Int32Array, memory: LaneMemory, window: LaneWindow): void {
  const { values, lanes, columns } = memory;
  for (let pc = 0; pc < code.length; pc += INSTRUCTION_SIZE) {
    const operation = code[pc] ?? 0;
    const d = (code[pc + 1] ?? 0) * lanes;
    const a = (code[pc + 2] ?? 0) * lanes;
    const lag = code[pc + 3] ?? 0;
    if (operation === AT) {
      copyYear(memory, d, a + lag * columns, window);
      continue;
    }
    const b = (code[pc + 4] ?? 0) * lanes - (code[pc + 5] ?? 0) * columns;
    const c = (code[pc + 6] ?? 0) * lanes - (code[pc + 7] ?? 0) * columns;
    BY_CODE[operation]?.(values, d, a - lag * columns, b, c, window);
  }
}

function copyYear({ values, columns }: LaneMemory, d: number, year: number, window: LaneWindow): void {
  for (let i = window.from; i < window.to; i += window.step) {
    values[d + i] = values[year + (i % columns)] ?? NaN;
  }
}
