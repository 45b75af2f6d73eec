const MAX_BINS = 4096;
const MIN_BINS = 64;
/** So few values are sorted faster than binned. */
const FEW = 512;
const SAMPLE = 512;
/** A bin that holds more than this is binned again. */
const MANY = 4096;
/** Values so uneven that this many rounds do not part them are sorted. */
const DEEPEST = 4;

/** Which ranks are wanted of so many numbers; ascending, 0 is the smallest. */
type RanksOf = (count: number) => readonly number[];

/** A bin with wanted ranks: where its values begin among all, and among those that were gathered. */
interface WantedBin {
  readonly bin: number;
  readonly firstRank: number;
  readonly start: number;
  readonly ranks: number[];
}

/**
 * Finds values by rank without sorting all: counts them in bins over a range taken from a sample, then sorts those that
 * share a bin with a wanted rank. Exact for any values; NaN takes no rank. Keeps its work space for the next use.
 */
export class RankSelector {
  readonly #counts = new Int32Array(MAX_BINS + 1);
  readonly #marks = new Uint8Array(MAX_BINS + 1);
  #bins = new Uint16Array(0);
  #deeper: RankSelector | null = null;

  /** The values at the ranks, of which there are at most 255; `depth` counts rounds within rounds. */
  select(values: Float64Array, ranksOf: RanksOf, depth = 0): Float64Array {
    const range = values.length <= FEW || depth > DEEPEST ? null : sampledRange(values, depth === 0);
    if (range === null) return valuesAt(values, ranksOf);
    const bins = Math.min(MAX_BINS, Math.max(MIN_BINS, values.length >> 2));
    this.#count(values, range, bins);
    const wanted = this.#wanted(ranksOf(values.length - (this.#counts[0] ?? 0)));
    const gathered = this.#gather(values, wanted);
    const found: number[] = [];
    for (const { bin, start, firstRank, ranks } of wanted) {
      const own = gathered.subarray(start, start + (this.#counts[bin] ?? 0));
      const within = () => ranks.map((rank) => rank - firstRank);
      found.push(...(own.length <= MANY ? valuesAt(own, within) : this.#selectDeeper(own, within, depth)));
    }
    return Float64Array.from(found);
  }

  #selectDeeper(values: Float64Array, ranksOf: RanksOf, depth: number): Float64Array {
    this.#deeper ??= new RankSelector();
    return this.#deeper.select(values, ranksOf, depth + 1);
  }

  /** Counts by bin, from 1 to `bins`; the outer ones take what lies beyond the range, and bin 0 takes NaN. */
  #count(values: Float64Array, { low, high }: Range, bins: number): void {
    if (this.#bins.length < values.length) this.#bins = new Uint16Array(values.length);
    const [counts, binOf] = [this.#counts, this.#bins];
    counts.fill(0);
    const scale = (bins - 2) / (high - low);
    // Rounding keeps the order, so that a bin never holds a value that belongs behind one of the next.
    const offset = 2 - low * scale;
    for (let k = 0; k < values.length; k += 1) {
      const place = (values[k] ?? NaN) * scale + offset;
      let bin = place | 0;
      if (!(place >= 1 && place < bins)) bin = place >= bins ? bins : place < 1 ? 1 : 0;
      binOf[k] = bin;
      counts[bin] = (counts[bin] ?? 0) + 1;
    }
  }

  #wanted(ranks: readonly number[]): readonly WantedBin[] {
    const wanted: WantedBin[] = [];
    let bin = 0;
    let next = 0;
    let start = 0;
    for (const rank of ranks) {
      const last = wanted.at(-1);
      if (rank < next && last !== undefined) {
        last.ranks.push(rank);
        continue;
      }
      start += last === undefined ? 0 : (this.#counts[last.bin] ?? 0);
      let first = next;
      while (next <= rank) {
        bin += 1;
        first = next;
        next += this.#counts[bin] ?? 0;
      }
      wanted.push({ bin, firstRank: first, start, ranks: [rank] });
    }
    return wanted;
  }

  /** The values of the wanted bins, bin by bin. */
  #gather(values: Float64Array, wanted: readonly WantedBin[]): Float64Array {
    const [marks, binOf] = [this.#marks, this.#bins];
    marks.fill(0);
    // Bins are marked from 1 on, in a byte each: looking all values up stays within the processor's nearest memory.
    for (const [at, { bin }] of wanted.entries()) marks[bin] = at + 1;
    const places = Int32Array.from(wanted, ({ start }) => start);
    const last = wanted.at(-1);
    const gathered = new Float64Array(last === undefined ? 0 : last.start + (this.#counts[last.bin] ?? 0));
    for (let k = 0; k < values.length; k += 1) {
      const mark = marks[binOf[k] ?? 0] ?? 0;
      if (mark === 0) continue;
      const place = places[mark - 1] ?? 0;
      gathered[place] = values[k] ?? NaN;
      places[mark - 1] = place + 1;
    }
    return gathered;
  }
}

interface Range {
  readonly low: number;
  readonly high: number;
}

/** From the smallest to the largest of a sample, or of all; `null` where that parts nothing. */
function sampledRange(values: Float64Array, sample: boolean): Range | null {
  const step = sample ? Math.max(1, Math.floor(values.length / SAMPLE)) : 1;
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < values.length; k += step) {
    const value = values[k] ?? NaN;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  // A span that overflows, or by which one cannot divide, makes no bins.
  const scale = MAX_BINS / (high - low);
  return scale > 0 && Number.isFinite(scale) ? { low, high } : null;
}

/** By sorting, which puts NaN last. */
function valuesAt(values: Float64Array, ranksOf: RanksOf): Float64Array {
  const sorted = values.slice().sort();
  let count = sorted.length;
  while (count > 0 && Number.isNaN(sorted[count - 1])) count -= 1;
  return Float64Array.from(ranksOf(count), (rank) => sorted[rank] ?? NaN);
}
