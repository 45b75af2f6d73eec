import {
  mapLines,
  NARRATIVE_LEVELS,
  type NarrativeBlock,
  type NarrativeRun,
  SECTIONS,
  type SectionText,
} from "#core/narrative/narrative.ts";
import type { Plan } from "#core/plan/plan.ts";
import { indicatorIdSchema, yearSchema } from "./cell-row.ts";
import { z } from "./schema-library.ts";

const runSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("words"), text: z.string(), strong: z.boolean() }),
  z.object({
    kind: z.literal("reference"),
    reference: z.object({
      indicator: indicatorIdSchema,
      says: z.enum(["value", "target", "goal"]),
      year: yearSchema.nullable(),
    }),
    strong: z.boolean(),
  }),
]);

const runsSchema = z.array(runSchema);

/** A stored block of a text; reading it gives the core's. */
export const blockSchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("heading"),
    level: z.literal(NARRATIVE_LEVELS),
    runs: runsSchema,
  }),
  z.object({ kind: z.literal("paragraph"), runs: runsSchema }),
  z.object({ kind: z.literal("list"), ordered: z.boolean(), items: z.array(runsSchema) }),
]);

/** A stored name of a section. */
export const sectionIdSchema = z.enum(SECTIONS);

/** A plan's text: written when an edit touches it, and with the plan as a whole. */
export const narrativeSchema = z.object({
  plan: z.string(),
  /** That of the plan's record. */
  generation: z.string(),
  narrative: z.array(z.object({ section: sectionIdSchema, blocks: z.array(blockSchema) })),
});

/** A text as stored. */
export type NarrativeRow = z.input<typeof narrativeSchema>;
/** A block of a text as stored. */
export type BlockRow = z.input<typeof blockSchema>;

/** The row of a plan's text. */
export function toNarrativeRow(
  { id, narrative }: Pick<Plan, "id" | "narrative">,
  generation: string,
): NarrativeRow {
  return { plan: id, generation, narrative: narrative.map(toSectionRow) };
}

function toSectionRow({ section, blocks }: SectionText): NarrativeRow["narrative"][number] {
  return { section, blocks: blocks.map(toBlockRow) };
}

/** The row of a block. */
export function toBlockRow(block: NarrativeBlock): BlockRow {
  return mapLines(block, (runs) => runs.map(toRunRow));
}

function toRunRow(run: NarrativeRun): z.input<typeof runSchema> {
  if (run.kind === "words") return { kind: run.kind, text: run.text, strong: run.strong };
  const { indicator, says, year } = run.reference;
  return { kind: run.kind, reference: { indicator, says, year }, strong: run.strong };
}
