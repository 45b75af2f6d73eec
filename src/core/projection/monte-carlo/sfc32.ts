/**
 * State of the generator SFC32 (Chris Doty-Humphrey, "small fast counting", PractRand): three words that are stirred and
 * a counter, which makes every cycle at least 2³² long. It was chosen because four words of seed are its natural input:
 * a stream of draws starts anywhere without jumping there from another.
 */
export type Sfc32State = Int32Array;

/** Rounds after which every bit of the seed has reached every bit of the state (15 in PractRand). */
const WARM_UP = 20;

/** Starts the stream of four words, each from 0 to 2³² − 1; different words give streams with nothing in common. */
export function startSfc32(state: Sfc32State, a: number, b: number, c: number, counter: number): void {
  state[0] = a;
  state[1] = b;
  state[2] = c;
  state[3] = counter;
  for (let round = 0; round < WARM_UP; round += 1) nextWord(state);
}

/** The next 32 bits, as a signed integer. */
export function nextWord(state: Sfc32State): number {
  const a = state[0] ?? 0;
  const b = state[1] ?? 0;
  const c = state[2] ?? 0;
  const counter = state[3] ?? 0;
  const word = (((a + b) | 0) + counter) | 0;
  state[3] = counter + 1;
  state[0] = b ^ (b >>> 9);
  state[1] = c + (c << 3);
  state[2] = ((c << 21) | (c >>> 11)) + word;
  return word;
}

/** A number strictly between 0 and 1, in steps of 2⁻³². */
export function nextShare(state: Sfc32State): number {
  return ((nextWord(state) >>> 0) + 0.5) / 4294967296;
}
