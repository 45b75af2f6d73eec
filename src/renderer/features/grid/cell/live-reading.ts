import { applyChanges, applyCommand } from "#core/command/apply-command.ts";
import { readCell } from "#core/command/read-cell.ts";
import { formatTarget } from "#core/indicator/format-target.ts";
import { formatQuantity } from "#core/indicator/quantity.ts";
import { rowsBetween } from "#core/plan/observation-table.ts";
import type { Field, Indicator } from "#core/plan/plan.ts";
import { directionOf } from "../../../data/catalogue.ts";
import { rejectReason } from "../../../i18n/reject-text.ts";
import type { CellReading } from "../../../ui/sheet/cell-input.tsx";
import { type CellSource, cellView } from "../cell-view.ts";
import { fieldOf, type GridColumn } from "../grid-columns.ts";
import { type GridWords, plainText, printCell } from "../printed-cell.ts";

/** What a value or target is read as while it is being typed; `null` for an empty cell and for cells that take any text. */
export function liveReading(
  source: CellSource,
  index: number,
  column: GridColumn,
  text: string,
  words: GridWords,
): CellReading | null {
  const indicator = source.plan.indicators[index];
  const field = fieldOf(column);
  if (indicator === undefined || field === null || !("year" in field) || text.trim() === "") return null;
  const read = readCell(indicator, field, text, directionOf(indicator.concept));
  if (!read.ok) return { text: rejectReason(read.error, words), wrong: true };
  const content = read.value;
  if (content.kind === "observation" && content.observation !== null) {
    const value = formatQuantity({ ...content.observation, unit: indicator.unit });
    return { text: words("target.readAs", { form: value }), wrong: false };
  }
  if (content.kind !== "target" || content.planned === null) return null;
  const { target } = content.planned;
  const form = target.form === "qualitative" ? words("target.forms.qualitative") : formatTarget(target);
  const growth = words("target.growth", {
    growth: typedGrowth(source, index, indicator, { field, text }, words),
  });
  return {
    text: words("target.readWithGrowth", { read: words("target.readAs", { form }), growth }),
    wrong: false,
  };
}

/** The growth that a row would ask for with a text typed into one of its cells. */
export function typedGrowth(
  source: CellSource,
  index: number,
  indicator: Indicator,
  typed: { readonly field: Field; readonly text: string },
  words: GridWords,
): string {
  // The other rows have no part in it, and there may be ten thousand of them at each key.
  const observations = rowsBetween(source.plan.observations, index, index + 1);
  const before = { ...source.plan, indicators: [indicator], observations };
  const applied = applyCommand(before, { type: "editCell", indicator: indicator.id, ...typed }, directionOf);
  const plan = applied.ok ? applyChanges(before, applied.value) : before;
  const column = { kind: "growth" } as const;
  return plainText(printCell(cellView({ ...source, plan }, 0, column), column, words));
}
