import { levelOf } from "../indicator/evaluate-target.ts";
import { isQuantity } from "../indicator/is-quantity.ts";
import { printedValue, type Quantity, quantityOf } from "../indicator/quantity.ts";
import type { Target } from "../indicator/target.ts";
import { baseValue } from "./base-value.ts";
import { type Direction, type DirectionOf, higherIsBetter } from "./concept.ts";
import {
  clauseId,
  type IndicatorId,
  indicatorId,
  type PlanId,
  type StatementId,
  statementId,
  type TaskId,
  taskId,
  type Year,
  year,
} from "./ids.ts";
import { mapLines, type NarrativeRun, type SectionText } from "../narrative/narrative.ts";
import { nextPeriod } from "./next-period.ts";
import { observationAt } from "./observation-table.ts";
import { copyDriver, copyScenario } from "../scenario/copy-scenarios.ts";
import type { Base, CarriedFrom, Jurisdiction, Period, Plan } from "./plan.ts";
import type { Statement } from "./statement.ts";

export { proposeTitle } from "./propose-title.ts";

/** Name of a plan that is about to be made; the caller gives a fresh id. */
export interface DraftIdentity {
  readonly id: PlanId;
  readonly title: string;
}

/** Digits after the point of a level that was computed from a base without fixed digits. */
const COMPUTED_DECIMALS = 2;

/**
 * An editable copy of a plan with its values, targets and evidence. Its statements are copied under ids of the copy,
 * so that every value still says where it comes from; the documents stay the same.
 */
export function copyPlan(plan: Plan, { id, title }: DraftIdentity): Plan {
  const statement = (old: StatementId) => statementId(underPlan(id, old));
  const indicator = (old: IndicatorId) => indicatorId(underPlan(id, old));
  const task = (old: TaskId) => taskId(underPlan(id, old));
  return {
    ...plan,
    id,
    title,
    status: "draft",
    origin: "own",
    indicators: plan.indicators.map((row) => ({
      ...row,
      id: indicator(row.id),
      targets: row.targets.map((planned) => ({
        ...planned,
        statement: planned.statement === null ? null : statement(planned.statement),
      })),
      sources: row.sources.map((source) => ({ ...source, statement: statement(source.statement) })),
    })),
    statements: plan.statements.map((old) => ({
      ...old,
      id: statement(old.id),
      indicator: old.indicator === null ? null : indicator(old.indicator),
      task: old.task === null ? null : task(old.task),
      derivation:
        old.derivation === null ? null : { ...old.derivation, from: old.derivation.from.map(statement) },
    })),
    disagreements: plan.disagreements.map((old) => ({
      ...old,
      indicator: indicator(old.indicator),
      official: statement(old.official),
      others: old.others.map(statement),
    })),
    tasks: plan.tasks.map((old) => ({
      ...old,
      id: task(old.id),
      parent: old.parent === null ? null : task(old.parent),
    })),
    clauses: plan.clauses.map((old) => ({ ...old, id: clauseId(underPlan(id, old.id)) })),
    scenarios: plan.scenarios.map((old) => copyScenario(old, plan.id, id)),
    drivers: plan.drivers.map((old) => copyDriver(old, plan.id, id)),
    narrative: plan.narrative.map((section) => copySection(section, plan.id, id)),
  };
}

/** For which years a draft is made, and from which year its targets start. */
export interface DraftTerms {
  readonly period: Period;
  readonly baseYear: Year;
}

/** The five years after a plan, from the plan's last year on. */
export function nextTerms({ period }: Pick<Plan, "period">): DraftTerms {
  return { period: nextPeriod(period), baseYear: year(period.end) };
}

/**
 * A draft for the five years after `predecessor`, or for other `terms`: indicators and observations carried over with their
 * evidence, bases proposed for the base year, no targets. A base is the observation of that year; else the level that
 * the predecessor promised for it stands in; else the latest observation does, see {@link baseValue}.
 */
export function nextPlan(
  predecessor: Plan,
  superior: PlanId | null,
  identity: DraftIdentity,
  directionOf: DirectionOf = higherIsBetter,
  { period, baseYear }: DraftTerms = nextTerms(predecessor),
): Plan {
  const copy = copyPlan(predecessor, identity);
  return {
    ...copy,
    period,
    predecessor: predecessor.id,
    superior,
    outline: [],
    // The predecessor's programme and clauses are its own; what it states of indicators backs the values carried over.
    statements: carriedOver(copy.statements),
    tasks: [],
    clauses: [],
    indicators: copy.indicators.map((indicator, row) => ({
      ...indicator,
      base: proposeBase(predecessor, row, baseYear, directionOf),
      targets: [],
      rejected: [],
      remarks: [],
      matches: [],
      carriedFrom: predecessorRow(predecessor, row),
    })),
    dropped: [],
    // The draft has other years and no targets yet: its scenarios are proposed anew.
    scenarios: [],
    drivers: [],
    // What the predecessor wrote speaks of its own years.
    narrative: [],
  };
}

