import { INSTRUCTION_SIZE } from "../formula/lane-code.ts";
import type { LaneWindow } from "../formula/lane-kernels.ts";
import { type LaneMemory, runCode } from "../formula/run-lanes.ts";
import type { ColumnGroup, CompiledSeries } from "./compiled-model.ts";
import { recurrenceNumber, wholeRow } from "./whole-row.ts";

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

  /** Puts a series in, in place of what stood there; one that is no whole row is left out. */
  place(index: number, series: CompiledSeries): void {
    const row = wholeRow(series);
    const [group] = series.groups;
    if (row === null || group === undefined) {
      this.#ends[index] = this.#starts[index] ?? 0;
      return;
    }
    const lag = group.procedure.kind === "formula" ? group.procedure.code.maxLag : 0;
    this.#years[index] = Math.min(Math.max(series.firstFree, lag), this.#windows.length - 1);
    if (row !== "formula") this.#placeRecurrence(index, row, series.groups);
    else if (group.procedure.kind === "formula") this.#write(index, group.procedure.code.code);
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

  /** The first lane that the row of a series computes; all after it are computed, too. −1 when it has none. */
  firstLane(series: number): number {
    return this.#starts[series] === this.#ends[series] ? -1 : (this.#years[series] ?? 0) * this.columns;
  }

  #placeRecurrence(index: number, operation: number, groups: readonly ColumnGroup[]): void {
    const place = this.#parameterPlace(index);
    for (const { procedure, columns } of groups) {
      if (procedure.kind !== "own") continue;
      const number = recurrenceNumber(procedure.assumption);
      for (const column of columns) this.#parameters[place + column] = number;
    }
    const start = this.#starts[index] ?? 0;
    const isThere = this.#ends[index] === start + INSTRUCTION_SIZE && this.#code[start] === operation;
    if (!isThere) this.#write(index, [operation, index, place, 0, 0, 0, 0, 0]);
  }

  #parameterPlace(index: number): number {
    const known = this.#places[index] ?? -1;
    if (known >= 0) return known;
    const place = this.#parametersUsed;
    this.#places[index] = place;
    this.#parametersUsed += this.columns;
    this.#parameters = withRoom(this.#parameters, this.#parametersUsed);
    return place;
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
