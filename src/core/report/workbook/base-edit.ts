import type { CellEdit } from "../../command/command.ts";
import { formatAmount } from "../../indicator/quantity.ts";
import { baseValue } from "../../plan/base-value.ts";
import { baseYear } from "../../plan/base-year.ts";
import { toYear, type Year } from "../../plan/ids.ts";
import type { Plan } from "../../plan/plan.ts";

/** The base of a line as a sheet says it: its year (基期) and value (基期值). */
export interface SheetBase {
  readonly year: string;
  readonly value: string;
}

/** What a line's base changes: a value of a year, and which of the two cells are left out because they change nothing that a plan can hold. */
export interface BaseEdit {
  readonly edit: Pick<CellEdit, "field" | "text"> | null;
  readonly ignored: readonly (keyof SheetBase)[];
}

/**
 * Reads a base value back as the value of its year. One that says what the plan says changes nothing: a base that stands in (暂用) is
 * confirmed by another value alone. `row` is the line's row, `null` for a new one; `copied` is the row that a new line was copied from.
 */
export function baseEdit(plan: Plan, base: SheetBase, row: number | null, copied: number | null): BaseEdit {
  const shown = shownBase(plan, row);
  const known = shown ?? shownBase(plan, copied);
  const same = known === null ? base.value === "" : sameNumber(base.value, known.value);
  const yearSame = base.year === "" || base.year === String(known?.year ?? "");
  if (same && (row !== null || known === null || known.provisional))
    return { edit: null, ignored: yearSame ? [] : ["year"] };
  const own = (row === null ? null : plan.indicators[row]?.base?.year) ?? baseYear(plan);
  const year = yearOf(base.year, { shown: shown?.year ?? null, own, isNew: row === null });
  if (base.value === "" && shown?.provisional !== false)
    return { edit: null, ignored: shown === null ? [] : ["value"] };
  return {
    edit: { field: { kind: "observation", year: year ?? shown?.year ?? own }, text: base.value },
    ignored: year === null && !yearSame ? ["year"] : [],
  };
}

/** The year that a sheet may name: the one that was written there, the row's base year, and for new rows one before it. */
function yearOf(
  text: string,
  { shown, own, isNew }: { readonly shown: Year | null; readonly own: Year; readonly isNew: boolean },
): Year | null {
  const read = toYear(text === "" ? Number.NaN : Number(text));
  if (!read.ok) return null;
  const { value } = read;
  return value === shown || value === own || (isNew && value < own) ? value : null;
}

function shownBase(plan: Plan, row: number | null) {
  const base = row === null ? null : baseValue(plan, row);
  if (base === null) return null;
  const { year, quantity, provisional } = base;
  return { year, provisional, value: formatAmount(quantity) };
}

/** Other digits of the same number are no other value. */
const sameNumber = (a: string, b: string): boolean => a === b || (a !== "" && Number(a) === Number(b));
