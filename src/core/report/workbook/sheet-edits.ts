import { cellContent, fieldKey } from "../../command/cell-content.ts";
import type { CellEdit, Command, NewIndicator } from "../../command/command.ts";
import { showContent } from "../../history/compare-plans.ts";
import { type IndicatorId, toYear } from "../../plan/ids.ts";
import type { Field, Plan } from "../../plan/plan.ts";
import { err, ok, type Result } from "../../result.ts";
import { baseEdit } from "./base-edit.ts";
import { ATTRIBUTE_TEXTS, HEADINGS } from "./indicator-sheet.ts";
import { matchLines } from "./match-lines.ts";
import { cellReference } from "./workbook.ts";

/**
 * The texts of a sheet, row by row; numbers are written with the digits that their cells print, and `null` is what is neither text nor
 * number, such as a date.
 */
export type SheetTexts = readonly (readonly (string | null)[])[];

/** Why a sheet is none of a plan's indicators. */
export type SheetError = { readonly kind: "no-heading"; readonly heading: string };

/** A cell of a sheet that is told of: where it stands (J7), its line's indicator and its column's heading. */
export interface SheetCell {
  readonly address: string;
  readonly indicator: string;
  readonly heading: string;
}

/** What a sheet changes in a plan: cells that say something else, and rows that the plan has not; and what is left out. */
export interface SheetEdits {
  readonly edits: readonly CellEdit[];
  readonly added: readonly NewIndicator[];
  /** Cells whose content is neither text nor number. */
  readonly unread: readonly SheetCell[];
  /** Changed cells that a plan does not take. */
  readonly ignored: readonly SheetCell[];
  /** The id of the plan that the sheet was made from, where it was another. */
  readonly otherPlan: string | null;
}

/**
 * Reads a sheet of indicators against a plan: cells are known by the headings, rows by their number (编号); in a sheet of another plan by
 * the row's own part of it, or by name and unit.
 */
export function sheetEdits(
  plan: Plan,
  texts: SheetTexts,
  newId: () => IndicatorId,
): Result<SheetEdits, SheetError> {
  const [head = [], ...lines] = texts;
  const headings = head.map((text) => text ?? "");
  for (const heading of [HEADINGS.id, HEADINGS.name])
    if (!headings.includes(heading)) return err({ kind: "no-heading", heading });
  const sheet: SheetGround = { plan, headings, fields: headings.map(fieldOf) };
  const keys = lines.map((cells) => {
    const [id, name, unit] = [HEADINGS.id, HEADINGS.name, HEADINGS.unit].map((heading) =>
      textUnder(sheet, cells, heading),
    );
    return { id: id ?? "", name: name ?? "", unit: unit ?? "" };
  });
  const { rows, otherPlan } = matchLines(plan, keys);
  const known = new Map<string, number>(plan.indicators.map(({ id }, row) => [id, row]));
  const found: Found = { edits: [], added: [], unread: [], ignored: [] };
  lines.forEach((cells, at) => {
    const { id, name } = keys[at] ?? { id: "", name: "" };
    const row = rows[at] ?? null;
    if (row === null && name === "") return;
    const indicator = (row === null ? undefined : plan.indicators[row]?.id) ?? newId();
    if (row === null) found.added.push(newRow(indicator, name));
    const copied = row === null ? (known.get(id) ?? null) : null;
    readLine(sheet, { at: at + 1, cells, name, row, copied, indicator }, found);
  });
  return ok({ ...found, otherPlan });
}

/** What all lines of a sheet are read against. */
interface SheetGround {
  readonly plan: Plan;
  readonly headings: readonly string[];
  readonly fields: readonly (Field | null)[];
}

/** A line of a sheet with the row that it is about (`null` for a new one, with the row it was copied from). */
interface SheetLine {
  readonly at: number;
  readonly cells: readonly (string | null)[];
  readonly name: string;
  readonly row: number | null;
  readonly copied: number | null;
  readonly indicator: IndicatorId;
}

interface Found {
  readonly edits: CellEdit[];
  readonly added: NewIndicator[];
  readonly unread: SheetCell[];
  readonly ignored: SheetCell[];
}

