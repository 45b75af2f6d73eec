import * as z from "zod";
import type { Assumption } from "#core/projection/assumption.ts";
import type { DriverRecord, PartRecord, ScenarioRecord } from "#core/scenario/scenario-record.ts";

const text = z.string().min(1);
const number = z.number();
const yearNumbers = z.array(z.strictObject({ year: z.int(), value: number }));

const shape = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.enum(["linear", "geometric"]) }),
  z.strictObject({ kind: z.literal("s-curve"), steepness: number }),
  z.strictObject({ kind: z.literal("loaded"), power: number }),
  z.strictObject({ kind: z.literal("stepwise"), steps: number }),
]);

const assumption: z.ZodType<Assumption, Assumption> = z.discriminatedUnion("method", [
  z.strictObject({ method: z.literal("hold") }),
  z.strictObject({ method: z.literal("growth"), rate: number, byYear: yearNumbers }),
  z.strictObject({ method: z.literal("step"), delta: number, byYear: yearNumbers }),
  z.strictObject({
    method: z.literal("trend"),
    fit: z.enum(["linear", "log-linear", "theil-sen", "damped"]),
    damping: number,
  }),
  z.strictObject({ method: z.literal("logistic"), ceiling: number, rate: number }),
  z.strictObject({
    method: z.literal("toTarget"),
    shape,
    year: z.int(),
    level: number,
    held: yearNumbers,
    aim: z.enum(["floor", "stretch"]).nullable(),
  }),
  z.strictObject({ method: z.literal("series"), values: yearNumbers }),
  z.strictObject({ method: z.literal("formula"), text: z.string() }),
]);

const shock = z.strictObject({
  kind: z.enum(["multiply", "add"]),
  from: z.int(),
  to: z.int(),
  amount: number,
});

const distribution = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("normal"), sd: number }),
  z.strictObject({ kind: z.literal("triangular"), low: number, mode: number, high: number }),
  z.strictObject({ kind: z.literal("uniform"), low: number, high: number }),
  z.strictObject({ kind: z.literal("historical") }),
]);

const part: z.ZodType<PartRecord, PartRecord> = z.discriminatedUnion("part", [
  z.strictObject({ part: z.literal("assumption"), value: assumption }),
  z.strictObject({ part: z.literal("shocks"), value: z.array(shock) }),
  z.strictObject({ part: z.literal("clamp"), value: z.boolean() }),
  z.strictObject({
    part: z.literal("uncertainty"),
    value: z.strictObject({ distribution, drawn: z.enum(["yearly", "once"]) }).nullable(),
  }),
]);

/** Shape of a scenario in a plan file. */
export const scenarioSchema: z.ZodType<ScenarioRecord, ScenarioRecord> = z.strictObject({
  id: text,
  name: text,
  note: text.nullable(),
  parent: text.nullable(),
  overrides: z.array(z.strictObject({ series: text, parts: z.array(part).min(1) })),
});

/** Shape of a driver in a plan file. */
export const driverSchema: z.ZodType<DriverRecord, DriverRecord> = z.strictObject({
  id: text,
  name: z.string(),
  unit: z.string(),
  concept: text.nullable(),
  known: z.array(
    z.strictObject({
      year: z.int(),
      value: number,
      derivation: z.strictObject({ formula: text, from: z.array(text) }).nullable(),
    }),
  ),
  note: text.nullable(),
});
