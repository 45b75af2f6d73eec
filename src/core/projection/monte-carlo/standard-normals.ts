import { nextShare, nextWord, type Sfc32State, startSfc32 } from "./sfc32.ts";
import { HEIGHTS, PLACE_WIDTHS, SURE_EDGES, TAIL } from "./ziggurat.ts";

/** Draws of one block. */
export const BLOCK_DRAWS = 256;

/** Which draws: those of a driver's stream in a calendar year; block b holds the draws from 256·b on. */
export interface NormalsPlace {
  /** Integers from 0 to 2³² − 1. */
  readonly seed: number;
  readonly stream: number;
  readonly year: number;
  readonly block: number;
}

const LAYER_MASK = 255;
const WORD = 2 ** 32;
/** Makes a signed word unsigned, and puts the places half a step off 0, so that they are symmetric. */
const TO_MIDDLE = 2 ** 31 + 0.5;

/**
 * Fills `out` with draws of the standard normal distribution by the ziggurat method (Marsaglia and Tsang 2000) with 53
 * bits a draw. The draws depend on the place alone: not on other drivers, years or blocks, nor on who asks in which order.
 */
export function fillStandardNormals(out: Float64Array, { seed, stream, year, block }: NormalsPlace): void {
  const state: Sfc32State = new Int32Array(4);
  startSfc32(state, seed, stream, block, year);
  let a = state[0] ?? 0;
  let b = state[1] ?? 0;
  let c = state[2] ?? 0;
  let counter = state[3] ?? 0;
  for (let k = 0; k < out.length; k += 1) {
    // Two rounds of the generator, written out: calls would cost more than the rounds.
    const high = (((a + b) | 0) + counter) | 0;
    const b1 = (c + (c << 3)) | 0;
    const c1 = (((c << 21) | (c >>> 11)) + high) | 0;
    const a1 = b ^ (b >>> 9);
    const low = (((a1 + b1) | 0) + counter + 1) | 0;
    a = b1 ^ (b1 >>> 9);
    b = (c1 + (c1 << 3)) | 0;
    c = (((c1 << 21) | (c1 >>> 11)) + low) | 0;
    counter = (counter + 2) | 0;
    const layer = high & LAYER_MASK;
    // 21 signed bits and 32 more.
    const x = ((high >> 11) * WORD + (low + TO_MIDDLE)) * (PLACE_WIDTHS[layer] ?? 0);
    if (Math.abs(x) < (SURE_EDGES[layer] ?? 0)) {
      out[k] = x;
      continue;
    }
    state.set([a, b, c, counter]);
    out[k] = settle(x, layer, state);
    a = state[0] ?? 0;
    b = state[1] ?? 0;
    c = state[2] ?? 0;
    counter = state[3] ?? 0;
  }
}

/** Decides on a draw that is not surely under the curve, and draws again until one is. */
function settle(first: number, layer: number, state: Sfc32State): number {
  let x = first;
  let at = layer;
  for (;;) {
    if (Math.abs(x) < (SURE_EDGES[at] ?? 0)) return x;
    if (at === 0) return x < 0 ? -tail(state) : tail(state);
    const [foot, top] = [HEIGHTS[at] ?? 0, HEIGHTS[at + 1] ?? 1];
    if (foot + nextShare(state) * (top - foot) < Math.exp((-x * x) / 2)) return x;
    const high = nextWord(state);
    at = high & LAYER_MASK;
    x = ((high >> 11) * WORD + (nextWord(state) + TO_MIDDLE)) * (PLACE_WIDTHS[at] ?? 0);
  }
}

/** A draw beyond the last edge (Marsaglia 1964). */
function tail(state: Sfc32State): number {
  for (;;) {
    const beyond = -Math.log(nextShare(state)) / TAIL;
    if (-2 * Math.log(nextShare(state)) > beyond * beyond) return TAIL + beyond;
  }
}
