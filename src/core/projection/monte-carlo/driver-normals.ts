import type { NormalsOfYear } from "./driver-path.ts";
import type { NormalStore } from "./normal-store.ts";
import type { PreparedSimulation } from "./prepare-simulation.ts";
import { BLOCK_DRAWS } from "./standard-normals.ts";

/**
 * The normals of every driver in one block: its own stream's, or a mixture of the streams where drivers correlate.
 * Drivers correlate within a calendar year.
 */
export class DriverNormals {
  readonly #prepared: PreparedSimulation;
  readonly #store: NormalStore;
  readonly #mixed = new Map<string, Float64Array>();
  #block = -1;

  constructor(prepared: PreparedSimulation, store: NormalStore) {
    this.#prepared = prepared;
    this.#store = store;
  }

  /** The normals of a driver in a block, by its k-th year; to be read only. */
  of(driver: number, block: number): NormalsOfYear {
    const firstYear = (this.#prepared.paths[driver]?.last.year ?? 0) + 1;
    return (k) => this.#normals(driver, block, firstYear + k);
  }

  #normals(driver: number, block: number, year: number): Float64Array {
    const weights = this.#prepared.mixing?.[driver];
    if (weights === undefined) return this.#own(driver, block, year);
    if (block !== this.#block) this.#mixed.clear();
    this.#block = block;
    const key = `${driver} ${year}`;
    const known = this.#mixed.get(key);
    if (known !== undefined) return known;
    const mixed = new Float64Array(BLOCK_DRAWS);
    for (const [other, weight] of weights.entries()) {
      if (weight === 0) continue;
      const normals = this.#own(other, block, year);
      for (let i = 0; i < BLOCK_DRAWS; i += 1) mixed[i] = (mixed[i] ?? 0) + weight * (normals[i] ?? NaN);
    }
    this.#mixed.set(key, mixed);
    return mixed;
  }

  #own(driver: number, block: number, year: number): Float64Array {
    const { seed, drivers } = this.#prepared.question;
    return this.#store.block({ seed, stream: drivers[driver]?.stream ?? 0, year, block });
  }
}
