import { cellContent, fieldKey } from "#core/command/cell-content.ts";
import { type CellContent, type CellEdit, type Command, editsOf } from "#core/command/command.ts";
import { unitChanges, type UnitChangeWay } from "#core/command/unit-changes.ts";
import { formatTarget } from "#core/indicator/format-target.ts";
import { formatQuantity } from "#core/indicator/quantity.ts";
import { convertible } from "#core/indicator/unit.ts";
import { isReadableUnit } from "#core/indicator/readable-unit.ts";
import type { IndicatorId } from "#core/plan/ids.ts";
import type { Field, Plan } from "#core/plan/plan.ts";
import { directionOf } from "../../../data/catalogue.ts";

/** What a new unit does to one value of the row, as printed before and after. */
export interface UnitEffect {
  readonly field: Field;
  readonly before: string;
  readonly after: string;
}

/** What a new unit would do to the values of a row. */
export function unitEffects(
  plan: Plan,
  row: number,
  unit: string,
  how: UnitChangeWay,
): readonly UnitEffect[] {
  const indicator = plan.indicators[row];
  if (indicator === undefined || unit === indicator.unit) return [];
  const direction = directionOf(indicator.concept);
  return unitChanges(plan, row, indicator, { unit, direction, how }).flatMap(({ field, content }) => {
    const before = printed(cellContent(plan, row, field), indicator.unit);
    const after = printed(content, unit);
    return before === null || after === null ? [] : [{ field, before, after }];
  });
}

/** A new unit that can mean two things for its row: the values can be converted, or keep their digits. */
export interface AmbiguousUnit {
  readonly indicator: IndicatorId;
  readonly name: string;
  readonly from: string;
  readonly to: string;
  /** The first value that would differ: as it stands, converted, and with its digits kept. */
  readonly example: { readonly before: string; readonly convert: string; readonly relabel: string };
}

/** The new units of a command that can mean two things, of values that it does not write itself. */
export function ambiguousUnits(plan: Plan, command: Command): readonly AmbiguousUnit[] {
  const edits = editsOf(command);
  if (!edits.some(isOpen)) return [];
  const rows = new Map(plan.indicators.map(({ id }, row) => [id, row]));
  const written = new Map<IndicatorId, Set<string>>();
  for (const { indicator, field } of edits) {
    const keys = written.get(indicator) ?? new Set();
    written.set(indicator, keys.add(fieldKey(field)));
  }
  return edits.filter(isOpen).flatMap(({ indicator, text }) => {
    const found = ambiguousUnit(plan, rows.get(indicator) ?? -1, text, written.get(indicator) ?? new Set());
    return found === null ? [] : [found];
  });
}

/** A command in which some new units convert the numbers of their rows or keep their digits. */
export function withUnitChange(
  command: Command,
  indicators: ReadonlySet<IndicatorId>,
  how: UnitChangeWay,
): Command {
  const decided = <E extends CellEdit>(edit: E): E =>
    edit.field.kind === "unit" && indicators.has(edit.indicator) ? { ...edit, unitChange: how } : edit;
  switch (command.type) {
    case "editCell":
      return decided(command);
    case "editCells":
      return { ...command, edits: command.edits.map(decided) };
    case "batch":
      return {
        ...command,
        commands: command.commands.map((part) => withUnitChange(part, indicators, how)),
      };
    default:
      return command;
  }
}

const isOpen = ({ field, unitChange }: CellEdit) => field.kind === "unit" && unitChange === undefined;

function ambiguousUnit(
  plan: Plan,
  row: number,
  typed: string,
  written: ReadonlySet<string>,
): AmbiguousUnit | null {
  const indicator = plan.indicators[row];
  const unit = typed.trim();
  if (indicator === undefined || unit === indicator.unit) return null;
  if (!isReadableUnit(unit) || !convertible(indicator.unit, unit)) return null;
  const kept = unitEffects(plan, row, unit, "relabel");
  const converted = unitEffects(plan, row, unit, "convert");
  const at = converted.findIndex(
    ({ field, after }, place) => !written.has(fieldKey(field)) && after !== kept[place]?.after,
  );
  const [convert, relabel] = [converted[at], kept[at]];
  if (convert === undefined || relabel === undefined) return null;
  const example = { before: convert.before, convert: convert.after, relabel: relabel.after };
  return { indicator: indicator.id, name: indicator.name, from: indicator.unit, to: unit, example };
}

function printed(content: CellContent, unit: string): string | null {
  if (content.kind === "observation")
    return content.observation === null ? null : formatQuantity({ ...content.observation, unit });
  if (content.kind === "target")
    return content.planned === null ? null : formatTarget(content.planned.target);
  return null;
}
