import type { BlockRange } from "./draw-part.ts";
import { BLOCK_DRAWS } from "./standard-normals.ts";

/** Fewer blocks than this are not worth another worker. */
const LEAST_BLOCKS = 32;

/** Shares the blocks of so many draws out among workers, as evenly as can be; one range for a number that is none. */
export function blockRanges(draws: number, workers: number): readonly BlockRange[] {
  const blocks = Number.isFinite(draws) ? Math.max(0, Math.ceil(draws / BLOCK_DRAWS)) : 0;
  const parts = Math.max(1, Math.min(workers, Math.floor(blocks / LEAST_BLOCKS)));
  return Array.from({ length: parts }, (_, at) => ({
    from: Math.floor((at * blocks) / parts),
    to: Math.floor(((at + 1) * blocks) / parts),
  }));
}
