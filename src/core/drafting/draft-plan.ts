import { applyChanges, applyCommand } from "../command/apply-command.ts";
import type { CellEdit, Command, NewIndicator } from "../command/command.ts";
import { type DirectionOf, higherIsBetter } from "../plan/concept.ts";
import { nextPlan, underPlan } from "../plan/draft.ts";
import { type IndicatorId, indicatorId, type PlanId } from "../plan/ids.ts";
import type { DroppedIndicator, Indicator, Plan } from "../plan/plan.ts";
import { type DraftChoices, tidy } from "./draft-choices.ts";

/** The plans that a draft is made from. */
export interface DraftSources {
  readonly predecessor: Plan;
  /** The plan that the choices name; `null` where they name none or it is gone. */
  readonly superior: Plan | null;
}

/**
 * The draft that choices make of the plan before it: rows carried over with their fate, rows taken over from the superior plan
 * below them, what is no longer listed with its reason, and bases and targets read as the grid would read them.
 */
export function draftPlan(
  sources: DraftSources,
  choices: DraftChoices,
  id: PlanId,
  directionOf: DirectionOf = higherIsBetter,
): Plan {
  const { title, jurisdiction, superior, fates } = choices;
  const next = nextPlan(sources.predecessor, superior, { id, title: tidy(title) }, directionOf, choices);
  const carried: Plan = {
    ...next,
    jurisdiction,
    dropped: sources.predecessor.indicators.flatMap((row) => droppedRow(row, choices)),
    indicators: next.indicators.map((row) => withFate(row, choices)),
  };
  const leaving = sources.predecessor.indicators.filter((row) => fates.get(row.id)?.fate === "dropped");
  const commands: readonly Command[] = [
    { type: "removeIndicators", indicators: leaving.map((row) => rowId(id, row.id)) },
    { type: "addIndicators", rows: adoptedRows(sources, choices, id), before: null },
    { type: "editCells", edits: typedCells(sources, choices, id) },
  ];
  const draft = commands.reduce((plan, command) => carriedOut(plan, command, directionOf), carried);
  const noted = targetNotes(sources, choices, id);
  return { ...draft, indicators: draft.indicators.map((row) => finished(row, choices, noted.get(row.id))) };
}

const rowId = (draft: PlanId, predecessor: IndicatorId): IndicatorId =>
  indicatorId(underPlan(draft, predecessor));

/** Rows of both plans may have the same name in their ids. */
const adoptedId = (draft: PlanId, superior: IndicatorId): IndicatorId =>
  indicatorId(underPlan(draft, superior).replace("/", "/from-superior-"));

function carriedOut(plan: Plan, command: Command, directionOf: DirectionOf): Plan {
  const changes = applyCommand(plan, command, directionOf);
  if (!changes.ok) throw new Error(`A new draft refused ${command.type}: ${changes.error.kind}`);
  return applyChanges(plan, changes.value);
}

function droppedRow({ id, name }: Indicator, { fates }: DraftChoices): readonly DroppedIndicator[] {
  const choice = fates.get(id);
  return choice?.fate === "dropped" ? [{ indicator: id, name, reason: tidy(choice.reason) }] : [];
}

function withFate(row: Indicator, { fates }: DraftChoices): Indicator {
  const choice = row.carriedFrom === null ? undefined : fates.get(row.carriedFrom.indicator);
  if (row.carriedFrom === null || choice?.fate !== "caliber-changed") return row;
  const { indicator } = row.carriedFrom;
  return { ...row, carriedFrom: { indicator, fate: choice.fate, reason: tidy(choice.reason) } };
}

function adoptedRows({ superior }: DraftSources, { adopted }: DraftChoices, id: PlanId): NewIndicator[] {
  const wanted = new Set(adopted);
  const rows = superior?.indicators.filter((row) => wanted.has(row.id)) ?? [];
  return rows.map(({ id: from, concept, name, unit, category }) => ({
    ...{ id: adoptedId(id, from), concept, name, unit, category },
    attribute: "unspecified",
    department: null,
  }));
}

/** The ids of the draft's rows by the indicators of predecessor and superior plan that they come from. */
export function draftRows(
  { predecessor, superior }: DraftSources,
  { fates, adopted }: Pick<DraftChoices, "fates" | "adopted">,
  id: PlanId,
): ReadonlyMap<IndicatorId, IndicatorId> {
  const there = new Set(superior?.indicators.map((row) => row.id));
  return new Map([
    ...predecessor.indicators
      .filter((row) => fates.get(row.id)?.fate !== "dropped")
      .map((row) => [row.id, rowId(id, row.id)] as const),
    ...adopted.filter((row) => there.has(row)).map((row) => [row, adoptedId(id, row)] as const),
  ]);
}

function typedCells(sources: DraftSources, choices: DraftChoices, id: PlanId): readonly CellEdit[] {
  const { figures, baseYear, period } = choices;
  return [...draftRows(sources, choices, id)].flatMap(([from, indicator]) => {
    const typed = figures.get(from);
    const cell = (text: string | null | undefined, field: CellEdit["field"]): readonly CellEdit[] =>
      text === null || text === undefined || text.trim() === "" ? [] : [{ indicator, field, text }];
    return [
      ...cell(typed?.base, { kind: "observation", year: baseYear }),
      ...cell(typed?.target, { kind: "target", year: period.end }),
    ];
  });
}

function targetNotes(
  sources: DraftSources,
  choices: DraftChoices,
  id: PlanId,
): ReadonlyMap<IndicatorId, string> {
  const rows = [...draftRows(sources, choices, id)];
  return new Map(
    rows.flatMap(([from, row]) => {
      const note = tidy(choices.figures.get(from)?.note ?? "");
      return note === "" ? [] : [[row, note] as const];
    }),
  );
}

function finished(row: Indicator, { baseYear, period }: DraftChoices, note: string | undefined): Indicator {
  // A row that is new to the draft starts from the year that the planner chose, also where no other row does.
  const base = row.base === null ? null : { ...row.base, year: baseYear };
  if (note === undefined) return { ...row, base };
  const field = { kind: "target", year: period.end } as const;
  return { ...row, base, remarks: [{ field, note, source: null }] };
}
