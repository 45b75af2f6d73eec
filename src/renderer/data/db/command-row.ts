import { assertNever } from "#core/assert-never.ts";
import type { CarriedRow, CellEdit, Command, EditOrigin, NewIndicator } from "#core/command/command.ts";
import type { UnitChangeWay } from "#core/command/unit-changes.ts";
import type { ScenarioCommand } from "#core/command/scenario-commands.ts";
import type { SectionId } from "#core/narrative/narrative.ts";
import type { Attribute } from "#core/plan/plan.ts";
import {
  type DriverRecord,
  driverRecord,
  type PartRecord,
  partRecords,
  type ScenarioRecord,
  scenarioRecord,
} from "#core/scenario/scenario-record.ts";
import { type CellBlockPlaces, packPlaces } from "./cell-block.ts";
import { type FieldRow, toFieldRow, toObservationRow } from "./cell-row.ts";
import { LEAST_BLOCK } from "./change-block-row.ts";
import { type BlockRow, toBlockRow } from "./narrative-row.ts";
import { toIndicatorRow, toStatementRow } from "./plan-row.ts";
import { toDisagreementRow } from "./programme-row.ts";

interface EditRow {
  readonly indicator: string;
  readonly field: FieldRow;
  readonly text: string;
  readonly unitChange?: UnitChangeWay;
}

/** Entries of the first two versions of the database say nothing of it. */
interface OriginRow {
  readonly origin?: EditOrigin;
}

interface EditBlockRow extends CellBlockPlaces {
  readonly texts: readonly string[];
}

interface NewIndicatorRow {
  readonly id: string;
  readonly concept: string | null;
  readonly name: string;
  readonly unit: string;
  readonly attribute: Attribute;
  readonly department: string | null;
  readonly category: string | null;
}

interface RemarkRow {
  readonly field: FieldRow;
  readonly note: string | null;
  readonly source: string | null;
}

interface CarriedRowRow {
  readonly indicator: ReturnType<typeof toIndicatorRow>;
  readonly observed: readonly {
    readonly year: number;
    readonly observation: ReturnType<typeof toObservationRow>;
  }[];
  readonly statements: readonly ReturnType<typeof toStatementRow>[];
  readonly disagreements: readonly ReturnType<typeof toDisagreementRow>[];
}

/** A command as the journal keeps it: with the text as typed. */
export type CommandRow =
  | (EditRow & OriginRow & { readonly type: "editCell" })
  | (OriginRow & { readonly type: "editCells"; readonly edits: readonly EditRow[] })
  /** Many edits, as lists side by side. */
  | (OriginRow & { readonly type: "editCells"; readonly block: EditBlockRow })
  | {
      readonly type: "changeUnit";
      readonly indicator: string;
      readonly unit: string;
      readonly how: UnitChangeWay;
    }
  | {
      readonly type: "addIndicators";
      readonly rows: readonly NewIndicatorRow[];
      readonly before: string | null;
    }
  | {
      readonly type: "duplicateIndicators";
      readonly copies: readonly { readonly of: string; readonly id: string }[];
    }
  | { readonly type: "removeIndicators"; readonly indicators: readonly string[] }
  | {
      readonly type: "moveIndicators";
      readonly indicators: readonly string[];
      readonly before: string | null;
    }
  | { readonly type: "remark"; readonly indicator: string; readonly remark: RemarkRow }
  | {
      readonly type: "cite";
      readonly indicator: string;
      readonly field: FieldRow;
      readonly statement: string | null;
    }
  | {
      readonly type: "matchIndicator";
      readonly indicator: string;
      readonly plan: string;
      readonly with: string | null;
    }
  | { readonly type: "setConcept"; readonly indicator: string; readonly concept: string | null }
  /** The state is that after the entry. */
  | { readonly type: "restore"; readonly entry: number }
  | { readonly type: "takeUpDropped"; readonly dropped: string; readonly row: CarriedRowRow }
  | ScenarioCommandRow
  | { readonly type: "writeSection"; readonly section: SectionId; readonly blocks: readonly BlockRow[] }
  | { readonly type: "batch"; readonly commands: readonly CommandRow[] }
  /** What the planner chose where two courses were joined; nothing that can be commanded. */
  | { readonly type: "merge" };

type ScenarioCommandRow =
  | {
      readonly type: "keepScenarios";
      readonly scenarios: readonly ScenarioRecord[];
      readonly drivers: readonly DriverRecord[];
    }
  | {
      readonly type: "setOverride";
      readonly scenario: string;
      readonly series: string;
      readonly parts: readonly PartRecord[];
    }
  | {
      readonly type: "dropOverrides";
      readonly places: readonly {
        readonly scenario: string;
        readonly series: string;
        readonly part: PartRecord["part"];
      }[];
    }
  | { readonly type: "addScenario"; readonly scenario: ScenarioRecord }
  | { readonly type: "renameScenario"; readonly scenario: string; readonly name: string }
  | { readonly type: "noteScenario"; readonly scenario: string; readonly note: string | null }
  | {
      readonly type: "duplicateScenario";
      readonly scenario: string;
      readonly id: string;
      readonly name: string;
    }
  | { readonly type: "rebaseScenario"; readonly scenario: string; readonly parent: string }
  | { readonly type: "removeScenario"; readonly scenario: string }
  | { readonly type: "addDriver" | "editDriver"; readonly driver: DriverRecord }
  | { readonly type: "removeDriver"; readonly driver: string };

