import type { Command } from "#core/command/command.ts";
import { type TakeOver, takeOver, type TakeOverGap } from "#core/compare/beside/take-over.ts";
import type { SidePair, SideRow } from "#core/compare/beside/side-by-side.ts";
import type { IndicatorId, Year } from "#core/plan/ids.ts";
import type { Plan } from "#core/plan/plan.ts";
import { err, ok, type Result } from "#core/result.ts";
import { formatTarget } from "#core/indicator/format-target.ts";

/** What taking over will do, to be said before it is done. */
export interface TakeOverPlan {
  readonly year: Year;
  /** What will stand in the target's cell. */
  readonly text: string;
  /** The indicator that will be added for it, where the draft does not list it yet. */
  readonly adds: string | null;
  /** The one command of it, with the id that an added indicator gets. */
  readonly command: (fresh: IndicatorId) => Command;
}

/** Why nothing can be taken over. */
export type TakeOverRefusal = TakeOverGap | { readonly kind: "read-only" | "not-listed" };

/** The one command that takes over a value or a rule; an indicator that the draft does not list comes with its value. */
export function planTakeOver(
  what: TakeOver,
  draft: Plan,
  row: SideRow,
  pair: SidePair,
): Result<TakeOverPlan, TakeOverRefusal> {
  if (draft.origin === "bundled") return err({ kind: "read-only" });
  if (row.mine === null) return what === "value" ? addWith(draft, pair) : err({ kind: "not-listed" });
  const taken = takeOver(what, row.mine, pair.theirs);
  if (!taken.ok) return taken;
  const { year, text } = taken.value;
  const field = { kind: "target", year } as const;
  const indicator = row.mine.indicator.id;
  return ok({
    year,
    text,
    adds: null,
    command: () => ({ type: "editCell", indicator, field, text, origin: "takeOver" }),
  });
}

function addWith(draft: Plan, { theirs }: SidePair): Result<TakeOverPlan, TakeOverRefusal> {
  const { indicator, target } = theirs;
  if (target === null) return err({ kind: "no-target" });
  const { concept, name, unit, attribute, category } = indicator;
  const text = formatTarget(target.target);
  const year = draft.period.end;
  return ok({
    year,
    text,
    adds: name,
    command: (id) => ({
      type: "batch",
      commands: [
        {
          type: "addIndicators",
          rows: [{ id, concept, name, unit, attribute, department: null, category }],
          before: null,
        },
        { type: "editCell", indicator: id, field: { kind: "target", year }, text, origin: "takeOver" },
      ],
    }),
  });
}
