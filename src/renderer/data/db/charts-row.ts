import { indicatorId } from "#core/plan/ids.ts";
import { LABEL_CHOICES } from "#core/report/gallery/chart-design.ts";
import { CHART_KINDS } from "#core/report/gallery/gallery-source.ts";
import { scenarioId } from "#core/scenario/scenario.ts";
import { CHART_FONTS, TEXT_SIZES, PALETTE_NAMES } from "#core/report/chart-look.ts";
import { z } from "./schema-library.ts";

const lookSchema = z.object({
  palette: z.enum(PALETTE_NAMES),
  size: z.enum(["full", "half", "slide"]),
  font: z.enum(CHART_FONTS),
  text: z.enum(TEXT_SIZES),
});

const year = z.number().int().min(1949).max(2100).nullable();

const designSchema = z.object({
  title: z.string().nullable(),
  unit: z.string().nullable(),
  source: z.string().nullable(),
  hidden: z.array(z.string()).readonly(),
  years: z.object({ first: year, last: year }),
  labels: z.enum(LABEL_CHOICES),
  look: lookSchema.nullable(),
});

const wishSchema = z.object({
  kind: z.enum(CHART_KINDS),
  indicator: z.string().transform(indicatorId),
  measure: z.enum(["level", "growth"]),
  scenario: z.string().transform(scenarioId),
  from: z.string().transform(scenarioId),
});

/** How the charts of a plan are designed, as stored beside the arrangements of its grid. */
export const chartsSchema = z.object({
  id: z.string(),
  plan: z.string(),
  charts: z.object({
    look: lookSchema,
    designs: z.record(z.string(), designSchema),
    inReport: z.array(z.string().transform(indicatorId)).readonly().nullable(),
    // Records from before other kinds could be put into a report have none.
    placed: z.array(wishSchema).readonly().default([]),
  }),
});

/** The saved styles of charts, as stored beside the arrangements of grids. */
export const looksSchema = z.object({
  id: z.string(),
  plan: z.null(),
  looks: z.array(z.object({ name: z.string(), look: lookSchema })).readonly(),
});

/** Designs or styles as stored. */
export type ChartsRow = z.input<typeof chartsSchema> | z.input<typeof looksSchema>;
