import { conceptId, statementId } from "../plan/ids.ts";
import type { Driver } from "./driver.ts";
import {
  PLAN_PARTS,
  type PlanPart,
  type Scenario,
  scenarioId,
  type ScenarioPlan,
  type SeriesOverride,
} from "./scenario.ts";

/** A part that a scenario sets, by its name. */
export type PartRecord = {
  readonly [Part in PlanPart]: { readonly part: Part; readonly value: ScenarioPlan[Part] };
}[PlanPart];

/** What a scenario sets of one series. */
export interface OverrideRecord {
  readonly series: string;
  readonly parts: readonly PartRecord[];
}

/** A scenario as plain data for files and records: lists for maps, in an order that only what it says decides. */
export interface ScenarioRecord {
  readonly id: string;
  readonly name: string;
  readonly note: string | null;
  readonly parent: string | null;
  readonly overrides: readonly OverrideRecord[];
}

/** A driver as plain data for files and records. */
export interface DriverRecord {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly concept: string | null;
  readonly known: readonly {
    readonly year: number;
    readonly value: number;
    readonly derivation: { readonly formula: string; readonly from: readonly string[] } | null;
  }[];
  readonly note: string | null;
}

/** The plain data of a scenario. */
export function scenarioRecord({ id, name, note, parent, overrides }: Scenario): ScenarioRecord {
  const records = [...overrides].map(([series, parts]) => ({ series, parts: partRecords(parts) }));
  return { id, name, note, parent, overrides: records.sort((a, b) => (a.series < b.series ? -1 : 1)) };
}

/** A scenario from its plain data. */
export function scenarioOfRecord({ id, name, note, parent, overrides }: ScenarioRecord): Scenario {
  return {
    ...{ id: scenarioId(id), name, note, parent: parent === null ? null : scenarioId(parent) },
    overrides: new Map(overrides.map(({ series, parts }) => [series, partsOfRecords(parts)])),
  };
}

/** The parts that are set, in their order. */
export function partRecords(parts: SeriesOverride): readonly PartRecord[] {
  return PLAN_PARTS.flatMap((part) => partRecord(part, parts));
}

/** What is set, from its parts. */
export function partsOfRecords(records: readonly PartRecord[]): SeriesOverride {
  return Object.fromEntries(records.map(({ part, value }) => [part, value]));
}

function partRecord(part: PlanPart, parts: SeriesOverride): readonly PartRecord[] {
  switch (part) {
    case "assumption":
      return parts.assumption === undefined ? [] : [{ part, value: parts.assumption }];
    case "shocks":
      return parts.shocks === undefined ? [] : [{ part, value: parts.shocks }];
    case "clamp":
      return parts.clamp === undefined ? [] : [{ part, value: parts.clamp }];
    case "uncertainty":
      return parts.uncertainty === undefined ? [] : [{ part, value: parts.uncertainty }];
  }
}

/** The plain data of a driver. */
export function driverRecord({ id, name, unit, concept, known, note }: Driver): DriverRecord {
  const values = known.map(({ year, value, derivation }) => ({
    ...{ year, value },
    derivation: derivation && { formula: derivation.formula, from: [...derivation.from] },
  }));
  return { id, name, unit, concept, known: values, note };
}

/** A driver from its plain data. */
export function driverOfRecord({ concept, known, ...driver }: DriverRecord): Driver {
  return {
    ...driver,
    concept: concept === null ? null : conceptId(concept),
    known: known.map(({ derivation, ...value }) => ({
      ...value,
      derivation: derivation && { formula: derivation.formula, from: derivation.from.map(statementId) },
    })),
  };
}
