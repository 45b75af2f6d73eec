import { assertNever } from "../assert-never.ts";
import type { CellContent } from "../command/command.ts";
import { fieldKey } from "../command/cell-content.ts";
import { isTableChange, type RowRecord, type TableChange } from "../command/plan-change.ts";
import { formatTarget } from "../indicator/format-target.ts";
import { formatAmount } from "../indicator/quantity.ts";
import type { ConceptId, IndicatorId, PlanId } from "../plan/ids.ts";
import type { Base, Field, Indicator, Period, Plan, Remark } from "../plan/plan.ts";
import type { NarrativeBlock, SectionId } from "../narrative/narrative.ts";
import { blockWords } from "../narrative/reference-text.ts";
import { sameValue } from "../same-value.ts";
import { compareScenarios, type ScenarioDifference } from "./compare-scenarios.ts";
import { planDifference } from "./plan-difference.ts";

/** What a cell shows: its text with the unit where it is a number, and whether it is input that could not be read. */
export interface ShownContent {
  readonly text: string;
  readonly unit: string;
  readonly rejected: boolean;
}

/** One difference between two states of an indicator; `null` is nothing. */
export type IndicatorDifference =
  | { readonly kind: "added" | "removed"; readonly cells: readonly ShownCell[] }
  /** Places count from 1. */
  | { readonly kind: "moved"; readonly from: number; readonly to: number }
  | {
      readonly kind: "cell";
      readonly field: Field;
      readonly before: ShownContent | null;
      readonly after: ShownContent | null;
    }
  | {
      readonly kind: "note" | "source";
      readonly field: Field;
      readonly before: string | null;
      readonly after: string | null;
    }
  | { readonly kind: "concept"; readonly before: ConceptId | null; readonly after: ConceptId | null }
  | {
      readonly kind: "match";
      readonly plan: PlanId;
      readonly before: IndicatorId | null;
      readonly after: IndicatorId | null;
    }
  | { readonly kind: "base"; readonly before: Base | null; readonly after: Base | null };

/** A cell of a row that came or went, with what it shows. */
export interface ShownCell {
  readonly field: Field;
  readonly shown: ShownContent;
}

/** What differs in one indicator; `name` is the later one, `row` its place in the later state or, where it is gone, in the earlier. */
export interface ChangedIndicator {
  readonly id: IndicatorId;
  readonly name: string;
  readonly row: number;
  readonly differences: readonly IndicatorDifference[];
}

/** A stretch of a section's text before and after, a line a paragraph; the empty text is nothing. */
export interface TextDifference {
  readonly section: SectionId;
  readonly before: string;
  readonly after: string;
}

/** What differs between two states of a plan; `null` where nothing does. */
export interface PlanComparison {
  readonly title: { readonly before: string; readonly after: string } | null;
  readonly period: { readonly before: Period; readonly after: Period } | null;
  /** In the order of the rows; those that are gone where they were. */
  readonly indicators: readonly ChangedIndicator[];
  readonly scenarios: readonly ScenarioDifference[];
  /** Changed stretches of the text, section by section. */
  readonly texts: readonly TextDifference[];
}

/** Compares two states of a plan: net differences only, so that what was changed and changed back is none. */
export function comparePlans(from: Plan, to: Plan): PlanComparison {
  const [rowsBefore, rowsAfter] = [rowsOf(from), rowsOf(to)];
  const byIndicator = new Map<IndicatorId, TableChange[]>();
  const texts: TextDifference[] = [];
  for (const change of planDifference(from, to)) {
    if (change.kind === "narrative") {
      const said = (plan: Plan, blocks: readonly NarrativeBlock[]) =>
        blocks.map((block) => blockWords(plan, block)).join("\n");
      texts.push({
        section: change.section,
        before: said(from, change.before),
        after: said(to, change.after),
      });
    }
    if (!isTableChange(change)) continue;
    const changes = byIndicator.get(change.indicator) ?? [];
    byIndicator.set(change.indicator, [...changes, change]);
  }
  const indicators = [...byIndicator].map(([id, changes]): ChangedIndicator => {
    const [before, after] = [rowsBefore.get(id), rowsAfter.get(id)];
    const known = after ?? before;
    const states = { before: before?.indicator, after: after?.indicator };
    return {
      id,
      name: known?.indicator.name ?? id,
      row: known?.row ?? 0,
      differences: changes.flatMap((change) => differencesOf(change, states)).sort(asInTable),
    };
  });
  return {
    title: from.title === to.title ? null : { before: from.title, after: to.title },
    period: sameValue(from.period, to.period) ? null : { before: from.period, after: to.period },
    indicators: indicators.filter(({ differences }) => differences.length > 0).sort((a, b) => a.row - b.row),
    scenarios: compareScenarios(from, to),
    texts,
  };
}

/** In the order in which a table shows the cells: the row itself, its names, the years, who is responsible, and what is said of it. */
function asInTable(a: IndicatorDifference, b: IndicatorDifference): number {
  return placeInTable(a) - placeInTable(b) || yearOf(a) - yearOf(b);
}

