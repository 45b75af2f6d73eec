import { sameValue } from "../same-value.ts";
import type { NarrativeBlock } from "./narrative.ts";

/** A stretch of blocks that became others: `gone` blocks from `at` on (from 0) are now `come`. */
export interface BlockSplice {
  readonly at: number;
  readonly gone: readonly NarrativeBlock[];
  readonly come: readonly NarrativeBlock[];
}

/** What makes one list of blocks another: the blocks between those that are the same at the beginning and the end; `null` where all are. */
export function blockSplice(
  from: readonly NarrativeBlock[],
  to: readonly NarrativeBlock[],
): BlockSplice | null {
  const least = Math.min(from.length, to.length);
  let at = 0;
  while (at < least && sameValue(from[at], to[at])) at += 1;
  let tail = 0;
  while (tail < least - at && sameValue(from.at(-1 - tail), to.at(-1 - tail))) tail += 1;
  const gone = from.slice(at, from.length - tail);
  const come = to.slice(at, to.length - tail);
  return gone.length + come.length === 0 ? null : { at, gone, come };
}

/** The blocks after a splice. */
export function spliced(
  blocks: readonly NarrativeBlock[],
  { at, gone, come }: BlockSplice,
): readonly NarrativeBlock[] {
  return [...blocks.slice(0, at), ...come, ...blocks.slice(at + gone.length)];
}

/** What two sides made of the same blocks: both where they changed different ones; where they changed the same, ours. */
export function mergeBlocks(
  base: readonly NarrativeBlock[],
  ours: readonly NarrativeBlock[],
  theirs: readonly NarrativeBlock[],
): readonly NarrativeBlock[] {
  const [mine, other] = [blockSplice(base, ours), blockSplice(base, theirs)];
  if (mine === null) return theirs;
  if (other === null) return ours;
  if (mine.at + mine.gone.length <= other.at) return spliced(spliced(base, other), mine);
  if (other.at + other.gone.length <= mine.at) return spliced(spliced(base, mine), other);
  return ours;
}
