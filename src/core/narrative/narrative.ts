import type { IndicatorId, Year } from "../plan/ids.ts";

/** The sections of a plan's text, in their order. */
export const SECTIONS = ["basis", "foundation", "goals", "tasks", "projects", "safeguards"] as const;

/** A section of a plan's text. */
export type SectionId = (typeof SECTIONS)[number];

/**
 * What a reference to an indicator stands for in the text: `value` an observation with its unit (the year's, or the base value where
 * `year` is `null`), `target` the wording of a target, `goal` the indicator's name with its target and milestones (the year's target, or the last one, with its year where the plan ends in another).
 */
export interface IndicatorReference {
  readonly indicator: IndicatorId;
  readonly says: "value" | "target" | "goal";
  readonly year: Year | null;
}

/** A piece of a line: words, or a place that says what the table says at the time of reading. `strong` is set off (黑体). */
export type NarrativeRun =
  | { readonly kind: "words"; readonly text: string; readonly strong: boolean }
  | { readonly kind: "reference"; readonly reference: IndicatorReference; readonly strong: boolean };

/** Levels of headings within a section: （一） / 1. / （1）. */
export const NARRATIVE_LEVELS = [2, 3, 4] as const;

/** A paragraph, heading or list whose lines are kept as `Line` and those of a list as `Items`. */
type BlockOf<Line, Items> =
  | { readonly kind: "heading"; readonly level: (typeof NARRATIVE_LEVELS)[number]; readonly runs: Line }
  | { readonly kind: "paragraph"; readonly runs: Line }
  | { readonly kind: "list"; readonly ordered: boolean; readonly items: Items };

/** One paragraph, heading or list of a section. */
export type NarrativeBlock = BlockOf<readonly NarrativeRun[], readonly (readonly NarrativeRun[])[]>;

/** What the planner has written in a section; at least one block. */
export interface SectionText {
  readonly section: SectionId;
  readonly blocks: readonly NarrativeBlock[];
}

/** What is written in a section; nothing where the planner has not written there. */
export function sectionBlocks(
  narrative: readonly SectionText[],
  section: SectionId,
): readonly NarrativeBlock[] {
  return narrative.find((each) => each.section === section)?.blocks ?? [];
}

/** The text with other blocks in a section; a section without any goes. Sections stand in their order. */
export function withSection(
  narrative: readonly SectionText[],
  section: SectionId,
  blocks: readonly NarrativeBlock[],
): readonly SectionText[] {
  const others = narrative.filter((each) => each.section !== section);
  const sections = blocks.length === 0 ? others : [...others, { section, blocks }];
  return sections.sort((a, b) => SECTIONS.indexOf(a.section) - SECTIONS.indexOf(b.section));
}

/** The lines of a block: one, or an item each. */
export const linesOf = (block: NarrativeBlock): readonly (readonly NarrativeRun[])[] =>
  block.kind === "list" ? block.items : [block.runs];

/** The block with other lines, which may also be lines in another form. */
export function mapLines<From, To>(
  block: BlockOf<From, readonly From[]>,
  change: (line: From) => To,
): BlockOf<To, To[]> {
  switch (block.kind) {
    case "heading":
      return { kind: block.kind, level: block.level, runs: change(block.runs) };
    case "paragraph":
      return { kind: block.kind, runs: change(block.runs) };
    case "list":
      return { kind: block.kind, ordered: block.ordered, items: block.items.map(change) };
  }
}
