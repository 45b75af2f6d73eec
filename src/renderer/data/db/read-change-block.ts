import type { CellContent } from "#core/command/command.ts";
import type { CellChange, PlanChange, RowChange, RowRecord } from "#core/command/plan-change.ts";
import { conceptId, indicatorId } from "#core/plan/ids.ts";
import type { Field, Indicator } from "#core/plan/plan.ts";
import { unpackPlaces, unpackSteps } from "./cell-block.ts";
import { contentSchema, fieldSchema } from "./cell-row.ts";
import type { CellBlockRow, ChangeBlockRow, RowBlockRow } from "./change-block-row.ts";
import { indicatorSchema } from "./plan-row.ts";
import { quickReader } from "./quick-reader.ts";
import { z } from "./schema-library.ts";

type Unread<T> = { readonly [K in keyof T]?: unknown };

/** A stored block of changes; reading it gives the changes. Its lists are read by hand: a schema takes ten times as long for each cell. */
export const changeBlockSchema = z.custom<ChangeBlockRow>(isBlock).transform((block, context) => {
  const read = block.kind === "cells" ? readCells(block) : readRows(block);
  if (read !== null) return read;
  context.addIssue({ code: "custom", message: `A block of ${block.kind} cannot be read` });
  return z.NEVER;
});

function isBlock(value: unknown): boolean {
  if (typeof value !== "object" || value === null || !("kind" in value)) return false;
  return value.kind === "cells" || value.kind === "rows";
}

const fieldsSchema = z.array(fieldSchema);

function readCells(block: Unread<CellBlockRow>): readonly PlanChange[] | null {
  const { indicators, steps, before, after } = block;
  const fields = fieldsSchema.safeParse(block.fields);
  if (!fields.success || !areTexts(indicators) || !Array.isArray(steps)) return null;
  const cells = unpackPlaces(indicators, fields.data, steps);
  if (cells === null || !isListOf(before, cells.length) || !isListOf(after, cells.length)) return null;
  const changes: CellChange[] = [];
  for (const [at, { indicator, field }] of cells.entries()) {
    const [was, is] = [unpackContent(field, before[at]), unpackContent(field, after[at])];
    if (was === null || is === null) return null;
    changes.push({ kind: "cell", indicator, field, before: was, after: is });
  }
  return changes;
}

const readContent = quickReader(contentSchema);

function unpackContent(field: Field, packed: unknown): CellContent | null {
  if (typeof packed === "string" || packed === null) return plainContent(field, packed);
  if (!isList(packed)) {
    const read = readContent(packed);
    return read.ok ? read.value : null;
  }
  const [value, decimals] = packed;
  if (field.kind !== "observation" || packed.length !== 2 || typeof value !== "number") return null;
  if (!Number.isFinite(value) || (decimals !== null && !isCount(decimals))) return null;
  return {
    kind: "observation",
    observation: { value, basis: "estimated", decimals },
    source: null,
    rejected: null,
  };
}

function plainContent({ kind }: Field, text: string | null): CellContent | null {
  if (kind !== "observation" && kind !== "target") return { kind: "text", text, rejected: null };
  if (text !== null) return null;
  return kind === "target"
    ? { kind, planned: null, rejected: null }
    : { kind, observation: null, source: null, rejected: null };
}

const { attribute: attributeSchema, base: baseSchema } = indicatorSchema.shape;
const attributesSchema = z.array(attributeSchema);

function readRows(block: Unread<RowBlockRow>): readonly PlanChange[] | null {
  const { way, steps, ids, concepts, names, units, departments, categories } = block;
  const base = baseSchema.safeParse(block.base);
  const attributes = attributesSchema.safeParse(block.attributes);
  if (!base.success || !attributes.success || (way !== "come" && way !== "go") || !Array.isArray(steps))
    return null;
  const places = unpackSteps(steps, Number.MAX_SAFE_INTEGER);
  if (places === null || !areTexts(ids) || !areTexts(names) || !areTexts(units)) return null;
  if (!areTextsOrNull(concepts) || !areTextsOrNull(departments) || !areTextsOrNull(categories)) return null;
  const lists = [ids, names, units, concepts, departments, categories, attributes.data];
  if (lists.some(({ length }) => length !== places.length)) return null;
  return places.map((at, row): RowChange => {
    const concept = concepts[row] ?? null;
    const indicator = bareIndicator({
      id: indicatorId(ids[row] ?? ""),
      concept: concept === null ? null : conceptId(concept),
      name: names[row] ?? "",
      unit: units[row] ?? "",
      attribute: attributes.data[row] ?? "unspecified",
      department: departments[row] ?? null,
      category: categories[row] ?? null,
      base: base.data,
    });
    const record: RowRecord = {
      at,
      indicator,
      observed: [],
      statements: [],
      disagreements: [],
      derivations: [],
    };
    const comes = way === "come";
    return {
      kind: "row",
      indicator: indicator.id,
      before: comes ? null : record,
      after: comes ? record : null,
    };
  });
}

type BareIndicator = Pick<
  Indicator,
  "id" | "concept" | "name" | "unit" | "attribute" | "department" | "category" | "base"
>;

function bareIndicator(row: BareIndicator): Indicator {
  return { ...row, targets: [], rejected: [], sources: [], remarks: [], matches: [], carriedFrom: null };
}

const isCount = (value: unknown): value is number => Number.isInteger(value) && Number(value) >= 0;

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

const isListOf = (value: unknown, length: number): value is readonly unknown[] =>
  isList(value) && value.length === length;

const areTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((text) => typeof text === "string");

const areTextsOrNull = (value: unknown): value is readonly (string | null)[] =>
  Array.isArray(value) && value.every((text) => text === null || typeof text === "string");
