import { BLOCK_DRAWS, fillStandardNormals, type NormalsPlace } from "./standard-normals.ts";

/** 64 MiB of draws. */
const DEFAULT_LIMIT = 2 ** 23 / BLOCK_DRAWS;
/** Room for samples that is kept for the next question: 32 MiB. */
const MAX_ROOM = 2 ** 22;
/** Above every calendar year. */
const YEARS = 10_000;

/**
 * What one question leaves for the next: standard normals, so that questions which share a seed do not pay for their draws
 * again (what was drawn first is given up first), and room for samples, because fresh memory is slow to write.
 */
export class NormalStore {
  readonly #limit: number;
  readonly #blocks = new Map<number, Float64Array[]>();
  #seed = -1;
  #held = 0;
  #room: Float64Array[] = [];

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

  /** Room for so many numbers; what stands there is to be overwritten. */
  takeRoom(length: number): Float64Array {
    const at = this.#room.findIndex((room) => room.length >= length);
    const [room] = at === -1 ? [] : this.#room.splice(at, 1);
    return room?.subarray(0, length) ?? new Float64Array(length);
  }

  /** Gives back room that nobody reads any more. */
  giveRoom(rooms: readonly Float64Array[]): void {
    const whole = [...rooms.map((room) => new Float64Array(room.buffer)), ...this.#room];
    let left = MAX_ROOM;
    this.#room = whole.filter((room) => {
      left -= room.length;
      return left >= 0;
    });
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
