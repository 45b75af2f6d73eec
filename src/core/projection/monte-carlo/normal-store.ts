import { BLOCK_DRAWS, fillStandardNormals, type NormalsPlace } from "./standard-normals.ts";

/** 64 MiB of draws. */
const DEFAULT_LIMIT = 2 ** 23 / BLOCK_DRAWS;
/** Above every calendar year. */
const YEARS = 10_000;

/**
 * Standard normals that were drawn before, so that questions which share a seed share their draws and do not pay for them
 * again. What was drawn first makes room.
 */
export class NormalStore {
  readonly #limit: number;
  readonly #blocks = new Map<number, Float64Array[]>();
  #seed = -1;
  #held = 0;

  /** @param limit blocks to keep at most */
  constructor(limit = DEFAULT_LIMIT) {
    this.#limit = limit;
  }

  /** The draws of a place, to be read only. */
  block(place: NormalsPlace): Float64Array {
    if (place.seed !== this.#seed) this.#forget(place.seed);
    const blocks = this.#blocksOf(place.stream * YEARS + place.year);
    const known = blocks[place.block];
    if (known !== undefined) return known;
    const drawn = new Float64Array(BLOCK_DRAWS);
    fillStandardNormals(drawn, place);
    if (this.#held >= this.#limit) this.#makeRoom(blocks);
    if (this.#held < this.#limit) {
      blocks[place.block] = drawn;
      this.#held += 1;
    }
    return drawn;
  }

  #blocksOf(key: number): Float64Array[] {
    const blocks = this.#blocks.get(key) ?? [];
    if (blocks.length === 0) this.#blocks.set(key, blocks);
    return blocks;
  }

  #makeRoom(wanted: readonly Float64Array[]): void {
    for (const [key, blocks] of this.#blocks) {
      if (blocks === wanted) continue;
      this.#blocks.delete(key);
      this.#held -= blocks.filter((block) => block.length > 0).length;
      return;
    }
  }

  #forget(seed: number): void {
    this.#seed = seed;
    this.#blocks.clear();
    this.#held = 0;
  }
}
