import type { Command } from "#core/command/command.ts";
import type { OverridePlace } from "#core/scenario/edit-scenarios.ts";
import { firstAssumption, METHOD_NAMES, type MethodGround } from "#core/scenario/first-assumption.ts";
import {
  type TypedError,
  typedConstant,
  withoutYear,
  withTypedYear,
} from "#core/scenario/typed-assumption.ts";
import type { Assumption } from "#core/projection/assumption.ts";
import type { AssumptionWords } from "../../../i18n/assumption-text.ts";
import type { AssumptionColumn } from "./assumption-columns.ts";
import type { AssumptionRow, AssumptionSheet } from "./assumption-sheet.ts";

/** A text that goes into a cell of the sheet. */
export interface TypedCell {
  readonly row: AssumptionRow;
  readonly column: AssumptionColumn;
  readonly text: string;
}

/** What texts make of the scenario: one command, or none, and the first of them that could not be read. */
export interface WrittenCells {
  readonly command: Command | null;
  readonly refused: {
    readonly text: string;
    readonly error: TypedError | { readonly kind: "no-method" };
  } | null;
}

/** What a row's assumption becomes: another one, or inherited again. */
type Next = { readonly kind: "set"; readonly assumption: Assumption } | { readonly kind: "inherit" };

/** Reads texts typed or pasted into the sheet as overrides of the scenario; several cells of one row add up. */
export function writeAssumptions(
  cells: readonly TypedCell[],
  sheet: AssumptionSheet,
  groundOf: (row: AssumptionRow) => MethodGround,
  words: AssumptionWords,
): WrittenCells {
  const next = new Map<string, Next>();
  let refused: WrittenCells["refused"] = null;
  for (const { row, column, text } of cells) {
    const before = next.get(row.id);
    const current = before?.kind === "set" ? before.assumption : row.plan.assumption;
    const inherits = sheet.originOf(row, "assumption").kind !== "set-here" && before === undefined;
    const read = readCell({ column, text, current, inherits }, groundOf(row), words);
    if (read === null) continue;
    if ("error" in read) refused ??= { text, error: read.error };
    else next.set(row.id, read);
  }
  return { command: commandOf(next, sheet), refused };
}

interface Reading {
  readonly column: AssumptionColumn;
  readonly text: string;
  readonly current: Assumption;
  readonly inherits: boolean;
}

function readCell(
  { column, text, current, inherits }: Reading,
  ground: MethodGround,
  words: AssumptionWords,
): Next | { readonly error: TypedError | { readonly kind: "no-method" } } | null {
  if (column.kind === "method") {
    if (text.trim() === "") return inherits ? null : { kind: "inherit" };
    const named = METHOD_NAMES.find((method) => words(`name.${method}`) === text.trim());
    const assumption =
      named === undefined ? typedConstant(current, text, ground.unit) : firstAssumption(named, ground);
    return assumption === null ? { error: { kind: "no-method" } } : { kind: "set", assumption };
  }
  if (column.kind !== "year") return null;
  if (text.trim() === "") {
    const without = withoutYear(current, column.year);
    if (without !== null) return { kind: "set", assumption: without };
    return inherits ? null : { kind: "inherit" };
  }
  const typed = withTypedYear(current, column.year, text, ground);
  return typed.ok ? { kind: "set", assumption: typed.value } : { error: typed.error };
}

function commandOf(next: ReadonlyMap<string, Next>, { scenario }: AssumptionSheet): Command | null {
  const places: OverridePlace[] = [];
  const commands: Command[] = [];
  for (const [series, each] of next) {
    if (each.kind === "inherit") places.push({ scenario, series, part: "assumption" });
    else commands.push({ type: "setOverride", scenario, series, parts: { assumption: each.assumption } });
  }
  if (places.length > 0) commands.push({ type: "dropOverrides", places });
  const [first, second] = commands;
  if (first === undefined) return null;
  return second === undefined ? first : { type: "batch", commands };
}
