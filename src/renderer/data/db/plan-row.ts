import { conceptId, jurisdictionCode, planId } from "#core/plan/ids.ts";
import type { DroppedIndicator, Indicator } from "#core/plan/plan.ts";
import type { Statement } from "#core/plan/statement.ts";
import {
  fieldSchema,
  indicatorIdSchema,
  plannedTargetSchema,
  quantitySchema,
  statementIdSchema,
  toFieldRow,
  toPlannedTargetRow,
  toQuantityRow,
  yearSchema,
} from "./cell-row.ts";
import {
  disagreementSchema,
  evidenceSchema,
  outlineEntrySchema,
  taskIdSchema,
  toEvidenceRow,
} from "./programme-row.ts";
import { z } from "./schema-library.ts";

const conceptIdSchema = z.string().transform(conceptId);
const planIdSchema = z.string().transform(planId);
const count = z.number().int().min(0);
const sequence = z.number().int().min(1);

/** A stored indicator; reading it gives the core's indicator. */
export const indicatorSchema = z.object({
  id: indicatorIdSchema,
  concept: conceptIdSchema.nullable(),
  name: z.string(),
  unit: z.string(),
  attribute: z.enum(["binding", "anticipatory", "unspecified"]),
  department: z.string().nullable(),
  category: z.string().nullable(),
  base: z
    .object({
      year: yearSchema,
      provisional: quantitySchema.nullable(),
      provisionalFrom: z.enum(["predecessor-target", "estimate"]).nullable(),
    })
    .nullable(),
  targets: z.array(plannedTargetSchema),
  rejected: z.array(z.object({ field: fieldSchema, text: z.string() })),
  sources: z.array(z.object({ year: yearSchema, statement: statementIdSchema })),
  remarks: z.array(
    z.object({ field: fieldSchema, note: z.string().nullable(), source: z.string().nullable() }),
  ),
  matches: z.array(z.object({ plan: planIdSchema, indicator: indicatorIdSchema })),
  carriedFrom: z
    .object({
      indicator: indicatorIdSchema,
      fate: z.enum(["kept", "caliber-changed"]),
      reason: z.string().nullable(),
    })
    .nullable(),
});

/** A stored statement; reading it gives the core's statement. */
export const statementSchema = z.object({
  id: statementIdSchema,
  indicator: indicatorIdSchema.nullable(),
  task: taskIdSchema.nullable(),
  concept: conceptIdSchema.nullable(),
  kind: z.enum(["observation", "target", "amount", "milestone", "derived"]),
  year: yearSchema.nullable(),
  yearBasis: z.enum(["stated", "inherited", "inferred", "derived"]).nullable(),
  period: z.object({ start: yearSchema, end: yearSchema }).nullable(),
  comparedWith: yearSchema.nullable(),
  form: z.enum([
    "level",
    "change",
    "atLeast",
    "exceed",
    "atMost",
    "below",
    "about",
    "between",
    "floorStretch",
    "averageGrowth",
    "cumulative",
    "increase",
    "fullCoverage",
    "qualitative",
  ]),
  value: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  floor: z.number().nullable(),
  stretch: z.number().nullable(),
  unit: z.string().nullable(),
  decimals: count.nullable(),
  wording: z.string().nullable(),
  table: z.boolean(),
  evidence: evidenceSchema.nullable(),
  derivation: z.object({ formula: z.string(), from: z.array(statementIdSchema) }).nullable(),
  note: z.string().nullable(),
});

const highlightSchema = z.object({
  indicator: indicatorIdSchema,
  name: z.string(),
  unit: z.string(),
  points: z.array(z.object({ year: yearSchema, value: z.number() })),
  base: z.object({ year: yearSchema, value: z.number() }).nullable(),
  targets: z.array(z.object({ year: yearSchema, level: z.number(), stretch: z.number().nullable() })),
});

/** What the library shows of a plan beside the names of its indicators, reckoned when the plan was written. */
export const summarySchema = z.object({
  indicatorCount: count,
  observationCount: count,
  targetCount: count,
  filled: z.object({ targets: count, bases: count, departments: count, evidence: count }),
  rejectedCount: count,
  highlight: highlightSchema.nullable(),
});

/** A stored indicator of the predecessor that the plan leaves out. */
export const droppedSchema = z.object({
  indicator: indicatorIdSchema,
  name: z.string(),
  reason: z.string(),
});

