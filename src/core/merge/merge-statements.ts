import type { IndicatorId, StatementId } from "../plan/ids.ts";
import type { Indicator, Plan, SettledDisagreement } from "../plan/plan.ts";
import type { Statement } from "../plan/statement.ts";
import { sameValue } from "../same-value.ts";
import { mergeEachKeyed, mergeKeyed } from "./merge-keyed.ts";
import type { Side } from "./merge-conflict.ts";
import { type Settling, type Versions, versionsOf } from "./settle.ts";

/** For rows that one side took out and the other changed: the side that stands. */
export type SettledRows = ReadonlyMap<IndicatorId, Side>;

/** Where the choice for a row reaches into a list, a list that only one side touched is not simply that side's. */
const mergeOf = (settledRows: SettledRows) => (settledRows.size === 0 ? mergeKeyed : mergeEachKeyed);

/** The statements of a merged plan: those of a row go and stay with it. */
export function mergeStatements(
  plans: Versions<Plan>,
  rows: ReadonlySet<IndicatorId>,
  settledRows: SettledRows,
  settling: Settling,
): readonly Statement[] {
  const merged = mergeOf(settledRows)(
    versionsOf(plans, ({ statements }) => statements),
    ({ id }) => id,
    (_, sides) => {
      const about = (sides.ours ?? sides.theirs)?.indicator ?? null;
      const side = about === null ? undefined : settledRows.get(about);
      return side === undefined ? settleStatement(sides, settling) : sides[side];
    },
  );
  const gone = (about: IndicatorId | null) => about !== null && !rows.has(about) && isRowOf(plans, about);
  return withFormulas(
    merged.filter(({ indicator }) => !gone(indicator)),
    plans,
  );
}

/** Statements are only ever severed from others that leave; any other difference is one of the documents, and a fact of the plan. */
function settleStatement(sides: Versions<Statement | null>, settling: Settling): Statement | null {
  const bare = versionsOf(sides, (statement) => statement && { ...statement, derivation: null });
  const whole = settling.part(bare, () => ({ kind: "fact", fact: "statements" }));
  if (whole === null) return null;
  const formulas = versionsOf(sides, (statement) => statement?.derivation ?? null);
  const derivation = settling.part(formulas, () => ({ kind: "fact", fact: "statements" }));
  return { ...whole, derivation };
}

function isRowOf({ base, ours, theirs }: Versions<Plan>, id: IndicatorId): boolean {
  return [base, ours, theirs].some(({ indicators }) => indicators.some((row) => row.id === id));
}

/** Formulas that were severed because a row was to leave come back where it stays after all, and go where it does not. */
function withFormulas(statements: readonly Statement[], plans: Versions<Plan>): readonly Statement[] {
  const ids = new Set(statements.map(({ id }) => id));
  const before = new Map(plans.base.statements.map(({ id, derivation }) => [id, derivation]));
  return statements.map((statement) => {
    const known = statement.derivation ?? before.get(statement.id) ?? null;
    const derivation = known?.from.every((id) => ids.has(id)) === true ? known : null;
    return sameValue(derivation, statement.derivation) ? statement : { ...statement, derivation };
  });
}

/** The settled disagreements of a merged plan; those of a row go and stay with it. */
export function mergeDisagreements(
  plans: Versions<Plan>,
  rows: ReadonlySet<IndicatorId>,
  settledRows: SettledRows,
  settling: Settling,
): readonly SettledDisagreement[] {
  const merged = mergeOf(settledRows)(
    versionsOf(plans, ({ disagreements }) => disagreements),
    ({ indicator, year }) => `${indicator} ${year}`,
    (_, sides) => {
      const about = (sides.ours ?? sides.theirs)?.indicator;
      const side = about === undefined ? undefined : settledRows.get(about);
      if (side !== undefined) return sides[side];
      return settling.part(sides, () => ({ kind: "fact", fact: "disagreements" }));
    },
  );
  return merged.filter(({ indicator }) => rows.has(indicator));
}

/** A row that names only statements that are left. */
export function withoutLostSources(indicator: Indicator, isLost: (id: StatementId) => boolean): Indicator {
  const lostTarget = indicator.targets.some(({ statement }) => statement !== null && isLost(statement));
  const lostSource = indicator.sources.some(({ statement }) => isLost(statement));
  if (!lostTarget && !lostSource) return indicator;
  return {
    ...indicator,
    targets: indicator.targets.map((planned) =>
      planned.statement !== null && isLost(planned.statement) ? { ...planned, statement: null } : planned,
    ),
    sources: indicator.sources.filter(({ statement }) => !isLost(statement)),
  };
}
