import { assertNever } from "#core/assert-never.ts";
import {
  isScenarioTreeChange,
  type Placed,
  type PlanChange,
  type RowRecord,
  type ScenarioHead,
  type ScenarioTreeChange,
} from "#core/command/plan-change.ts";
import type { DroppedIndicator } from "#core/plan/plan.ts";
import type { Driver } from "#core/scenario/driver.ts";
import { scenarioId } from "#core/scenario/scenario.ts";
import {
  type DriverRecord,
  driverOfRecord,
  driverRecord,
  partRecords,
  partsOfRecords,
} from "#core/scenario/scenario-record.ts";
import {
  contentSchema,
  fieldSchema,
  indicatorIdSchema,
  observationSchema,
  statementIdSchema,
  toContentRow,
  toFieldRow,
  toObservationRow,
  yearSchema,
} from "./cell-row.ts";
import {
  droppedSchema,
  indicatorSchema,
  statementSchema,
  toDroppedRow,
  toIndicatorRow,
  toStatementRow,
} from "./plan-row.ts";
import { blockAt, LEAST_BLOCK } from "./change-block-row.ts";
import { changeBlockSchema } from "./read-change-block.ts";
import { disagreementSchema, toDisagreementRow } from "./programme-row.ts";
import { blockSchema, sectionIdSchema, toBlockRow } from "./narrative-row.ts";
import { quickReader } from "./quick-reader.ts";
import { driverSchema, partSchema } from "./scenario-row.ts";
import { z } from "./schema-library.ts";

const place = z.number().int().min(0);

const recordSchema = z.object({
  at: place,
  indicator: indicatorSchema,
  observed: z.array(z.object({ year: yearSchema, observation: observationSchema })),
  statements: z.array(z.object({ at: place, item: statementSchema })),
  disagreements: z.array(z.object({ at: place, item: disagreementSchema })),
  derivations: z.array(
    z.object({
      statement: statementIdSchema,
      derivation: z.object({ formula: z.string(), from: z.array(statementIdSchema) }),
    }),
  ),
});

const droppedPlaceSchema = z.object({ at: place, item: droppedSchema });

const scenarioIdSchema = z.string().transform(scenarioId);
const headPlaceSchema = z.object({
  at: place,
  item: z.object({
    id: scenarioIdSchema,
    name: z.string(),
    note: z.string().nullable(),
    parent: scenarioIdSchema.nullable(),
  }),
});
const partsSchema = z.array(partSchema).transform(partsOfRecords);
const driverPlaceSchema = z.object({ at: place, item: driverSchema.transform(driverOfRecord) });

const changeSchema = z.union([
  z.object({
    kind: z.literal("narrative"),
    section: sectionIdSchema,
    at: place,
    before: z.array(blockSchema),
    after: z.array(blockSchema),
  }),
  z.object({
    kind: z.literal("row"),
    indicator: indicatorIdSchema,
    before: recordSchema.nullable(),
    after: recordSchema.nullable(),
  }),
  z.object({
    kind: z.literal("dropped"),
    indicator: indicatorIdSchema,
    before: droppedPlaceSchema.nullable(),
    after: droppedPlaceSchema.nullable(),
  }),
  z.object({
    kind: z.literal("scenario"),
    scenario: scenarioIdSchema,
    before: headPlaceSchema.nullable(),
    after: headPlaceSchema.nullable(),
  }),
  z.object({
    kind: z.literal("override"),
    scenario: scenarioIdSchema,
    series: z.string(),
    before: partsSchema.nullable(),
    after: partsSchema.nullable(),
  }),
  z.object({
    kind: z.literal("driver"),
    driver: z.string(),
    before: driverPlaceSchema.nullable(),
    after: driverPlaceSchema.nullable(),
  }),
  z.object({ kind: z.literal("move"), indicator: indicatorIdSchema, from: place, to: place }),
  z.object({
    kind: z.literal("cell").default("cell"),
    indicator: indicatorIdSchema,
    field: fieldSchema,
    before: contentSchema,
    after: contentSchema,
  }),
]);

