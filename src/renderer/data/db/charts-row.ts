import { indicatorId } from "#core/plan/ids.ts";
import { LABEL_CHOICES } from "#core/report/gallery/chart-design.ts";
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

/** How the charts of a plan are designed, as stored beside the arrangements of its grid. */
export const chartsSchema = z.object({
  id: z.string(),
  plan: z.string(),
  charts: z.object({
    look: lookSchema,
    designs: z.record(z.string(), designSchema),
    inReport: z.array(z.string().transform(indicatorId)).readonly().nullable(),
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
