/** One figure: ours against a peer, both measured in turn in one run. */
export interface BenchRow {
  /** Number of the goal in the design's table of performance goals. */
  readonly goal: number;
  readonly name: string;
  readonly peer: string;
  readonly runs: number;
  /** Milliseconds: medians, except where the name says p95. */
  readonly oursMs: number;
  readonly peerMs: number;
  /** Ours divided by the peer's, as the median of the pairs with the lowest and the highest. */
  readonly ratio: number;
  readonly ratioLow: number;
  readonly ratioHigh: number;
  readonly aim: string;
  readonly met: boolean;
}

/** The value below which `share` of the values lie (nearest rank). */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1));
  return sorted[at] ?? Number.NaN;
}

/** The middle value. */
export const median = (values: readonly number[]): number => quantile(values, 0.5);
