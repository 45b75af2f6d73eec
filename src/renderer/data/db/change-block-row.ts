import type { CellContent } from "#core/command/command.ts";
import type { CellChange, PlanChange } from "#core/command/plan-change.ts";
import type { Indicator } from "#core/plan/plan.ts";
import { type CellBlockPlaces, packPlaces } from "./cell-block.ts";
import { toContentRow } from "./cell-row.ts";
import { type IndicatorRow, toIndicatorRow } from "./plan-row.ts";

/**
 * What a cell of a block holds: a text as itself; an observation of the planner's own as its value and decimals; nothing as `null`; and
 * all else as a single cell is stored.
 */
export type PackedContent =
  | string
  | null
  | readonly [value: number, decimals: number | null]
  | ReturnType<typeof toContentRow>;

/** Changed cells of a block, as lists side by side: tens of thousands of records would take ten times the room and time. */
export interface CellBlockRow extends CellBlockPlaces {
  readonly kind: "cells";
  readonly before: readonly PackedContent[];
  readonly after: readonly PackedContent[];
}

/** Rows of a block that came or went with nothing in them but their texts, as lists side by side. */
export interface RowBlockRow {
  readonly kind: "rows";
  readonly way: "come" | "go";
  /** The places of the rows, each as the way from the place before. */
  readonly steps: readonly number[];
  readonly base: IndicatorRow["base"];
  readonly ids: readonly string[];
  readonly concepts: readonly (string | null)[];
  readonly names: readonly string[];
  readonly units: readonly string[];
  readonly attributes: readonly Indicator["attribute"][];
  readonly departments: readonly (string | null)[];
  readonly categories: readonly (string | null)[];
}

/** A block of changes as stored. */
export type ChangeBlockRow = CellBlockRow | RowBlockRow;

/** From how many changes on a run of them is kept as a block. */
export const LEAST_BLOCK = 200;

/** A run of changes from `start` that can be kept as one block, up to and without `end`; `null` where there is none worth it. */
export function blockAt(
  changes: readonly PlanChange[],
  start: number,
): { readonly end: number; readonly row: ChangeBlockRow } | null {
  const first = changes[start];
  if (first?.kind === "cell") {
    const run: CellChange[] = [];
    for (let at = start; at < changes.length; at += 1) {
      const change = changes[at];
      if (change?.kind !== "cell") break;
      run.push(change);
    }
    return run.length < LEAST_BLOCK ? null : { end: start + run.length, row: packCells(run) };
  }
  const like = first === undefined ? null : bareRow(first);
  if (like === null) return null;
  const run: BareRow[] = [];
  for (let at = start; at < changes.length; at += 1) {
    const change = changes[at];
    const bare = change === undefined ? null : bareRow(change);
    if (bare?.way !== like.way || bare.base !== like.base) break;
    run.push(bare);
  }
  return run.length < LEAST_BLOCK ? null : { end: start + run.length, row: packRows(like, run) };
}

function packCells(changes: readonly CellChange[]): CellBlockRow {
  return {
    kind: "cells",
    ...packPlaces(changes),
    before: changes.map(({ before }) => packContent(before)),
    after: changes.map(({ after }) => packContent(after)),
  };
}

function packContent(content: CellContent): PackedContent {
  if (content.rejected !== null) return toContentRow(content);
  if (content.kind === "text") return content.text;
  if (content.kind === "target") return content.planned === null ? null : toContentRow(content);
  if (content.source !== null) return toContentRow(content);
  if (content.observation === null) return null;
  const { value, basis, decimals } = content.observation;
  return basis === "estimated" ? [value, decimals] : toContentRow(content);
}

interface BareRow {
  readonly way: RowBlockRow["way"];
  readonly at: number;
  readonly indicator: Indicator;
  /** As text, so that bases can be compared. */
  readonly base: string;
}

/** A row that came or went with nothing in it that a block has no list for; `null` for every other change. */
function bareRow(change: PlanChange): BareRow | null {
  if (change.kind !== "row" || (change.before === null) === (change.after === null)) return null;
  const record = change.after ?? change.before;
  if (record === null || record.indicator.id !== change.indicator) return null;
  const { at, indicator, observed, statements, disagreements, derivations } = record;
  const { targets, rejected, sources, remarks, matches, carriedFrom } = indicator;
  const lists = [
    observed,
    statements,
    disagreements,
    derivations,
    targets,
    rejected,
    sources,
    remarks,
    matches,
  ];
  if (carriedFrom !== null || lists.some(({ length }) => length > 0)) return null;
  const way = change.before === null ? "come" : "go";
  return { way, at, indicator, base: JSON.stringify(indicator.base) };
}

function packRows({ way, indicator: first }: BareRow, run: readonly BareRow[]): RowBlockRow {
  const of = <T>(part: (indicator: Indicator) => T) => run.map(({ indicator }) => part(indicator));
  return {
    ...{ kind: "rows", way },
    steps: run.map(({ at }, place) => at - (run[place - 1]?.at ?? 0)),
    base: toIndicatorRow(first).base,
    ids: of(({ id }) => id),
    concepts: of(({ concept }) => concept),
    names: of(({ name }) => name),
    units: of(({ unit }) => unit),
    attributes: of(({ attribute }) => attribute),
    departments: of(({ department }) => department),
    categories: of(({ category }) => category),
  };
}
