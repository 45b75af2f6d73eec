import {
  type DraftChoices,
  type DraftProblem,
  draftProblems,
  type Figures,
  proposeChoices,
} from "#core/drafting/draft-choices.ts";
import { proposeSuperior } from "#core/plan/draft.ts";
import { type IndicatorId, type PlanId, toYear, type Year, year } from "#core/plan/ids.ts";
import type { Jurisdiction, Plan } from "#core/plan/plan.ts";
import { err, ok, type Result } from "#core/result.ts";
import type { ListedPlan } from "../../data/use-plans.ts";
import type { Drafting, Step } from "../../data/kept-drafting.ts";

/** A field of years whose text is no year. */
export type YearField = "start" | "end" | "baseYear";

/** What keeps the draft from being made, and where it is mended. */
export type Obstacle = DraftProblem | { readonly kind: "not-a-year"; readonly field: YearField };

/** The step at which an obstacle is taken away. */
export function stepOf(obstacle: Obstacle): Step {
  switch (obstacle.kind) {
    case "empty-title":
    case "period-order":
      return "basics";
    case "no-reason":
      return "indicators";
    case "base-year-late":
      return "bases";
    case "not-a-year":
      return obstacle.field === "baseYear" ? "bases" : "basics";
  }
}

/** The choices as they stand, with what is proposed for the rest. */
export interface Chosen {
  /** With the figures as typed. */
  readonly choices: DraftChoices;
  /** What the planner is shown in the fields of years, as typed or proposed. */
  readonly years: Readonly<Record<YearField, string>>;
  readonly peers: readonly Plan[];
  /** Plans that can be peers: of other places of the same level, not drafts. */
  readonly peerChoices: readonly ListedPlan[];
  readonly obstacles: readonly Obstacle[];
}

/** Why there is no plan after this one. */
export type NoNextPlan = { readonly kind: "period-out-of-range"; readonly year: number };

/** Puts together what was chosen and what is proposed; a year that is none yet leaves the proposed one in force. */
export function chosen(
  { entry, plan }: ListedPlan,
  drafting: Drafting,
  plans: readonly ListedPlan[],
  jurisdictions: readonly Jurisdiction[],
): Result<Chosen, NoNextPlan> {
  const listed = plans.map((each) => each.plan);
  const proposed = proposeChoices(plan, listed, jurisdictions);
  if (!proposed.ok) return err(proposed.error);
  const jurisdiction = drafting.jurisdiction ?? proposed.value.jurisdiction;
  const [start, end] = [
    typedYear("start", drafting.start, proposed.value.period.start),
    typedYear("end", drafting.end, proposed.value.period.end),
  ];
  const baseYear = typedYear("baseYear", drafting.baseYear, yearBefore(start.year));
  const period = { start: start.year, end: end.year };
  const superior =
    drafting.superior === "none"
      ? null
      : (drafting.superior ?? proposeSuperior(listed, jurisdictions, { jurisdiction, period }));
  const choices: DraftChoices = {
    title: drafting.title ?? proposed.value.title,
    ...{ jurisdiction, period, superior },
    baseYear: baseYear.year,
    fates: drafting.fates,
    adopted: [...drafting.adopted],
    figures: typedFigures(drafting),
  };
  const peerChoices = plans.filter(
    (each) =>
      each.entry.level === entry.level &&
      each.entry.jurisdiction !== jurisdiction &&
      each.entry.status !== "draft",
  );
  return ok({
    choices,
    years: { start: start.text, end: end.text, baseYear: baseYear.text },
    peers: peerChoices.flatMap((each) => (isPeer(drafting, each.entry.id) ? [each.plan] : [])),
    peerChoices,
    obstacles: [...start.wrong, ...end.wrong, ...baseYear.wrong, ...draftProblems(choices)],
  });
}

/** Whether a plan that can be a peer is one: all are until the planner chooses. */
export const isPeer = ({ peers }: Drafting, id: PlanId): boolean => peers === null || peers.has(id);

interface TypedYear {
  readonly year: Year;
  readonly text: string;
  readonly wrong: readonly Obstacle[];
}

function typedYear(field: YearField, text: string | null, proposed: Year): TypedYear {
  if (text === null) return { year: proposed, text: String(proposed), wrong: [] };
  const read = /^\s*\d{4}\s*$/u.test(text) ? toYear(Number(text)) : null;
  return read !== null && read.ok
    ? { year: read.value, text, wrong: [] }
    : { year: proposed, text, wrong: [{ kind: "not-a-year", field }] };
}

function yearBefore(start: Year): Year {
  const before = toYear(start - 1);
  return before.ok ? before.value : year(start);
}

function typedFigures({ bases, targets }: Drafting): ReadonlyMap<IndicatorId, Figures> {
  const ids = new Set([...bases.keys(), ...targets.keys()]);
  return new Map(
    [...ids].map((id) => [id, { base: bases.get(id) ?? null, target: targets.get(id) ?? null, note: null }]),
  );
}
