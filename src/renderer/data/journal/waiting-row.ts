import { planId } from "#core/plan/ids.ts";
import { type CellBlockPlaces, packPlaces, unpackPlaces } from "../db/cell-block.ts";
import { fieldSchema } from "../db/cell-row.ts";
import { changesSchema, type ChangeRow, toChangeRows } from "../db/change-row.ts";
import { z } from "../db/schema-library.ts";
import type { TypedCell, WaitingEdit } from "./waiting-edits.ts";

/** What was typed, as lists side by side: a pasted block lies on a disk that is full already. */
interface TypedRow extends CellBlockPlaces {
  /** Of the rows, as many as there are `indicators`. */
  readonly names: readonly string[];
  readonly texts: readonly string[];
}

interface WaitingRow {
  readonly plan: string;
  readonly changes: readonly ChangeRow[];
  readonly typed: TypedRow;
}

const textsSchema = z.array(z.string());

const typedSchema = z
  .object({
    ...{ indicators: textsSchema, names: textsSchema, texts: textsSchema },
    fields: z.array(fieldSchema),
    steps: z.array(z.number()),
  })
  .transform(({ indicators, names, fields, steps, texts }): readonly TypedCell[] => {
    const nameOf = new Map(indicators.map((id, at) => [id, names[at] ?? id]));
    const cells = unpackPlaces(indicators, fields, steps) ?? [];
    return cells.flatMap((cell, at) => {
      const text = texts[at];
      return text === undefined ? [] : { ...cell, name: nameOf.get(cell.indicator) ?? cell.indicator, text };
    });
  });

/** A waiting edit as the machine's journal holds it. What was typed is only told, so that an edit is good without it: earlier programs wrote none. */
export const waitingSchema = z.object({
  plan: z.string().transform(planId),
  changes: changesSchema,
  typed: typedSchema.catch([]),
});

/** The row of a waiting edit; the journal names it. */
export function toWaitingRow({ plan, changes, typed }: WaitingEdit): WaitingRow {
  const places = packPlaces(typed);
  const nameOf = new Map(typed.map(({ indicator, name }) => [String(indicator), name]));
  const names = places.indicators.map((id) => nameOf.get(id) ?? id);
  const texts = typed.map(({ text }) => text);
  return { plan, changes: toChangeRows(changes), typed: { ...places, names, texts } };
}
