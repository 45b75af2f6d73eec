import type { Pair } from "./bench-row.ts";

/** Takes the times, in milliseconds, that both sides tell of their runs in turn; the first of each is not counted. */
export async function timeInTurn(
  runs: number,
  ours: () => number,
  theirs: () => Promise<number> | number,
): Promise<readonly Pair[]> {
  const pairs: Pair[] = [];
  for (let run = -1; run < runs; run += 1) {
    const pair = { theirs: await theirs(), ours: ours() };
    if (run >= 0) pairs.push(pair);
  }
  return pairs;
}
