import type { Pair } from "./bench-row.ts";
import { processorMs } from "./processor-time.ts";

/** Long enough to be measured to a part in a thousand, short enough for many turns. */
const BATCH_MS = 2;
const WARM_UP_MS = 300;

/** Measures two pieces of work in turn, each in batches of some milliseconds, and gives the processor time of one piece. */
export function inTurn(ours: () => void, theirs: () => void, rounds: number): readonly Pair[] {
  const [oursAtOnce, theirsAtOnce] = [batchOf(ours), batchOf(theirs)];
  const pairs: Pair[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const theirTime = timeOf(theirs, theirsAtOnce);
    pairs.push({ ours: timeOf(ours, oursAtOnce), theirs: theirTime });
  }
  return pairs;
}

/** The same for a peer that takes its own time, in milliseconds. */
export async function inTurnWith(
  ours: () => void,
  theirs: () => Promise<number>,
  rounds: number,
): Promise<readonly Pair[]> {
  const atOnce = batchOf(ours);
  const pairs: Pair[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const theirTime = await theirs();
    pairs.push({ ours: timeOf(ours, atOnce), theirs: theirTime });
  }
  return pairs;
}

/** Warms up and finds how many pieces of work make a batch. */
function batchOf(work: () => void): number {
  const start = processorMs();
  let count = 0;
  for (; processorMs() - start < WARM_UP_MS; count += 1) work();
  return Math.max(1, Math.round((BATCH_MS * count) / WARM_UP_MS));
}

function timeOf(work: () => void, times: number): number {
  const start = processorMs();
  for (let time = 0; time < times; time += 1) work();
  return (processorMs() - start) / times;
}
