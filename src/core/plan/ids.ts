import type { Brand } from "../brand.ts";
import { err, ok, type Result } from "../result.ts";

/** Identity of a plan, such as `enping-13`. */
export type PlanId = Brand<string, "PlanId">;
/** Identity of an indicator within its plan, such as `enping-13/rd-intensity`. */
export type IndicatorId = Brand<string, "IndicatorId">;
/** Identity of a concept shared across plans, such as `rd-intensity`. */
export type ConceptId = Brand<string, "ConceptId">;
/** Identity of a statement within its plan, such as `enping-13/s017`. */
export type StatementId = Brand<string, "StatementId">;
/** Identity of an entry of a plan's programme, such as `enping-13/t017`. */
export type TaskId = Brand<string, "TaskId">;
/** Identity of a clause within its plan, such as `enping-13/c03`. */
export type ClauseId = Brand<string, "ClauseId">;
/** GB/T 2260 code of a jurisdiction: six digits. */
export type JurisdictionCode = Brand<string, "JurisdictionCode">;
/** A calendar year, 1949–2100. */
export type Year = Brand<number, "Year">;

/** First and last year that the workbench reckons with. */
export const YEAR_RANGE = { first: 1949, last: 2100 } as const;

/** Reads a whole number from 1949 to 2100 as a year. */
export function toYear(value: number): Result<Year, { readonly kind: "not-a-year"; readonly value: number }> {
  const valid = Number.isInteger(value) && value >= YEAR_RANGE.first && value <= YEAR_RANGE.last;
  return valid ? ok(value as Year) : err({ kind: "not-a-year", value });
}

/** A year that is known to be one (a literal, or a value a schema has checked); throws otherwise. */
export function year(value: number): Year {
  const result = toYear(value);
  if (!result.ok) throw new RangeError(`Not a year: ${value}`);
  return result.value;
}

/** Brands a checked string as a plan id. */
export const planId = (text: string): PlanId => text as PlanId;
/** The shape of an indicator's id: its plan's id and a slug of its own, as plan files write it. */
export const INDICATOR_ID = /^[a-z0-9-]+\/[a-z0-9]+(?:-[a-z0-9]+)*$/u;
/** Brands a checked string as an indicator id. */
export const indicatorId = (text: string): IndicatorId => text as IndicatorId;
/** Brands a checked string as a concept id. */
export const conceptId = (text: string): ConceptId => text as ConceptId;
/** Brands a checked string as a statement id. */
export const statementId = (text: string): StatementId => text as StatementId;
/** Brands a checked string as the id of a programme entry. */
export const taskId = (text: string): TaskId => text as TaskId;
/** Brands a checked string as a clause id. */
export const clauseId = (text: string): ClauseId => text as ClauseId;
/** Brands a checked string as a jurisdiction code. */
export const jurisdictionCode = (text: string): JurisdictionCode => text as JurisdictionCode;
