import type { Plan } from "#core/plan/plan.ts";
import type { Assumption } from "#core/projection/assumption.ts";
import {
  type DriverRecord,
  driverOfRecord,
  driverRecord,
  type PartRecord,
  scenarioOfRecord,
  type ScenarioRecord,
  scenarioRecord,
} from "#core/scenario/scenario-record.ts";
import { z } from "./schema-library.ts";

const year = z.number().int();
const yearNumbers = z.array(z.object({ year, value: z.number() }));

const shapeSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.enum(["linear", "geometric"]) }),
  z.object({ kind: z.literal("s-curve"), steepness: z.number() }),
  z.object({ kind: z.literal("loaded"), power: z.number() }),
  z.object({ kind: z.literal("stepwise"), steps: z.number() }),
]);

const assumptionSchema: z.ZodType<Assumption, Assumption> = z.discriminatedUnion("method", [
  z.object({ method: z.literal("hold") }),
  z.object({ method: z.literal("growth"), rate: z.number(), byYear: yearNumbers }),
  z.object({ method: z.literal("step"), delta: z.number(), byYear: yearNumbers }),
  z.object({
    method: z.literal("trend"),
    fit: z.enum(["linear", "log-linear", "theil-sen", "damped"]),
    damping: z.number(),
  }),
  z.object({ method: z.literal("logistic"), ceiling: z.number(), rate: z.number() }),
  z.object({
    method: z.literal("toTarget"),
    shape: shapeSchema,
    year,
    level: z.number(),
    held: yearNumbers,
    aim: z.enum(["floor", "stretch"]).nullable(),
  }),
  z.object({ method: z.literal("series"), values: yearNumbers }),
  z.object({ method: z.literal("formula"), text: z.string() }),
]);

const shockSchema = z.object({
  kind: z.enum(["multiply", "add"]),
  from: year,
  to: year,
  amount: z.number(),
});

const distributionSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("normal"), sd: z.number() }),
  z.object({ kind: z.literal("triangular"), low: z.number(), mode: z.number(), high: z.number() }),
  z.object({ kind: z.literal("uniform"), low: z.number(), high: z.number() }),
  z.object({ kind: z.literal("historical") }),
]);

/** A stored part of what a scenario supposes of a series. */
export const partSchema: z.ZodType<PartRecord, PartRecord> = z.discriminatedUnion("part", [
  z.object({ part: z.literal("assumption"), value: assumptionSchema }),
  z.object({ part: z.literal("shocks"), value: z.array(shockSchema) }),
  z.object({ part: z.literal("clamp"), value: z.boolean() }),
  z.object({
    part: z.literal("uncertainty"),
    value: z.object({ distribution: distributionSchema, drawn: z.enum(["yearly", "once"]) }).nullable(),
  }),
]);

const scenarioSchema: z.ZodType<ScenarioRecord, ScenarioRecord> = z.object({
  id: z.string(),
  name: z.string(),
  note: z.string().nullable(),
  parent: z.string().nullable(),
  overrides: z.array(z.object({ series: z.string(), parts: z.array(partSchema) })),
});

/** A stored driver. */
export const driverSchema: z.ZodType<DriverRecord, DriverRecord> = z.object({
  id: z.string(),
  name: z.string(),
  unit: z.string(),
  concept: z.string().nullable(),
  known: z.array(
    z.object({
      year,
      value: z.number(),
      derivation: z.object({ formula: z.string(), from: z.array(z.string()) }).nullable(),
    }),
  ),
  note: z.string().nullable(),
});

/** A plan's scenarios and drivers: written when an edit touches them, and with the plan as a whole. */
export const scenariosSchema = z.object({
  plan: z.string(),
  /** That of the plan's record. */
  generation: z.string(),
  scenarios: z.array(scenarioSchema).transform((records) => records.map(scenarioOfRecord)),
  drivers: z.array(driverSchema).transform((records) => records.map(driverOfRecord)),
});

/** Scenarios and drivers as stored. */
export type ScenariosRow = z.input<typeof scenariosSchema>;

/** The row of a plan's scenarios and drivers. */
export function toScenariosRow(
  { id, scenarios, drivers }: Pick<Plan, "id" | "scenarios" | "drivers">,
  generation: string,
): ScenariosRow {
  return {
    ...{ plan: id, generation },
    scenarios: scenarios.map(scenarioRecord),
    drivers: drivers.map(driverRecord),
  };
}
