import * as z from "zod";
import {
  linesOf,
  type NarrativeBlock,
  type NarrativeRun,
  SECTIONS,
  type SectionText,
} from "#core/narrative/narrative.ts";
import { indicatorId, YEAR_RANGE, year } from "#core/plan/ids.ts";
import type { Findings } from "./findings.ts";

const run = z.union([
  z.strictObject({ text: z.string().min(1), strong: z.literal(true).optional() }),
  z.strictObject({
    indicator: z.string().regex(/^[a-z0-9-]+\/[a-z0-9]+(?:-[a-z0-9]+)*$/u),
    says: z.enum(["value", "target", "goal"]),
    year: z.int().min(YEAR_RANGE.first).max(YEAR_RANGE.last).nullable(),
    strong: z.literal(true).optional(),
  }),
]);
const runs = z.array(run);

const block = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("heading"),
    level: z.union([z.literal(2), z.literal(3), z.literal(4)]),
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
  return data.kind === "list"
    ? { ...data, items: data.items.map((item) => item.map(readRun)) }
    : { ...data, runs: data.runs.map(readRun) };
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
  const lines = linesOf(block).map((line) => line.map(writeRun));
  const [first = []] = lines;
  switch (block.kind) {
    case "heading":
      return { kind: block.kind, level: block.level, runs: first };
    case "paragraph":
      return { kind: block.kind, runs: first };
    case "list":
      return { kind: block.kind, ordered: block.ordered, items: lines };
  }
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