/** Reads the cells of a line that stand for cells of the plan, and its base. */
function readLine(sheet: SheetGround, line: SheetLine, { edits, unread, ignored }: Found): void {
  const { plan, headings, fields } = sheet;
  const { cells, row, indicator } = line;
  const changed = new Map<string, string>();
  fields.forEach((field, column) => {
    const text = cells[column] === undefined ? "" : (cells[column]?.trim() ?? null);
    const heading = headings[column] ?? "";
    if (text === null && (field !== null || BASE_HEADINGS.includes(heading)))
      unread.push(sheetCell(line, column, heading));
    if (field === null || text === null || text === shownText(plan, row, field)) return;
    changed.set(fieldKey(field), text);
    edits.push({ indicator, field, text });
  });
  const base = BASE_HEADINGS.map((heading) => cells[headings.indexOf(heading)]);
  if (!headings.includes(HEADINGS.base) || base.includes(null)) return;
  const [year = "", value = ""] = base.map((text) => text?.trim() ?? "");
  const read = baseEdit(plan, { year, value }, row, line.copied);
  const leave = (heading: string) => ignored.push(sheetCell(line, headings.indexOf(heading), heading));
  for (const part of read.ignored) leave(part === "year" ? HEADINGS.baseYear : HEADINGS.base);
  if (read.edit === null) return;
  // The column of the year says it, too: what is written there counts.
  const said = changed.get(fieldKey(read.edit.field));
  if (said === undefined) edits.push({ indicator, ...read.edit });
  else if (said !== read.edit.text) leave(HEADINGS.base);
}

const BASE_HEADINGS: readonly string[] = [HEADINGS.baseYear, HEADINGS.base];

const sheetCell = ({ at, name }: SheetLine, column: number, heading: string): SheetCell => ({
  ...{ address: cellReference({ row: at, column }), indicator: name, heading },
});

function textUnder({ headings }: SheetGround, cells: readonly (string | null)[], heading: string): string {
  return cells[headings.indexOf(heading)]?.trim() ?? "";
}

/** The one command that takes a sheet over; `null` where it changes nothing. */
export function sheetCommand({ edits, added }: Pick<SheetEdits, "edits" | "added">): Command | null {
  const commands: Command[] = [
    ...(added.length === 0 ? [] : [{ type: "addIndicators", rows: added, before: null } as const]),
    ...(edits.length === 0 ? [] : [{ type: "editCells", edits } as const]),
  ];
  const [only] = commands;
  if (only === undefined) return null;
  return commands.length === 1 ? only : { type: "batch", commands };
}

const newRow = (id: IndicatorId, name: string): NewIndicator => ({
  ...{ id, name, concept: null, unit: "" },
  ...{ attribute: "unspecified", department: null, category: null },
});

const TEXT_FIELDS: ReadonlyMap<string, Field> = new Map([
  [HEADINGS.name, { kind: "name" }],
  [HEADINGS.unit, { kind: "unit" }],
  [HEADINGS.attribute, { kind: "attribute" }],
  [HEADINGS.department, { kind: "department" }],
  [HEADINGS.category, { kind: "category" }],
] as const);
const YEAR = /^(\d{4})年(目标)?$/u;

/** The cell that a heading stands for; levels and growths are reckoned and thus none. */
function fieldOf(heading: string): Field | null {
  const known = TEXT_FIELDS.get(heading);
  if (known !== undefined) return known;
  const found = YEAR.exec(heading);
  const year = toYear(Number(found?.[1] ?? Number.NaN));
  if (found === null || !year.ok) return null;
  return { kind: found[2] === undefined ? "observation" : "target", year: year.value };
}

/** What the plan's own cell says, as the sheet says it. */
function shownText(plan: Plan, row: number | null, field: Field): string {
  if (row === null) return "";
  const content = cellContent(plan, row, field);
  if (content.kind === "text" && field.kind === "attribute")
    return ATTRIBUTE_TEXTS[plan.indicators[row]?.attribute ?? "unspecified"];
  const shown = showContent({ ...content, rejected: null }, plan.indicators[row]?.unit ?? "");
  return shown?.text ?? "";
}
