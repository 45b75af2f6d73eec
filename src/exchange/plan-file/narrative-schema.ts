import * as z from "zod";
import {
  mapLines,
  NARRATIVE_LEVELS,
  type NarrativeBlock,
  type NarrativeRun,
  SECTIONS,
  type SectionText,
} from "#core/narrative/narrative.ts";
import { INDICATOR_ID, indicatorId, YEAR_RANGE, year } from "#core/plan/ids.ts";
import type { Findings } from "./findings.ts";

const run = z.union([
  z.strictObject({ text: z.string().min(1), strong: z.literal(true).optional() }),
  z.strictObject({
    indicator: z.string().regex(INDICATOR_ID),
    says: z.enum(["value", "target", "goal"]),
    year: z.int().min(YEAR_RANGE.first).max(YEAR_RANGE.last).nullable(),
    strong: z.literal(true).optional(),
  }),
]);
const runs = z.array(run);

const block = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("heading"),
    level: z.literal(NARRATIVE_LEVELS),
    runs,
  }),
  z.strictObject({ kind: z.literal("paragraph"), runs }),
  z.strictObject({ kind: z.literal("list"), ordered: z.boolean(), items: z.array(runs).min(1) }),
]);

/** Shape of the text of one section in a plan file. */
export const sectionSchema = z.strictObject({ section: z.enum(SECTIONS), blocks: z.array(block).min(1) });

type RunData = z.output<typeof run>;
type BlockData = z.output<typeof block>;
/** The text of one section in a plan file. */
export type SectionData = z.output<typeof sectionSchema>;

/** The text of a plan from its file; a section is named once. */
export function readNarrative(sections: readonly SectionData[]): readonly SectionText[] {
  return SECTIONS.flatMap((section) => {
    const found = sections.find((each) => each.section === section);
    return found === undefined ? [] : [{ section, blocks: found.blocks.map(readBlock) }];
  });
}

function readBlock(data: BlockData): NarrativeBlock {
  return mapLines(data, (line) => line.map(readRun));
}

function readRun(data: RunData): NarrativeRun {
  const strong = data.strong ?? false;
  if ("text" in data) return { kind: "words", text: data.text, strong };
  const reference = {
    indicator: indicatorId(data.indicator),
    says: data.says,
    year: data.year === null ? null : year(data.year),
  };
  return { kind: "reference", reference, strong };
}

/** The text of a plan for its file. */
export function writeNarrative(narrative: readonly SectionText[]): SectionData[] {
  return narrative.map(({ section, blocks }) => ({ section, blocks: blocks.map(writeBlock) }));
}

function writeBlock(block: NarrativeBlock): BlockData {
  return mapLines(block, (line) => line.map(writeRun));
}

function writeRun(run: NarrativeRun): RunData {
  const strong = run.strong ? { strong: true as const } : {};
  if (run.kind === "words") return { text: run.text, ...strong };
  const { indicator, says, year: of } = run.reference;
  return { indicator, says, year: of, ...strong };
}

/** What does not hold together in a file's text. Indicators that are gone are left alone. */
export function checkNarrative(found: Findings, sections: readonly SectionData[]): void {
  found.repeated(
    sections,
    ({ section }) => section,
    (at) => ["narrative", at, "section"],
  );
}