function predecessorRow(predecessor: Plan, row: number): CarriedFrom | null {
  const indicator = predecessor.indicators[row]?.id;
  return indicator === undefined ? null : { indicator, fate: "kept", reason: null };
}

/** Statements about indicators; one that was derived from others that stay behind keeps its value and loses its formula. */
function carriedOver(statements: readonly Statement[]): readonly Statement[] {
  const kept = statements.filter(({ indicator }) => indicator !== null);
  const ids = new Set(kept.map(({ id }) => id));
  return kept.map((statement) => {
    const whole = statement.derivation?.from.every((id) => ids.has(id)) ?? true;
    return { ...statement, task: null, derivation: whole ? statement.derivation : null };
  });
}

/** The plan of the parent jurisdiction whose period overlaps the draft's, the longest overlap first, else `null`. */
export function proposeSuperior(
  plans: readonly Pick<Plan, "id" | "jurisdiction" | "period">[],
  jurisdictions: readonly Jurisdiction[],
  draft: Pick<Plan, "jurisdiction" | "period">,
): PlanId | null {
  const parent = jurisdictions.find(({ code }) => code === draft.jurisdiction)?.parent ?? null;
  const candidates = plans
    .filter(({ jurisdiction }) => jurisdiction === parent)
    .map(({ id, period }) => ({ id, overlap: overlap(period, draft.period) }))
    .filter((candidate) => candidate.overlap > 0)
    .sort((a, b) => b.overlap - a.overlap);
  return candidates[0]?.id ?? null;
}

function overlap(a: Period, b: Period): number {
  return Math.min(a.end, b.end) - Math.max(a.start, b.start) + 1;
}

function proposeBase(predecessor: Plan, row: number, baseYear: Year, directionOf: DirectionOf): Base {
  const observed = observationAt(predecessor.observations, row, baseYear);
  const indicator = predecessor.indicators[row];
  const promised =
    observed !== null || indicator === undefined
      ? null
      : promisedIn(predecessor, row, baseYear, directionOf(indicator.concept));
  return {
    year: baseYear,
    provisional: promised,
    provisionalFrom: promised === null ? null : "predecessor-target",
  };
}

/** The level that the predecessor promised for a year; none for 全覆盖 and for what a person judges. */
function promisedIn(predecessor: Plan, row: number, baseYear: Year, direction: Direction): Quantity | null {
  const indicator = predecessor.indicators[row];
  const planned = indicator?.targets.find((target) => target.year === baseYear);
  if (indicator === undefined || planned === undefined || planned.target.form === "fullCoverage") return null;
  const from = baseValue(predecessor, row);
  const base = from === null ? null : { year: from.year, value: from.quantity.value };
  const level = levelOf(planned.target, base, planned.year, direction);
  if (!level.ok) return null;
  const printed = printedDecimals(planned.target, level.value.level);
  const decimals = printed ?? from?.quantity.decimals ?? COMPUTED_DECIMALS;
  const amount = printedValue({ value: level.value.level, unit: indicator.unit });
  // A computed level is rounded as it is shown, so that what is reckoned with is what the planner sees.
  return quantityOf(Number(amount.toFixed(decimals)), indicator.unit, decimals);
}

/** The digits of the printed number that is itself the level; `null` where the level has been computed. */
function printedDecimals(target: Target, level: number): number | null {
  const printed = Object.values<unknown>(target).filter(isQuantity);
  return printed.find(({ value }) => value === level)?.decimals ?? null;
}

/** A section for the copy of a plan: its references speak of the copy's rows. */
function copySection({ section, blocks }: SectionText, from: PlanId, to: PlanId): SectionText {
  const own = (id: IndicatorId) => (id.startsWith(`${from}/`) ? indicatorId(underPlan(to, id)) : id);
  const copied = (run: NarrativeRun): NarrativeRun =>
    run.kind === "words"
      ? run
      : { ...run, reference: { ...run.reference, indicator: own(run.reference.indicator) } };
  return { section, blocks: blocks.map((block) => mapLines(block, (runs) => runs.map(copied))) };
}

/** The id of a plan's part under another plan: `enping-13/s017` becomes `draft-1/s017`. */
export function underPlan(plan: PlanId, id: string): string {
  return `${plan}/${id.slice(id.indexOf("/") + 1)}`;
}
