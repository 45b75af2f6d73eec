import { printableText } from "../command/printable-text.ts";
import { nextTerms, proposeSuperior } from "../plan/draft.ts";
import { type IndicatorId, type JurisdictionCode, type PlanId, type Year, YEAR_RANGE } from "../plan/ids.ts";
import type { Jurisdiction, Period, Plan } from "../plan/plan.ts";
import { proposeTitle } from "../plan/propose-title.ts";
import { err, ok, type Result } from "../result.ts";

/** What becomes of an indicator of the predecessor: 沿用, 口径调整 or 不再列入; the last two have a reason. */
export type FateChoice =
  | { readonly fate: "kept" }
  | { readonly fate: "caliber-changed" | "dropped"; readonly reason: string };

/** What is written into a row of the draft, as typed; `null` leaves the base as proposed and the target empty. */
export interface Figures {
  readonly base: string | null;
  readonly target: string | null;
  /** A note to the target, such as by which rule it was proposed. */
  readonly note: string | null;
}

/** All that a planner decides before the draft of the next plan is made. */
export interface DraftChoices {
  readonly title: string;
  readonly jurisdiction: JurisdictionCode;
  readonly period: Period;
  readonly baseYear: Year;
  readonly superior: PlanId | null;
  /** By indicators of the predecessor; those that are not named are kept. */
  readonly fates: ReadonlyMap<IndicatorId, FateChoice>;
  /** Indicators of the superior plan that the draft takes up, in their order. */
  readonly adopted: readonly IndicatorId[];
  /** By indicators of the predecessor and of the superior plan. */
  readonly figures: ReadonlyMap<IndicatorId, Figures>;
}

/** What keeps a draft from being made. */
export type DraftProblem =
  | { readonly kind: "empty-title" | "period-order" | "base-year-late" }
  | { readonly kind: "no-reason"; readonly indicator: IndicatorId };

/** What is wrong with choices, in the order in which they are asked for; nothing where a draft can be made of them. */
export function draftProblems(choices: DraftChoices): readonly DraftProblem[] {
  const { title, period, baseYear, fates } = choices;
  const problems: DraftProblem[] = [];
  if (tidy(title) === "") problems.push({ kind: "empty-title" });
  if (period.start > period.end) problems.push({ kind: "period-order" });
  for (const [indicator, choice] of fates) {
    if (choice.fate !== "kept" && tidy(choice.reason) === "") problems.push({ kind: "no-reason", indicator });
  }
  if (baseYear >= period.end) problems.push({ kind: "base-year-late" });
  return problems;
}

/** A typed line without what cannot be printed and without spaces around it. */
export const tidy = (text: string): string => printableText(text).trim();

/** What a plan is proposed to be the predecessor of: all indicators kept, bases as they are, targets left to the planner. */
export function proposeChoices(
  predecessor: Plan,
  plans: readonly Pick<Plan, "id" | "jurisdiction" | "period">[],
  jurisdictions: readonly Jurisdiction[],
): Result<DraftChoices, { readonly kind: "period-out-of-range"; readonly year: number }> {
  const end = predecessor.period.end + PERIOD_YEARS;
  if (end > YEAR_RANGE.last) return err({ kind: "period-out-of-range", year: end });
  const { jurisdiction } = predecessor;
  const terms = nextTerms(predecessor);
  const superior = proposeSuperior(plans, jurisdictions, { jurisdiction, period: terms.period });
  const title = proposeTitle(predecessor);
  return ok({ title, jurisdiction, ...terms, superior, fates: new Map(), adopted: [], figures: new Map() });
}

const PERIOD_YEARS = 5;
