import { cellContent } from "../../command/cell-content.ts";
import type { CellEdit, Command, NewIndicator } from "../../command/command.ts";
import { showContent } from "../../history/compare-plans.ts";
import { type IndicatorId, toYear } from "../../plan/ids.ts";
import type { Field, Plan } from "../../plan/plan.ts";
import { err, ok, type Result } from "../../result.ts";
import { ATTRIBUTE_TEXTS, HEADINGS } from "./indicator-sheet.ts";

/** The texts of a sheet, row by row; numbers are written with the digits that their cells print. */
export type SheetTexts = readonly (readonly string[])[];

/** Why a sheet is none of a plan's indicators. */
export type SheetError = { readonly kind: "no-heading"; readonly heading: string };

/** What a sheet changes in a plan: cells that say something else, and rows that the plan has not. */
export interface SheetEdits {
  readonly edits: readonly CellEdit[];
  readonly added: readonly NewIndicator[];
}

/** Reads a sheet of indicators against the plan that it came from: rows are known by their number (编号), cells by the headings. */
export function sheetEdits(
  plan: Plan,
  texts: SheetTexts,
  newId: () => IndicatorId,
): Result<SheetEdits, SheetError> {
  const [head = [], ...lines] = texts;
  const fields = head.map(fieldOf);
  const idColumn = head.indexOf(HEADINGS.id);
  const nameColumn = head.indexOf(HEADINGS.name);
  if (idColumn < 0) return err({ kind: "no-heading", heading: HEADINGS.id });
  if (nameColumn < 0) return err({ kind: "no-heading", heading: HEADINGS.name });
  const rows = new Map(plan.indicators.map(({ id }, row) => [id as string, row]));
  const edits: CellEdit[] = [];
  const added: NewIndicator[] = [];
  for (const line of lines) {
    const name = line[nameColumn]?.trim() ?? "";
    const row = rows.get(line[idColumn]?.trim() ?? "");
    if (row === undefined && name === "") continue;
    const indicator = row === undefined ? newRow(newId(), name) : plan.indicators[row];
    if (indicator === undefined) continue;
    if (row === undefined) added.push(newRow(indicator.id, name));
    fields.forEach((field, column) => {
      const text = line[column]?.trim() ?? "";
      if (field === null || text === shownText(plan, row, field)) return;
      edits.push({ indicator: indicator.id, field, text });
    });
  }
  return ok({ edits, added });
}

/** The one command that takes a sheet over; `null` where it changes nothing. */
export function sheetCommand({ edits, added }: SheetEdits): Command | null {
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
function shownText(plan: Plan, row: number | undefined, field: Field): string {
  if (row === undefined) return "";
  const content = cellContent(plan, row, field);
  if (content.kind === "text" && field.kind === "attribute")
    return ATTRIBUTE_TEXTS[plan.indicators[row]?.attribute ?? "unspecified"];
  const shown = showContent({ ...content, rejected: null }, plan.indicators[row]?.unit ?? "");
  return shown?.text ?? "";
}
