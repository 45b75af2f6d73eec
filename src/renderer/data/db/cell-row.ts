import type { CellContent } from "#core/command/command.ts";
import type { Quantity } from "#core/indicator/quantity.ts";
import {
  AT_LEAST_WORDINGS,
  AT_MOST_WORDINGS,
  EXCEED_WORDINGS,
  GROWTH_QUALIFIERS,
  type Target,
} from "#core/indicator/target.ts";
import { indicatorId, statementId, year } from "#core/plan/ids.ts";
import type { Observation } from "#core/plan/observation-table.ts";
import type { Field, PlannedTarget } from "#core/plan/plan.ts";
import { z } from "./schema-library.ts";

/** A stored year; reading it gives the core's year. */
export const yearSchema = z.number().int().min(1949).max(2100).transform(year);

/** A stored indicator id. */
export const indicatorIdSchema = z.string().transform(indicatorId);

/** A stored statement id. */
export const statementIdSchema = z.string().transform(statementId);

const decimalsSchema = z.number().int().min(0).nullable();

/** A stored quantity: the value in the base unit, with the unit and decimals as printed. */
export const quantitySchema = z.object({ value: z.number(), unit: z.string(), decimals: decimalsSchema });

const targetSchema = z.discriminatedUnion("form", [
  z.object({
    form: z.literal("atLeast"),
    level: quantitySchema,
    wording: z.enum(AT_LEAST_WORDINGS),
  }),
  z.object({
    form: z.literal("exceed"),
    level: quantitySchema,
    wording: z.enum(EXCEED_WORDINGS),
  }),
  z.object({
    form: z.literal("atMost"),
    level: quantitySchema,
    // 控制在…以内 is not written: rows of former versions, whose only wording it was, stay as they are.
    wording: z.enum(AT_MOST_WORDINGS).default("within"),
  }),
  z.object({ form: z.literal("below"), level: quantitySchema }),
  z.object({ form: z.literal("about"), level: quantitySchema, tolerance: z.number().nullable() }),
  z.object({ form: z.literal("between"), low: quantitySchema, high: quantitySchema }),
  z.object({ form: z.literal("floorStretch"), floor: quantitySchema, stretch: quantitySchema }),
  z.object({
    form: z.literal("averageGrowth"),
    rate: z.number(),
    decimals: decimalsSchema,
    method: z.enum(["level", "cumulative"]),
    qualifier: z.enum(GROWTH_QUALIFIERS),
  }),
  z.object({ form: z.literal("cumulative"), total: quantitySchema, orAbove: z.boolean() }),
  z.object({
    form: z.literal("increase"),
    by: quantitySchema,
    wording: z.enum(["add", "raise", "increase"]),
    orAbove: z.boolean(),
  }),
  z.object({ form: z.literal("fullCoverage") }),
  z.object({ form: z.literal("qualitative"), text: z.string() }),
]);

/** A stored target with its year and the statement behind it. */
export const plannedTargetSchema = z.object({
  year: yearSchema,
  target: targetSchema,
  statement: statementIdSchema.nullable(),
});

/** A stored name of a cell. */
export const fieldSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.enum(["name", "unit", "attribute", "department", "category"]) }),
  z.object({ kind: z.enum(["observation", "target"]), year: yearSchema }),
]);

/** A stored observation. */
export const observationSchema = z.object({
  value: z.number(),
  basis: z.enum(["stated", "derived", "inferred", "estimated"]),
  decimals: decimalsSchema,
});

/** A stored content of a cell. */
export const contentSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("text"), text: z.string().nullable(), rejected: z.string().nullable() }),
  z.object({
    kind: z.literal("observation"),
    observation: observationSchema.nullable(),
    source: statementIdSchema.nullable(),
    rejected: z.string().nullable(),
  }),
  z.object({
    kind: z.literal("target"),
    planned: plannedTargetSchema.nullable(),
    rejected: z.string().nullable(),
  }),
]);

/** A stored quantity as a row. */
export type QuantityRow = z.input<typeof quantitySchema>;
/** A stored target as a row. */
export type PlannedTargetRow = z.input<typeof plannedTargetSchema>;
/** A stored name of a cell as a row. */
export type FieldRow = z.input<typeof fieldSchema>;
type TargetRow = z.input<typeof targetSchema>;
type ContentRow = z.input<typeof contentSchema>;

/** The row of a quantity. */
export function toQuantityRow(quantity: Quantity): QuantityRow {
  return { value: quantity.value, unit: quantity.unit, decimals: quantity.decimals };
}

/** The row of a target of one year. */
export function toPlannedTargetRow(planned: PlannedTarget): PlannedTargetRow {
  return { year: planned.year, target: toTargetRow(planned.target), statement: planned.statement };
}

function toTargetRow(target: Target): TargetRow {
  switch (target.form) {
    case "atLeast":
      return { form: target.form, level: toQuantityRow(target.level), wording: target.wording };
    case "exceed":
      return { form: target.form, level: toQuantityRow(target.level), wording: target.wording };
    case "atMost": {
      const row = { form: target.form, level: toQuantityRow(target.level) };
      return target.wording === "within" ? row : { ...row, wording: target.wording };
    }
    case "below":
      return { form: target.form, level: toQuantityRow(target.level) };
    case "about":
      return { form: target.form, level: toQuantityRow(target.level), tolerance: target.tolerance };
    case "between":
      return { form: target.form, low: toQuantityRow(target.low), high: toQuantityRow(target.high) };
    case "floorStretch":
      return {
        form: target.form,
        floor: toQuantityRow(target.floor),
        stretch: toQuantityRow(target.stretch),
      };
    case "averageGrowth":
      return {
        form: target.form,
        rate: target.rate,
        decimals: target.decimals,
        method: target.method,
        qualifier: target.qualifier,
      };
    case "cumulative":
      return { form: target.form, total: toQuantityRow(target.total), orAbove: target.orAbove };
    case "increase":
      return {
        form: target.form,
        by: toQuantityRow(target.by),
        wording: target.wording,
        orAbove: target.orAbove,
      };
    case "fullCoverage":
      return { form: target.form };
    case "qualitative":
      return { form: target.form, text: target.text };
  }
}

/** The row of the name of a cell. */
export function toFieldRow(field: Field): FieldRow {
  return "year" in field ? { kind: field.kind, year: field.year } : { kind: field.kind };
}

/** The row of what a cell holds. */
export function toContentRow(content: CellContent): ContentRow {
  switch (content.kind) {
    case "text":
      return { kind: content.kind, text: content.text, rejected: content.rejected };
    case "observation":
      return {
        kind: content.kind,
        observation: content.observation && toObservationRow(content.observation),
        source: content.source,
        rejected: content.rejected,
      };
    case "target":
      return {
        kind: content.kind,
        planned: content.planned && toPlannedTargetRow(content.planned),
        rejected: content.rejected,
      };
  }
}

/** The row of an observation. */
export function toObservationRow(observation: Observation): Observation {
  return { value: observation.value, basis: observation.basis, decimals: observation.decimals };
}
