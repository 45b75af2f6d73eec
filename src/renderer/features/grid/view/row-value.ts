import { levelOf } from "#core/indicator/evaluate-target.ts";
import { parseUnit } from "#core/indicator/unit.ts";
import { baseValue } from "#core/plan/base-value.ts";
import type { Indicator, Plan } from "#core/plan/plan.ts";
import type { IndicatorGrowth } from "#core/path/indicator-growth.ts";
import { type CellSource, type CellView, cellView } from "../cell-view.ts";
import type { GridColumn } from "../grid-columns.ts";

/** What a cell is compared by: numbers in base units and growth as a fraction, else words; `null` where it holds nothing. */
export type RowValue = number | string | null;

/** What a cell of a row is sorted by. */
export function rowValue(source: CellSource, index: number, column: GridColumn): RowValue {
  const view = cellView(source, index, column);
  switch (view.kind) {
    case "value":
      return Number(view.text) * parseUnit(view.unit).factor;
    case "target":
      return targetValue(source.plan, index, column) ?? view.wording;
    case "growth":
      return growthValue(view.growth);
    case "evidence":
      return LEVELS[view.level];
    case "attribute":
      return view.attribute === "binding" ? 0 : 1;
    case "text":
    case "rejected":
      return view.text;
    case "blank":
    case "no-department":
      return null;
  }
}

/** The key by which a cell is chosen in a list of what its column holds: a department, an attribute, a level; `""` for none. */
export function rowKey(view: CellView): string {
  switch (view.kind) {
    case "attribute":
      return view.attribute;
    case "evidence":
      return view.level;
    case "text":
    case "value":
    case "rejected":
      return view.text;
    case "target":
      return view.wording;
    case "blank":
    case "no-department":
    case "growth":
      return "";
  }
}

const LEVELS = { full: 2, part: 1, none: 0 } as const;

function targetValue(plan: Plan, index: number, column: GridColumn): number | null {
  const indicator: Indicator | undefined = plan.indicators[index];
  if (column.kind !== "target" || indicator === undefined) return null;
  const planned = indicator.targets.find(({ year }) => year === column.year);
  if (planned === undefined) return null;
  const found = baseValue(plan, index);
  const base = found === null ? null : { year: found.year, value: found.quantity.value };
  const level = levelOf(planned.target, base, planned.year);
  return level.ok ? level.value.level : null;
}

function growthValue(growth: IndicatorGrowth): number | null {
  switch (growth.kind) {
    case "rate":
    case "stated":
      return growth.rate;
    case "range":
      return growth.low;
    case "hold":
      return 0;
    case "judged":
    case "no-base":
    case "no-target":
    case "rejected":
    case "not-computable":
      return null;
  }
}
