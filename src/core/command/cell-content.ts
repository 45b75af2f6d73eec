import { formatTarget } from "../indicator/format-target.ts";
import { formatAmount } from "../indicator/quantity.ts";
import { observationAt } from "../plan/observation-table.ts";
import type { Field, Indicator, Plan, RejectedInput } from "../plan/plan.ts";
import { assertNever } from "../assert-never.ts";
import type { CellContent } from "./command.ts";

/** A key that is the same for two fields exactly when they name the same cell of a row. */
export function fieldKey(field: Field): string {
  return "year" in field ? `${field.kind} ${field.year}` : field.kind;
}

/** What the cell of a plan's row holds now; `row` is one of the plan's. */
export function cellContent(
  plan: Pick<Plan, "indicators" | "observations">,
  row: number,
  field: Field,
): CellContent {
  const indicator = plan.indicators[row];
  if (indicator === undefined) throw new RangeError(`No row ${row}`);
  const rejected = rejectedText(indicator, field);
  switch (field.kind) {
    case "name":
    case "unit":
    case "attribute":
    case "department":
    case "category":
      return { kind: "text", text: indicator[field.kind], rejected };
    case "observation": {
      const source = indicator.sources.find(({ year }) => year === field.year)?.statement ?? null;
      const observation = observationAt(plan.observations, row, field.year);
      return { kind: "observation", observation, source, rejected };
    }
    case "target": {
      const planned = indicator.targets.find(({ year }) => year === field.year) ?? null;
      return { kind: "target", planned, rejected };
    }
    default:
      return assertNever(field);
  }
}

/**
 * Whether two contents show the same text in a row of `unit`: typing again what a cell shows is no edit, and keeps
 * the evidence behind it.
 */
export function showsTheSame(a: CellContent, b: CellContent, unit: string): boolean {
  if (a.rejected !== b.rejected || isEmptyBeside(a, b) || isEmptyBeside(b, a)) return false;
  return shownText(a, unit) === shownText(b, unit);
}

/** A value always shows something, so nothing beside it needs no printing to be told from it. */
function isEmptyBeside(a: CellContent, b: CellContent): boolean {
  return a.kind === "observation" && b.kind === a.kind && a.observation === null && b.observation !== null;
}

function shownText(content: CellContent, unit: string): string {
  switch (content.kind) {
    case "text":
      return content.text ?? "";
    case "observation":
      return content.observation === null ? "" : formatAmount({ ...content.observation, unit });
    case "target":
      return content.planned === null ? "" : formatTarget(content.planned.target);
    default:
      return assertNever(content);
  }
}

/** Rejected inputs in the order in which a plan keeps them: by kind of cell, then by year. */
export function orderRejected(inputs: readonly RejectedInput[]): readonly RejectedInput[] {
  return [...inputs].sort((a, b) => (fieldKey(a.field) < fieldKey(b.field) ? -1 : 1));
}

function rejectedText(indicator: Indicator, field: Field): string | null {
  const key = fieldKey(field);
  return indicator.rejected.find((input) => fieldKey(input.field) === key)?.text ?? null;
}
