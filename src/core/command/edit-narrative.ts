import { blockSplice, spliced } from "../narrative/merge-blocks.ts";
import {
  linesOf,
  mapLines,
  type NarrativeBlock,
  type NarrativeRun,
  type SectionId,
  sectionBlocks,
  SECTIONS,
  type SectionText,
  withSection,
} from "../narrative/narrative.ts";
import type { NarrativeChange } from "./plan-change.ts";
import { printableText } from "./printable-text.ts";

/** What a planner does to the text of a plan: a section says this from now on. */
export interface NarrativeCommand {
  readonly type: "writeSection";
  readonly section: SectionId;
  readonly blocks: readonly NarrativeBlock[];
}

/** The changes that a command makes to a plan's text. */
export function writeSection(
  { narrative }: { readonly narrative: readonly SectionText[] },
  { section, blocks }: NarrativeCommand,
): readonly NarrativeChange[] {
  return narrativeDifference(narrative, withSection(narrative, section, tidyBlocks(blocks)));
}

/** The changes that make one text of a plan another: for each section the blocks between those that are the same at its beginning and end. */
export function narrativeDifference(
  from: readonly SectionText[],
  to: readonly SectionText[],
): readonly NarrativeChange[] {
  if (from === to) return [];
  return SECTIONS.flatMap((section): NarrativeChange[] => {
    const [before, after] = [sectionBlocks(from, section), sectionBlocks(to, section)];
    const splice = blockSplice(before, after);
    if (splice === null) return [];
    return [{ kind: "narrative", section, at: splice.at, before: splice.gone, after: splice.come }];
  });
}

/** A plan's text after changes of it; throws where a change speaks of blocks that are not there. */
export function applyNarrativeChange(
  narrative: readonly SectionText[],
  { section, at, before, after }: NarrativeChange,
): readonly SectionText[] {
  const blocks = sectionBlocks(narrative, section);
  if (at + before.length > blocks.length)
    throw new RangeError(`No block ${at + before.length} in ${section}`);
  return withSection(narrative, section, spliced(blocks, { at, gone: before, come: after }));
}

/**
 * Blocks as they are kept: printable words in as few pieces as can be, and no empty block at the end. What was emptied keeps one empty
 * paragraph: no block at all means that nothing is written, and something is proposed.
 */
export function tidyBlocks(blocks: readonly NarrativeBlock[]): readonly NarrativeBlock[] {
  const tidy = blocks.map((block) => mapLines(block, tidyRuns));
  const last = tidy.findLastIndex((block) => linesOf(block).some((runs) => runs.length > 0));
  return last < 0 && blocks.length > 0 ? [{ kind: "paragraph", runs: [] }] : tidy.slice(0, last + 1);
}

function tidyRuns(runs: readonly NarrativeRun[]): readonly NarrativeRun[] {
  const found: NarrativeRun[] = [];
  for (const run of runs) {
    const last = found.at(-1);
    if (run.kind === "reference") found.push(run);
    else {
      const text = printableText(run.text).replace(/[\t\n\r]+/gu, " ");
      if (text === "") continue;
      if (last?.kind === "words" && last.strong === run.strong)
        found[found.length - 1] = { ...last, text: last.text + text };
      else found.push({ ...run, text });
    }
  }
  return found;
}