const TABLE = [
  ...["added", "removed", "moved", "name", "category", "unit", "attribute", "base"],
  ...["observation", "target", "department", "note", "source", "concept", "match"],
];

function placeInTable(difference: IndicatorDifference): number {
  return TABLE.indexOf(difference.kind === "cell" ? difference.field.kind : difference.kind);
}

function yearOf(difference: IndicatorDifference): number {
  return "field" in difference && "year" in difference.field ? difference.field.year : 0;
}

interface States {
  readonly before: Indicator | undefined;
  readonly after: Indicator | undefined;
}

function rowsOf(plan: Plan) {
  return new Map(plan.indicators.map((indicator, row) => [indicator.id, { indicator, row }]));
}

function differencesOf(change: TableChange, { before, after }: States): readonly IndicatorDifference[] {
  switch (change.kind) {
    case "cell": {
      const { field } = change;
      const shown = {
        before: showContent(change.before, before?.unit ?? ""),
        after: showContent(change.after, after?.unit ?? ""),
      };
      // A value that only its evidence tells from the other reads the same.
      return sameValue(shown.before, shown.after) ? [] : [{ kind: "cell", field, ...shown }];
    }
    case "dropped":
      // The row that comes or goes with it says so.
      return [];
    case "move":
      return [{ kind: "moved", from: change.from + 1, to: change.to + 1 }];
    case "row":
      if (change.before === null && change.after !== null)
        return [{ kind: "added", cells: shownCells(change.after) }];
      if (change.after === null && change.before !== null)
        return [{ kind: "removed", cells: shownCells(change.before) }];
      return change.before === null || change.after === null
        ? []
        : saidDifferences(change.before.indicator, change.after.indicator);
    default:
      return assertNever(change);
  }
}

/** What a cell shows; `null` for an empty one. */
export function showContent(content: CellContent, unit: string): ShownContent | null {
  if (content.rejected !== null) return { text: content.rejected, unit: "", rejected: true };
  switch (content.kind) {
    case "text":
      return content.text === null || content.text === "" ? null : shown(content.text);
    case "observation":
      return content.observation === null
        ? null
        : shown(formatAmount({ ...content.observation, unit }), unit);
    case "target":
      return content.planned === null ? null : shown(formatTarget(content.planned.target));
    default:
      return assertNever(content);
  }
}

const shown = (text: string, unit = ""): ShownContent => ({ text, unit, rejected: false });

/** What a row showed in its cells, without its name. */
function shownCells({ indicator, observed }: RowRecord): readonly ShownCell[] {
  const { unit, attribute, department, category } = indicator;
  const texts = [
    { field: { kind: "unit" }, text: unit },
    { field: { kind: "attribute" }, text: attribute === "unspecified" ? null : attribute },
    { field: { kind: "department" }, text: department },
    { field: { kind: "category" }, text: category },
  ] as const;
  return [
    ...texts.flatMap(({ field, text }) =>
      text === null || text === "" ? [] : [{ field, shown: shown(text) }],
    ),
    ...observed.map(({ year, observation }) => ({
      field: { kind: "observation", year } as const,
      shown: shown(formatAmount({ ...observation, unit }), unit),
    })),
    ...indicator.targets.map(({ year, target }) => ({
      field: { kind: "target", year } as const,
      shown: shown(formatTarget(target)),
    })),
  ];
}

function saidDifferences(before: Indicator, after: Indicator): readonly IndicatorDifference[] {
  const found: IndicatorDifference[] = [];
  for (const field of unionOf(
    before.remarks,
    after.remarks,
    ({ field }) => fieldKey(field),
    ({ field }) => field,
  )) {
    for (const kind of ["note", "source"] as const) {
      const [was, is] = [remarkOn(before, field)?.[kind] ?? null, remarkOn(after, field)?.[kind] ?? null];
      if (was !== is) found.push({ kind, field, before: was, after: is });
    }
  }
  if (before.concept !== after.concept) {
    found.push({ kind: "concept", before: before.concept, after: after.concept });
  }
  for (const plan of unionOf(
    before.matches,
    after.matches,
    ({ plan }) => plan,
    ({ plan }) => plan,
  )) {
    const [was, is] = [matchIn(before, plan), matchIn(after, plan)];
    if (was !== is) found.push({ kind: "match", plan, before: was, after: is });
  }
  if (!sameValue(before.base, after.base))
    found.push({ kind: "base", before: before.base, after: after.base });
  return found;
}

function unionOf<T, K>(
  before: readonly T[],
  after: readonly T[],
  keyOf: (item: T) => string,
  wanted: (item: T) => K,
): readonly K[] {
  return [...new Map([...before, ...after].map((item) => [keyOf(item), wanted(item)])).values()];
}

function remarkOn({ remarks }: Indicator, field: Field): Remark | undefined {
  return remarks.find((remark) => fieldKey(remark.field) === fieldKey(field));
}

function matchIn({ matches }: Indicator, plan: PlanId): IndicatorId | null {
  return matches.find((match) => match.plan === plan)?.indicator ?? null;
}
