import type { NarrativeBlock, SectionId } from "#core/narrative/narrative.ts";
import type { PlanId } from "#core/plan/ids.ts";
import { blockSchema, sectionIdSchema, toBlockRow } from "./db/narrative-row.ts";
import { z } from "./db/schema-library.ts";
import { readKept } from "./read-kept.ts";

/** A section as it was being written when its window went away. */
interface UnfinishedText {
  readonly section: SectionId;
  readonly blocks: readonly NarrativeBlock[];
}

const PREFIX = "unfinished-text:";

const textSchema = z.object({ section: sectionIdSchema, blocks: z.array(blockSchema) });

/** Keeps a section that was not stored yet for the next time the plan's text is open; a window that goes waits for no database. */
export function keepUnfinishedText(plan: PlanId, { section, blocks }: UnfinishedText): void {
  localStorage.setItem(PREFIX + plan, JSON.stringify({ section, blocks: blocks.map(toBlockRow) }));
}

/** The section that was not stored; `null` when there is none that can be read. */
export function unfinishedText(plan: PlanId): UnfinishedText | null {
  return readKept(localStorage.getItem(PREFIX + plan), textSchema);
}

/** Lets go of it, once it is stored. */
export function forgetUnfinishedText(plan: PlanId): void {
  localStorage.removeItem(PREFIX + plan);
}
