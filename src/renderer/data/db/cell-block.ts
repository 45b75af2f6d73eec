import type { Field } from "#core/plan/plan.ts";
import { fieldKey } from "#core/command/cell-content.ts";
import { type IndicatorId, indicatorId } from "#core/plan/ids.ts";
import { type FieldRow, toFieldRow } from "./cell-row.ts";

/**
 * Which cells a block speaks of, in their order, without naming any row or column twice: `steps` holds for each the way from the place
 * of the one before (from 0 for the first), where the place of a cell is its row times the number of fields plus its field.
 */
export interface CellBlockPlaces {
  readonly indicators: readonly string[];
  readonly fields: readonly FieldRow[];
  readonly steps: readonly number[];
}

/** One cell by its row and field. */
export interface CellName {
  readonly indicator: IndicatorId;
  readonly field: Field;
}

/** The places of cells as a block keeps them. */
export function packPlaces(cells: readonly CellName[]): CellBlockPlaces {
  const indicators = numbered(cells, ({ indicator }) => indicator);
  const fields = numbered(cells, ({ field }) => fieldKey(field));
  const steps: number[] = [];
  let before = 0;
  cells.forEach((_, at) => {
    const place = (indicators.of[at] ?? 0) * fields.first.length + (fields.of[at] ?? 0);
    steps.push(place - before);
    before = place;
  });
  return {
    indicators: indicators.first.map(({ indicator }) => indicator),
    fields: fields.first.map(({ field }) => toFieldRow(field)),
    steps,
  };
}

/** For each cell the number of its key, and the first cell of each key. */
function numbered(
  cells: readonly CellName[],
  keyOf: (cell: CellName) => string,
): { readonly first: readonly CellName[]; readonly of: readonly number[] } {
  const numbers = new Map<string, number>();
  const first: CellName[] = [];
  const of = cells.map((cell) => {
    const key = keyOf(cell);
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, first.length);
    return first.push(cell) - 1;
  });
  return { first, of };
}

/** The cells that a block speaks of; `null` when a step leads to none of its rows and fields. */
export function unpackPlaces(
  indicators: readonly string[],
  fields: readonly Field[],
  steps: readonly unknown[],
): readonly CellName[] | null {
  const places = unpackSteps(steps, indicators.length * fields.length);
  if (places === null) return null;
  const cells: CellName[] = [];
  for (const place of places) {
    const field = fields[place % fields.length];
    const id = indicators[Math.floor(place / fields.length)];
    if (field === undefined || id === undefined) return null;
    cells.push({ indicator: indicatorId(id), field });
  }
  return cells;
}

/** The places that steps lead to; `null` when one of them is not below `size`. */
export function unpackSteps(steps: readonly unknown[], size: number): readonly number[] | null {
  const places: number[] = [];
  let place = 0;
  for (const step of steps) {
    if (!Number.isSafeInteger(step)) return null;
    place += Number(step);
    if (place < 0 || place >= size) return null;
    places.push(place);
  }
  return places;
}
