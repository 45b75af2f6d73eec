import type { IndicatorId } from "../plan/ids.ts";
import type { Indicator, Plan, Remark } from "../plan/plan.ts";
import { err, ok, type Result } from "../result.ts";
import { fieldKey } from "./cell-content.ts";
import type { Command, CommandError } from "./command.ts";
import type { RowChange } from "./plan-change.ts";
import { printableText } from "./printable-text.ts";
import { changedRow } from "./row-record.ts";

type CommandOf<T extends Command["type"]> = Extract<Command, { readonly type: T }>;
type Said = Result<readonly RowChange[], CommandError>;

/** The row with the remark on one of its cells, in place of the one that was there. */
export function remark(plan: Plan, { indicator, remark: said }: CommandOf<"remark">): Said {
  const key = fieldKey(said.field);
  const { note, source } = tidy(said);
  return sayOf(plan, indicator, (row) => {
    const others = row.remarks.filter(({ field }) => fieldKey(field) !== key);
    const before = row.remarks.find(({ field }) => fieldKey(field) === key);
    if ((before?.note ?? null) === note && (before?.source ?? null) === source) return row;
    if (note === null && source === null) return { ...row, remarks: others };
    return { ...row, remarks: [...others, { field: said.field, note, source }] };
  });
}

/** The row matched with an indicator of another plan, in place of the one that it was matched with there. */
export function matchIndicator(plan: Plan, command: CommandOf<"matchIndicator">): Said {
  return sayOf(plan, command.indicator, (row) => {
    const before = row.matches.find((match) => match.plan === command.plan)?.indicator ?? null;
    if (before === command.with) return row;
    const others = row.matches.filter((match) => match.plan !== command.plan);
    const added = command.with === null ? [] : [{ plan: command.plan, indicator: command.with }];
    return { ...row, matches: [...others, ...added] };
  });
}

/** The row as one of another concept. */
export function setConcept(plan: Plan, { indicator, concept }: CommandOf<"setConcept">): Said {
  return sayOf(plan, indicator, (row) => (row.concept === concept ? row : { ...row, concept }));
}

function sayOf(plan: Plan, id: IndicatorId, change: (row: Indicator) => Indicator): Said {
  const at = plan.indicators.findIndex((row) => row.id === id);
  const row = plan.indicators[at];
  if (row === undefined) return err({ kind: "unknown-indicator", indicator: id });
  const next = change(row);
  if (next === row) return ok([]);
  const [before, after] = [changedRow(plan, at, row), changedRow(plan, at, next)];
  return ok([{ kind: "row", indicator: id, before, after }]);
}

function tidy({ note, source }: Remark): Pick<Remark, "note" | "source"> {
  const text = (value: string | null) => {
    const printable = value === null ? "" : printableText(value).trim();
    return printable === "" ? null : printable;
  };
  return { note: text(note), source: text(source) };
}