/** The row of a command. */
export function toCommandRow(command: Command): CommandRow {
  const { type } = command;
  switch (type) {
    case "editCell":
      return { type, ...toEditRow(command), ...toOriginRow(command) };
    case "editCells":
      return command.edits.length < LEAST_BLOCK
        ? { type, edits: command.edits.map(toEditRow), ...toOriginRow(command) }
        : { type, block: toEditBlock(command.edits), ...toOriginRow(command) };
    case "changeUnit":
      return { type, indicator: command.indicator, unit: command.unit, how: command.how };
    case "addIndicators":
      return { type, rows: command.rows.map(toNewIndicatorRow), before: command.before };
    case "duplicateIndicators":
      return { type, copies: command.copies.map(({ of, id }) => ({ of, id })) };
    case "removeIndicators":
      return { type, indicators: [...command.indicators] };
    case "moveIndicators":
      return { type, indicators: [...command.indicators], before: command.before };
    case "remark": {
      const { field, note, source } = command.remark;
      return { type, indicator: command.indicator, remark: { field: toFieldRow(field), note, source } };
    }
    case "cite":
      return {
        type,
        indicator: command.indicator,
        field: toFieldRow(command.field),
        statement: command.statement,
      };
    case "matchIndicator":
      return { type, indicator: command.indicator, plan: command.plan, with: command.with };
    case "setConcept":
      return { type, indicator: command.indicator, concept: command.concept };
    case "restore":
      return { type, entry: command.entry };
    case "takeUpDropped":
      return { type, dropped: command.dropped, row: toCarriedRowRow(command.row) };
    case "writeSection":
      return { type, section: command.section, blocks: command.blocks.map(toBlockRow) };
    case "batch":
      return { type, commands: command.commands.map(toCommandRow) };
    default:
      return toScenarioCommandRow(command);
  }
}

function toScenarioCommandRow(command: ScenarioCommand): ScenarioCommandRow {
  switch (command.type) {
    case "keepScenarios": {
      const { type, scenarios, drivers } = command;
      return { type, scenarios: scenarios.map(scenarioRecord), drivers: drivers.map(driverRecord) };
    }
    case "setOverride": {
      const { type, scenario, series, parts } = command;
      return { type, scenario, series, parts: partRecords(parts) };
    }
    case "dropOverrides": {
      const places = command.places.map(({ scenario, series, part }) => ({ scenario, series, part }));
      return { type: command.type, places };
    }
    case "addScenario":
      return { type: command.type, scenario: scenarioRecord(command.scenario) };
    case "addDriver":
    case "editDriver":
      return { type: command.type, driver: driverRecord(command.driver) };
    case "renameScenario":
      return { type: command.type, scenario: command.scenario, name: command.name };
    case "noteScenario":
      return { type: command.type, scenario: command.scenario, note: command.note };
    case "duplicateScenario": {
      const { type, scenario, id, name } = command;
      return { type, scenario, id, name };
    }
    case "rebaseScenario":
      return { type: command.type, scenario: command.scenario, parent: command.parent };
    case "removeScenario":
      return { type: command.type, scenario: command.scenario };
    case "removeDriver":
      return { type: command.type, driver: command.driver };
    default:
      return assertNever(command);
  }
}

function toCarriedRowRow({ indicator, observed, statements, disagreements }: CarriedRow): CarriedRowRow {
  return {
    indicator: toIndicatorRow(indicator),
    observed: observed.map(({ year, observation }) => ({
      year,
      observation: toObservationRow(observation),
    })),
    statements: statements.map(toStatementRow),
    disagreements: disagreements.map(toDisagreementRow),
  };
}

function toEditBlock(edits: readonly CellEdit[]): EditBlockRow {
  return { ...packPlaces(edits), texts: edits.map(({ text }) => text) };
}

function toEditRow({ indicator, field, text, unitChange }: CellEdit): EditRow {
  return {
    ...{ indicator, field: toFieldRow(field), text },
    ...(unitChange === undefined ? {} : { unitChange }),
  };
}

function toOriginRow({ origin }: OriginRow): OriginRow {
  return origin === undefined ? {} : { origin };
}

function toNewIndicatorRow(row: NewIndicator): NewIndicatorRow {
  const { id, concept, name, unit, attribute, department, category } = row;
  return { id, concept, name, unit, attribute, department, category };
}
