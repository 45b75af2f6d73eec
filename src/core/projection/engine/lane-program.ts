import { INSTRUCTION_SIZE } from "../formula/lane-code.ts";
import type { LaneWindow } from "../formula/lane-kernels.ts";
import { type LaneMemory, runCode } from "../formula/run-lanes.ts";
import type { WholeRow } from "./whole-row.ts";

/**
 * The code of all whole rows of a model in one array, so that computing many of them touches little else. It holds for
 * memories of the model's own columns.
 */
export class LaneProgram {
  readonly columns: number;
  #code: Int32Array;
  #used = 0;
  #parameters = new Float64Array(0);
  #parametersUsed = 0;
  /** Of each series: where its code starts and ends (the same where it has none), and how much it has room for. */
  readonly #starts: Int32Array;
  readonly #ends: Int32Array;
  readonly #rooms: Int32Array;
  /** Of each series: index of the first year to compute, and the place of its parameters, −1 for none. */
  readonly #years: Int32Array;
  readonly #places: Int32Array;
  /** By the first year to compute. */
  readonly #windows: readonly LaneWindow[];

  constructor(count: number, years: number, columns: number) {
    this.columns = columns;
    this.#code = new Int32Array(count * INSTRUCTION_SIZE);
    this.#starts = new Int32Array(count);
    this.#ends = new Int32Array(count);
    this.#rooms = new Int32Array(count);
    this.#years = new Int32Array(count);
    this.#places = new Int32Array(count).fill(-1);
    const to = years * columns;
    this.#windows = Array.from({ length: years + 1 }, (_, from) => ({ from: from * columns, to, step: 1 }));
  }

  /** Puts the row of a series in, in place of the one before; `null` takes it out. */
  place(series: number, row: WholeRow | null): void {
    const start = this.#starts[series] ?? 0;
    if (row === null) {
      this.#ends[series] = start;
      return;
    }
    this.#years[series] = Math.min(row.from, this.#windows.length - 1);
    if (row.kind === "formula") this.#write(series, row.code);
    else this.#placeRecurrence(series, row.operation, row.numbers);
  }

  /** Computes the row of a series; `false` when it has none. */
  run(series: number, memory: LaneMemory): boolean {
    const start = this.#starts[series] ?? 0;
    const end = this.#ends[series] ?? 0;
    const window = this.#windows[this.#years[series] ?? 0];
    if (start === end || window === undefined) return false;
    runCode(this.#code, start, end, memory, window, this.#parameters);
    return true;
  }

  #placeRecurrence(series: number, operation: number, numbers: readonly number[]): void {
    let place = this.#places[series] ?? -1;
    if (place < 0) {
      place = this.#parametersUsed;
      this.#places[series] = place;
      this.#parametersUsed += this.columns;
      this.#parameters = withRoom(this.#parameters, this.#parametersUsed);
    }
    const parameters = this.#parameters;
    for (let column = 0; column < numbers.length; column += 1)
      parameters[place + column] = numbers[column] ?? NaN;
    const start = this.#starts[series] ?? 0;
    const isThere = this.#ends[series] === start + INSTRUCTION_SIZE && this.#code[start] === operation;
    if (!isThere) this.#write(series, [operation, series, place, 0, 0, 0, 0, 0]);
  }

  /** Code that no longer fits where it stood moves to the end, with room to grow. */
  #write(series: number, code: ArrayLike<number>): void {
    if (code.length > (this.#rooms[series] ?? 0)) {
      const moved = (this.#rooms[series] ?? 0) > 0;
      this.#starts[series] = this.#used;
      this.#rooms[series] = moved ? 2 * code.length : code.length;
      this.#used += this.#rooms[series] ?? 0;
      this.#code = withRoom(this.#code, this.#used);
    }
    const start = this.#starts[series] ?? 0;
    this.#code.set(code, start);
    this.#ends[series] = start + code.length;
  }
}

/** The same array, or a longer one with its numbers when it has less than `length`. */
function withRoom<T extends Int32Array | Float64Array>(array: T, length: number): T;
function withRoom(array: Int32Array | Float64Array, length: number): Int32Array | Float64Array {
  if (array.length >= length) return array;
  const size = Math.max(length, 2 * array.length);
  const longer = array instanceof Int32Array ? new Int32Array(size) : new Float64Array(size);
  longer.set(array);
  return longer;
}
