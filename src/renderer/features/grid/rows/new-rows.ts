import type { Command, NewIndicator } from "#core/command/command.ts";
import { type IndicatorId, indicatorId } from "#core/plan/ids.ts";
import type { Plan } from "#core/plan/plan.ts";
import { neighbourOf } from "../../../ui/sheet/standing-row.ts";

/** A fresh id for a row of a plan; `token` is one that no other row has. */
export function newRowId(plan: Plan, token: string): IndicatorId {
  return indicatorId(`${plan.id}/${token}`);
}

/** The command that puts rows above or below a row, or at the end of a plan without rows. */
export function insertRows(
  plan: Plan,
  rows: readonly NewIndicator[],
  beside: IndicatorId | null,
  side: "above" | "below",
): Command {
  const at = plan.indicators.findIndex(({ id }) => id === beside);
  const before = side === "above" ? beside : (plan.indicators[at + 1]?.id ?? null);
  return { type: "addIndicators", rows, before: at < 0 ? null : before };
}

/** A row that is still to be named, in the field of the one it is inserted beside. */
export function blankRow(plan: Plan, id: IndicatorId, beside: IndicatorId | null): NewIndicator {
  const category = plan.indicators.find((row) => row.id === beside)?.category ?? null;
  return { id, concept: null, name: "", unit: "", attribute: "unspecified", department: null, category };
}

/** The shown row that the planner stands on once rows are gone: the next one that stays, else the one before. */
export function nextStaying(
  shown: readonly IndicatorId[],
  leaving: readonly IndicatorId[],
): IndicatorId | null {
  const gone = new Set(leaving);
  const last = shown.findLastIndex((id) => gone.has(id));
  return neighbourOf(shown, last, (id) => !gone.has(id));
}
