import { assertNever } from "#core/assert-never.ts";
import { EDIT_ORIGINS, type EditOrigin } from "#core/command/command.ts";
import type { PlanChange } from "#core/command/plan-change.ts";
import type { Deed } from "#core/history/deed.ts";
import type { EntryDeed, JournalEntry } from "#core/history/journal-entry.ts";
import { readChanges } from "../db/change-row.ts";
import type { CommandRow } from "../db/command-row.ts";
import type { JournalRow } from "../db/journal-row.ts";
import { z } from "../db/schema-library.ts";
import { DamagedRecordError } from "../repositories/plan-mapping.ts";

const planFileSchema = z.object({ title: z.string() });

/**
 * An entry from its row; `commandOf` gives the command of another entry, for those that took it back or brought it again. Throws
 * {@link DamagedRecordError}.
 */
export function readEntry(row: JournalRow, commandOf: (sequence: number) => CommandRow | null): JournalEntry {
  const { sequence, at, author = null } = row;
  return { seq: sequence, at, author, ...readDeed(row, commandOf) };
}

function readDeed(row: JournalRow, commandOf: (sequence: number) => CommandRow | null): EntryDeed {
  const { kind, note = null } = row;
  switch (kind) {
    case "do":
      return { kind, deed: deedOf(row.command), changes: changesOf(row) };
    case "undo":
    case "redo": {
      const target = given(row, row.target);
      return { kind, target, deed: deedOf(commandOf(target)), changes: changesOf(row) };
    }
    case "create":
      return { kind, title: titleOf(row) };
    case "rename":
      return { kind, title: given(row, row.title) };
    case "remove":
      return { kind };
    case "version":
      return { kind, of: given(row, row.target), name: given(row, row.title), note };
    case "renameVersion":
      return { kind, version: given(row, row.target), name: given(row, row.title), note };
    case "removeVersion":
      return { kind, version: given(row, row.target) };
    case "rebuild":
      throw new DamagedRecordError(`journal entry ${row.sequence}: ${kind} is of no plan`);
    default:
      return assertNever(kind);
  }
}

function given<T>(row: JournalRow, value: T | null): T {
  if (value === null)
    throw new DamagedRecordError(`journal entry ${row.sequence}: ${row.kind} lacks a field`);
  return value;
}

function changesOf(row: JournalRow): readonly PlanChange[] {
  const changes = readChanges(row.changes);
  if (changes.ok) return changes.value;
  throw new DamagedRecordError(`journal entry ${row.sequence}: ${changes.error}`);
}

function titleOf(row: JournalRow): string {
  return planFileSchema.parse(JSON.parse(row.planFile ?? "{}")).title;
}

/** That proposed scenarios are taken up goes without saying where something else is done to them. */
function batchDeed(commands: readonly CommandRow[]): Deed {
  const told = commands.filter(({ type }) => type !== "keepScenarios");
  const [only, second] = told;
  return only !== undefined && second === undefined
    ? deedOf(only)
    : { type: "batch", deeds: told.map(deedOf) };
}

function deedOf(command: CommandRow | null): Deed {
  if (command === null) return { type: "editCell", origin: null };
  const { type } = command;
  switch (type) {
    case "editCell":
      return { type, origin: originOf(command) };
    case "remark":
    case "cite":
    case "matchIndicator":
    case "setConcept":
    case "takeUpDropped":
    case "merge":
    case "keepScenarios":
    case "setOverride":
    case "dropOverrides":
    case "noteScenario":
    case "rebaseScenario":
    case "removeScenario":
    case "removeDriver":
      return { type };
    case "addScenario":
      return { type, name: command.scenario.name };
    case "renameScenario":
    case "duplicateScenario":
      return { type, name: command.name };
    case "addDriver":
    case "editDriver":
      return { type, name: command.driver.name };
    case "editCells": {
      const texts = "block" in command ? command.block.texts : command.edits.map(({ text }) => text);
      const [origin, cells] = [originOf(command), texts.length];
      if (cells === 1) return { type: "editCell", origin };
      const cleared = origin === null && texts.every((text) => text === "");
      return cleared ? { type: "clearCells", cells } : { type, cells, origin };
    }
    case "changeUnit":
      return { type, unit: command.unit };
    case "addIndicators":
      return { type, rows: command.rows.length };
    case "duplicateIndicators":
      return { type, rows: command.copies.length };
    case "removeIndicators":
    case "moveIndicators":
      return { type, rows: command.indicators.length };
    case "writeSection":
      return { type, section: command.section };
    case "restore":
      // Only a file knows of no entry.
      return command.entry === 0 ? { type: "takeIn" } : { type, entry: command.entry };
    case "batch":
      return batchDeed(command.commands);
    default:
      return assertNever(type);
  }
}

/** An origin that only a later program knows counts as none. */
function originOf({ origin }: { readonly origin?: string }): EditOrigin | null {
  return EDIT_ORIGINS.find((known) => known === origin) ?? null;
}
