import { mapQuantities } from "../indicator/map-quantities.ts";
import { formatAmount, printedValue, type Quantity, quantityOf } from "../indicator/quantity.ts";
import type { Target } from "../indicator/target.ts";
import { convertible, parseUnit, unitOfDifference } from "../indicator/unit.ts";
import type { Direction } from "../plan/concept.ts";
import type { Field, Indicator, Plan } from "../plan/plan.ts";
import { cellContent } from "./cell-content.ts";
import type { CellContent } from "./command.ts";
import { readCell } from "./read-cell.ts";

/** A cell and what it is to hold. */
export interface NewContent {
  readonly field: Field;
  readonly content: CellContent;
}

/** What happens to the numbers of a row whose unit changes: they are converted where that can be, or they stay as printed. */
export type UnitChangeWay = "convert" | "relabel";

/** A new unit of a row; `direction` is that of its concept. */
export interface NewUnit {
  readonly unit: string;
  readonly direction: Direction;
  readonly how: UnitChangeWay;
}

/**
 * What a new unit does to the other cells of its row. Converted within a dimension the values stay and are shown in the new
 * unit (4114 万元 becomes 0.4114 亿元). Relabelled, or in another dimension, the printed numbers stay and mean the new
 * unit; no document backs them then. Inputs that could not be read are read again.
 */
export function unitChanges(
  plan: Plan,
  row: number,
  indicator: Indicator,
  { unit, direction, how }: NewUnit,
): readonly NewContent[] {
  const converts = how === "convert" && convertible(indicator.unit, unit);
  const change: UnitChange = { from: indicator.unit, to: unit, converts };
  const observed = plan.observations.years.map((year): Field => ({ kind: "observation", year }));
  const planned = indicator.targets.map(({ year }): Field => ({ kind: "target", year }));
  const values = [...observed, ...planned].flatMap((field) => {
    const before = cellContent(plan, row, field);
    const content = relabelled(before, change);
    return content === null ? [] : [{ field, content }];
  });
  const relabelledRow = { ...indicator, unit };
  const reread = indicator.rejected.flatMap(({ field, text }) => {
    if (field.kind !== "observation" && field.kind !== "target") return [];
    const read = readCell(relabelledRow, field, text, direction);
    return read.ok ? [{ field, content: read.value }] : [];
  });
  return [...values, ...reread];
}

interface UnitChange {
  readonly from: string;
  readonly to: string;
  readonly converts: boolean;
}

function relabelled(content: CellContent, change: UnitChange): CellContent | null {
  if (content.kind === "observation" && content.observation !== null) {
    const { value, decimals, basis } = content.observation;
    const quantity = inUnit({ value, decimals, unit: change.from }, change);
    const observation = { value: quantity.value, decimals: quantity.decimals, basis };
    if (change.converts) return { ...content, observation };
    return { ...content, observation: { ...observation, basis: "estimated" }, source: null };
  }
  if (content.kind === "target" && content.planned !== null) {
    const target = targetInUnit(content.planned.target, change);
    const statement = change.converts ? content.planned.statement : null;
    return { ...content, planned: { ...content.planned, target, statement } };
  }
  return null;
}

function inUnit(quantity: Quantity, change: UnitChange): Quantity {
  const { value, decimals } = quantity;
  if (!change.converts) return quantityOf(printedValue(quantity), change.to, decimals);
  if (parseUnit(change.from).factor === parseUnit(change.to).factor)
    return { value, unit: change.to, decimals };
  const shortest = formatAmount({ value, unit: change.to, decimals: null });
  return { value, unit: change.to, decimals: shortest.split(".")[1]?.length ?? 0 };
}

function targetInUnit(target: Target, change: UnitChange): Target {
  const convert = target.form === "increase" ? increaseInUnit : inUnit;
  return mapQuantities(target, (quantity) => convert(quantity, change));
}

/** An increase of a percentage is printed in percentage points. */
function increaseInUnit(by: Quantity, change: UnitChange): Quantity {
  const { from, to } = change;
  return inUnit(by, { ...change, from: unitOfDifference(from), to: unitOfDifference(to) });
}