/**
 * Stored changes of a plan, in the order in which they were made; the first version wrote changes of cells without saying so, and
 * since the third many of a kind in a row are kept as a block.
 */
export const changesSchema = z
  .array(z.union([changeSchema, changeBlockSchema]))
  .transform((read): readonly PlanChange[] => read.flat());

/** Reads stored changes; the error says in English what is wrong with them. */
export const readChanges = quickReader(changesSchema);

/** A stored change of a plan as a row. */
export type ChangeRow = z.input<typeof changesSchema>[number];

type RecordRow = z.input<typeof recordSchema>;

/** The rows of changes: many of a kind in a row become one block. */
export function toChangeRows(changes: readonly PlanChange[]): ChangeRow[] {
  const rows: ChangeRow[] = [];
  for (let at = 0; at < changes.length; ) {
    const block = changes.length < LEAST_BLOCK ? null : blockAt(changes, at);
    const change = changes[at];
    if (block !== null) rows.push(block.row);
    else if (change !== undefined) rows.push(toChangeRow(change));
    at = block?.end ?? at + 1;
  }
  return rows;
}

function toChangeRow(change: PlanChange): ChangeRow {
  if (isScenarioTreeChange(change)) return toScenarioChangeRow(change);
  if (change.kind === "narrative") {
    const [before, after] = [change.before.map(toBlockRow), change.after.map(toBlockRow)];
    return { kind: change.kind, section: change.section, at: change.at, before, after };
  }
  const { kind, indicator } = change;
  switch (kind) {
    case "cell":
      return {
        ...{ kind, indicator, field: toFieldRow(change.field) },
        ...{ before: toContentRow(change.before), after: toContentRow(change.after) },
      };
    case "row":
      return {
        ...{ kind, indicator },
        before: change.before && toRecordRow(change.before),
        after: change.after && toRecordRow(change.after),
      };
    case "dropped":
      return {
        ...{ kind, indicator },
        before: change.before && toDroppedPlaceRow(change.before),
        after: change.after && toDroppedPlaceRow(change.after),
      };
    case "move":
      return { kind, indicator, from: change.from, to: change.to };
    default:
      return assertNever(kind);
  }
}

function toScenarioChangeRow(change: ScenarioTreeChange): ChangeRow {
  switch (change.kind) {
    case "scenario": {
      const { kind, scenario, before, after } = change;
      return { kind, scenario, before: before && toHeadRow(before), after: after && toHeadRow(after) };
    }
    case "override": {
      const { kind, scenario, series, before, after } = change;
      return {
        ...{ kind, scenario, series },
        before: before && [...partRecords(before)],
        after: after && [...partRecords(after)],
      };
    }
    case "driver": {
      const { kind, driver, before, after } = change;
      return { kind, driver, before: before && toDriverRow(before), after: after && toDriverRow(after) };
    }
    default:
      return assertNever(change);
  }
}

function toHeadRow({ at, item: { id, name, note, parent } }: Placed<ScenarioHead>) {
  return { at, item: { id, name, note, parent } };
}

function toDriverRow({ at, item }: Placed<Driver>): Placed<DriverRecord> {
  return { at, item: driverRecord(item) };
}

function toDroppedPlaceRow({ at, item }: Placed<DroppedIndicator>) {
  return { at, item: toDroppedRow(item) };
}

function toRecordRow(record: RowRecord): RecordRow {
  return {
    at: record.at,
    indicator: toIndicatorRow(record.indicator),
    observed: record.observed.map(({ year, observation }) => ({
      year,
      observation: toObservationRow(observation),
    })),
    statements: record.statements.map(({ at, item }) => ({ at, item: toStatementRow(item) })),
    disagreements: record.disagreements.map(({ at, item }) => ({ at, item: toDisagreementRow(item) })),
    derivations: record.derivations.map(({ statement, derivation }) => ({
      statement,
      derivation: { formula: derivation.formula, from: [...derivation.from] },
    })),
  };
}
