import type { NarrativeBlock, SectionId } from "#core/narrative/narrative.ts";
import type { PlanId } from "#core/plan/ids.ts";
import { blockSchema, sectionIdSchema, toBlockRow } from "./db/narrative-row.ts";
import { z } from "./db/schema-library.ts";
import { readKept } from "./read-kept.ts";

/** A section as it was being written when its window went away. */
interface UnfinishedText {
  readonly section: SectionId;
  readonly blocks: readonly NarrativeBlock[];
  /** What the section said then. */
  readonly from: readonly NarrativeBlock[];
}

const PREFIX = "unfinished-text:";

const blocksSchema = z.array(blockSchema);
const textSchema = z.object({ section: sectionIdSchema, blocks: blocksSchema, from: blocksSchema });

/** Keeps a section that was not stored yet for the next time the plan's report is open; a window that goes waits for no database. */
export function keepUnfinishedText(plan: PlanId, { section, blocks, from }: UnfinishedText): void {
  const row = { section, blocks: blocks.map(toBlockRow), from: from.map(toBlockRow) };
  localStorage.setItem(PREFIX + plan, JSON.stringify(row));
}

/** The section that was not stored; `null` when there is none that can be read. */
export function unfinishedText(plan: PlanId): UnfinishedText | null {
  return readKept(localStorage.getItem(PREFIX + plan), textSchema);
}

/** Lets go of it, once it is stored or given up. */
export function forgetUnfinishedText(plan: PlanId): void {
  localStorage.removeItem(PREFIX + plan);
}
