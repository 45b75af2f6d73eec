import { type BenchModel, COLUMNS, dependentsOf, LANES } from "./bench-model.ts";

/**
 * The same model as loops written for it alone over one typed array, laid out as the engine's: the limit that the engine
 * is held against. It knows no names, units, methods, shocks, errors or missing values.
 */
export class HandLoop {
  /** Series by year by column. */
  readonly values: Float64Array;
  readonly #model: BenchModel;
  readonly #factors: Float64Array;
  readonly #dependents = new Map<number, Int32Array>();

  constructor(model: BenchModel) {
    this.#model = model;
    this.#factors = model.rates.map((rate) => 1 + rate / 100);
    this.values = new Float64Array(model.observed.length * LANES);
    model.observed.forEach((value, at) => this.values.fill(value, at * LANES, at * LANES + COLUMNS));
  }

  /** Computes everything. */
  computeAll(): void {
    const { growing, over, under } = this.#model;
    const factors = this.#factors;
    const m = this.values;
    for (let series = 0; series < growing; series += 1) {
      for (let column = 0; column < COLUMNS; column += 1) {
        const factor = factors[series * COLUMNS + column] ?? NaN;
        const end = (series + 1) * LANES;
        let value = m[series * LANES + column] ?? NaN;
        for (let at = series * LANES + COLUMNS + column; at < end; at += COLUMNS) {
          value *= factor;
          m[at] = value;
        }
      }
    }
    for (let ratio = 0; ratio < growing; ratio += 1) {
      const d = (growing + ratio) * LANES;
      const a = (over[ratio] ?? 0) * LANES;
      const b = (under[ratio] ?? 0) * LANES;
      for (let lane = COLUMNS; lane < LANES; lane += 1) {
        m[d + lane] = ((m[a + lane] ?? NaN) / (m[b + lane] ?? NaN)) * 100;
      }
    }
  }

  /** Looks the dependents of a series up, for edits to come. */
  prepareEdits(series: number): void {
    this.#dependents.set(series, Int32Array.from(dependentsOf(this.#model, series)));
  }

  /** Gives a growing series other rates and computes it and its dependents; returns the series whose values changed. */
  setRates(series: number, rates: readonly number[]): readonly number[] {
    const changed: number[] = [];
    if (!this.#grow(series, rates)) return changed;
    changed.push(series);
    const dependents = this.#dependents.get(series);
    if (dependents === undefined) throw new RangeError(`Edits of ${series} have not been prepared`);
    for (let k = 0; k < dependents.length; k += 1) {
      const ratio = dependents[k] ?? 0;
      if (this.#divide(ratio)) changed.push(ratio);
    }
    return changed;
  }

  #grow(series: number, rates: readonly number[]): boolean {
    const m = this.values;
    const end = (series + 1) * LANES;
    let isOther = false;
    for (let column = 0; column < COLUMNS; column += 1) {
      const factor = 1 + (rates[column] ?? NaN) / 100;
      this.#factors[series * COLUMNS + column] = factor;
      let value = m[series * LANES + column] ?? NaN;
      for (let at = series * LANES + COLUMNS + column; at < end; at += COLUMNS) {
        value *= factor;
        if (m[at] !== value) isOther = true;
        m[at] = value;
      }
    }
    return isOther;
  }

  #divide(series: number): boolean {
    const { growing, over, under } = this.#model;
    const m = this.values;
    const d = series * LANES;
    const a = (over[series - growing] ?? 0) * LANES;
    const b = (under[series - growing] ?? 0) * LANES;
    let isOther = false;
    for (let lane = COLUMNS; lane < LANES; lane += 1) {
      const value = ((m[a + lane] ?? NaN) / (m[b + lane] ?? NaN)) * 100;
      if (m[d + lane] !== value) isOther = true;
      m[d + lane] = value;
    }
    return isOther;
  }
}
