import { applyCommand } from "#core/command/apply-command.ts";
import type { CellContent } from "#core/command/command.ts";
import type { UnitChangeWay } from "#core/command/unit-changes.ts";
import { formatTarget } from "#core/indicator/format-target.ts";
import { formatQuantity } from "#core/indicator/quantity.ts";
import { convertible } from "#core/indicator/unit.ts";
import { isReadableUnit } from "#core/indicator/readable-unit.ts";
import type { Field, Indicator, Plan } from "#core/plan/plan.ts";

/** What a new unit does to one value of the row, as printed before and after. */
export interface UnitEffect {
  readonly field: Field;
  readonly before: string;
  readonly after: string;
}

/** What a new unit would do to the values of a row. */
export function unitEffects(
  plan: Plan,
  indicator: Indicator,
  unit: string,
  how: UnitChangeWay,
): readonly UnitEffect[] {
  const applied = applyCommand(plan, { type: "changeUnit", indicator: indicator.id, unit, how });
  if (!applied.ok) return [];
  return applied.value.flatMap((change) => {
    if (change.kind !== "cell" || change.field.kind === "unit") return [];
    const before = printed(change.before, indicator.unit);
    const after = printed(change.after, unit);
    return before === null || after === null ? [] : [{ field: change.field, before, after }];
  });
}

/** Whether a new unit can mean two things for a row: its values can be converted, or keep their digits. */
export function isAmbiguousUnit(plan: Plan, indicator: Indicator, typed: string): boolean {
  const unit = typed.trim();
  if (unit === indicator.unit || !isReadableUnit(unit) || !convertible(indicator.unit, unit)) return false;
  const effects = unitEffects(plan, indicator, unit, "convert");
  const kept = unitEffects(plan, indicator, unit, "relabel");
  return effects.some(({ after }, at) => after !== kept[at]?.after);
}

function printed(content: CellContent, unit: string): string | null {
  if (content.kind === "observation")
    return content.observation === null ? null : formatQuantity({ ...content.observation, unit });
  if (content.kind === "target")
    return content.planned === null ? null : formatTarget(content.planned.target);
  return null;
}
