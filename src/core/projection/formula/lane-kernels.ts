import type { LaneOperation } from "./lane-code.ts";
import { roundTo } from "./round-to.ts";

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

const share: Kernel = (m, d, a, b, c, { from, to, step }) => {
  for (let i = from; i < to; i += step) {
    const x = m[a + i] ?? NaN;
    const y = m[b + i] ?? NaN;
    const z = m[c + i] ?? NaN;
    // An infinite quotient makes an infinite product or NaN.
    const r = (x / y) * z;
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

/** The kernel of each operation on lanes. */
export const KERNELS: Readonly<Record<LaneOperation, Kernel>> = {
  copy,
  negate,
  add,
  subtract,
  multiply,
  divide,
  share,
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