/** The record of a plan: all but its indicators with their values and its statements, which stand in chunks, and what has a record of its own. */
export const planSchema = z.object({
  id: planIdSchema,
  /** Fresh whenever the plan is put in as a whole, so that a revision number means one content only. */
  generation: z.string(),
  revision: count,
  title: z.string(),
  jurisdiction: z
    .string()
    .regex(/^\d{6}$/)
    .transform(jurisdictionCode),
  periodStart: yearSchema,
  periodEnd: yearSchema,
  status: z.enum(["draft", "consultation", "issued"]),
  origin: z.enum(["bundled", "own"]),
  predecessor: planIdSchema.nullable(),
  superior: planIdSchema.nullable(),
  documents: z.array(z.object({ file: z.string(), sha256: z.string() })),
  outline: z.array(outlineEntrySchema),
  disagreements: z.array(disagreementSchema),
  dropped: z.array(droppedSchema),
  /** The columns of its observations; the chunks hold what stands in them. */
  years: z.array(yearSchema),
  /** For each chunk the revision in which it was last written. */
  chunkRevisions: z.array(count).min(1),
  /** The revision in which scenarios and drivers were last written. */
  scenariosRevision: count,
  /** The revision in which the text was last written. */
  narrativeRevision: count,
  /** The revision in which the names of its indicators were last written. */
  namesRevision: count,
  /** Where the plan stands in the journal. */
  undo: sequence.nullable(),
  redo: z.array(sequence),
  lastEditAt: z.number().nullable(),
  summary: summarySchema,
  createdAt: z.number(),
  updatedAt: z.number(),
});

/** Some 200 indicators of a plan with their values and the statements about them; those about no indicator are in chunk 0. */
export const chunkSchema = z.object({
  plan: z.string(),
  index: count,
  revision: count,
  indicators: z.array(indicatorSchema),
  /** The years in which one of these indicators has a value: where only other chunks get a year, this one stays as it is. */
  years: z.array(yearSchema),
  /** Indicator × year, row-major, base units; NaN where nothing is stated. */
  values: z.instanceof(Float64Array),
  /** The packed basis and decimals of each value (core's observation table). */
  statuses: z.instanceof(Uint8Array),
  statements: z.array(statementSchema),
  /** The place of each statement in the plan's list. */
  positions: z.array(count),
});

/** The record of a plan as stored. */
export type PlanRow = z.input<typeof planSchema>;
/** A chunk as stored. */
export type ChunkRow = z.input<typeof chunkSchema>;
/** The library's part of a plan's record as stored. */
export type SummaryRow = z.input<typeof summarySchema>;
/** An indicator as stored. */
export type IndicatorRow = z.input<typeof indicatorSchema>;
/** A statement as stored. */
export type StatementRow = z.input<typeof statementSchema>;

/** The row of an indicator that is left out. */
export function toDroppedRow({ indicator, name, reason }: DroppedIndicator): z.input<typeof droppedSchema> {
  return { indicator, name, reason };
}

/** The row of an indicator. */
export function toIndicatorRow(indicator: Indicator): IndicatorRow {
  const { base } = indicator;
  return {
    id: indicator.id,
    concept: indicator.concept,
    name: indicator.name,
    unit: indicator.unit,
    attribute: indicator.attribute,
    department: indicator.department,
    category: indicator.category,
    base: base && {
      year: base.year,
      provisional: base.provisional && toQuantityRow(base.provisional),
      provisionalFrom: base.provisionalFrom,
    },
    targets: indicator.targets.map(toPlannedTargetRow),
    rejected: indicator.rejected.map(({ field, text }) => ({ field: toFieldRow(field), text })),
    sources: indicator.sources.map(({ year, statement }) => ({ year, statement })),
    remarks: indicator.remarks.map(({ field, note, source }) => ({ field: toFieldRow(field), note, source })),
    matches: indicator.matches.map(({ plan, indicator: other }) => ({ plan, indicator: other })),
    carriedFrom: indicator.carriedFrom && { ...indicator.carriedFrom },
  };
}

/** The row of a statement. */
export function toStatementRow(statement: Statement): StatementRow {
  const { period, evidence, derivation } = statement;
  return {
    id: statement.id,
    indicator: statement.indicator,
    task: statement.task,
    concept: statement.concept,
    kind: statement.kind,
    year: statement.year,
    yearBasis: statement.yearBasis,
    period: period && { start: period.start, end: period.end },
    comparedWith: statement.comparedWith,
    form: statement.form,
    value: statement.value,
    low: statement.low,
    high: statement.high,
    floor: statement.floor,
    stretch: statement.stretch,
    unit: statement.unit,
    decimals: statement.decimals,
    wording: statement.wording,
    table: statement.table,
    evidence: evidence && toEvidenceRow(evidence),
    derivation: derivation && { formula: derivation.formula, from: [...derivation.from] },
    note: statement.note,
  };
}
