/** One figure: ours against a peer, both measured in turn in one run. */
export interface BenchRow {
  /** Number of the goal in the design's table of performance goals. */
  readonly goal: number;
  readonly name: string;
  readonly against: string;
  readonly runs: number;
  /** Milliseconds: medians, except where the name says otherwise. */
  readonly oursMs: number;
  readonly theirsMs: number;
  /** Ours divided by theirs. */
  readonly ratio: number;
  /** What the ratio of single runs is between, from the lowest tenth to the highest. */
  readonly spread: readonly [low: number, high: number];
  /** Upper bound of the ratio; `null` for a figure that shows growth with size and is no goal. */
  readonly target: number | null;
}

/** Times of one run of both, in milliseconds. */
export interface Pair {
  readonly ours: number;
  readonly theirs: number;
}

/** The row of pairs of runs, with medians. */
export function rowOf(
  pairs: readonly Pair[],
  about: Pick<BenchRow, "goal" | "name" | "against" | "target">,
): BenchRow {
  const ratios = pairs.map(({ ours, theirs }) => ours / theirs);
  return {
    ...about,
    runs: pairs.length,
    oursMs: median(pairs.map(({ ours }) => ours)),
    theirsMs: median(pairs.map(({ theirs }) => theirs)),
    ratio: median(ratios),
    spread: spreadOf(ratios),
  };
}

/** The lowest and the highest tenth. */
export const spreadOf = (values: readonly number[]): readonly [number, number] => [
  quantile(values, 0.1),
  quantile(values, 0.9),
];

/** The value below which `share` of the values lie (nearest rank). */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1));
  return sorted[at] ?? Number.NaN;
}

/** The middle value. */
export const median = (values: readonly number[]): number => quantile(values, 0.5);
