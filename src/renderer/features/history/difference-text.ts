import { assertNever } from "#core/assert-never.ts";
import type {
  IndicatorDifference,
  PlanComparison,
  ShownCell,
  TextDifference,
} from "#core/history/compare-plans.ts";
import type { ScenarioDifference } from "#core/history/compare-scenarios.ts";
import { formatAmount } from "#core/indicator/quantity.ts";
import type { ConceptId, IndicatorId, PlanId } from "#core/plan/ids.ts";
import type { Base, Field } from "#core/plan/plan.ts";
import { SECTION_TITLES } from "#core/report/sections.ts";
import { scenarioDifferenceText } from "./scenario-difference-text.ts";
import type { AssumptionWords } from "../../i18n/assumption-text.ts";
import { contentText, fieldText, type HistoryWords } from "../../i18n/history-text.ts";

/** Names of what differences speak of beside the plan itself. */
export interface DifferenceNames {
  readonly concept: (id: ConceptId) => string;
  readonly plan: (id: PlanId) => string;
  readonly indicator: (plan: PlanId, id: IndicatorId) => string;
}

/** Kinds of differences that can be looked at by themselves. */
export type DifferenceKind = "values" | "targets" | "rows" | "duties" | "others";

/** One difference in words: what it is about, before, after, and the sentence; the empty text stands for nothing. */
export interface DifferenceLine {
  readonly item: string;
  readonly before: string;
  readonly after: string;
  readonly sentence: string;
  readonly kind: DifferenceKind;
  /** The cell that shows it. */
  readonly field: Field;
}

/** The differences of one indicator in words; those of the plan itself have no indicator. */
export interface DifferenceGroup {
  readonly id: IndicatorId | null;
  readonly name: string;
  readonly lines: readonly DifferenceLine[];
}

const NAME: Field = { kind: "name" };

/** A comparison in words, indicator by indicator. */
export function differenceGroups(
  comparison: PlanComparison,
  planTitle: string,
  names: DifferenceNames,
  words: HistoryWords,
  told: AssumptionWords,
): readonly DifferenceGroup[] {
  const { title, period, indicators, scenarios, texts } = comparison;
  const span = ({ start, end }: { readonly start: number; readonly end: number }) =>
    words("history:compare.span", { start, end });
  const about = (item: string, before: string, after: string) =>
    line({ item, before, after, kind: "others", field: NAME }, words);
  const ofPlan = [
    ...(title === null ? [] : [about(words("history:compare.planTitle"), title.before, title.after)]),
    ...(period === null
      ? []
      : [about(words("history:compare.period"), span(period.before), span(period.after))]),
  ];
  return [
    ...(ofPlan.length === 0 ? [] : [{ id: null, name: planTitle, lines: ofPlan }]),
    ...indicators.map(({ id, name, differences }) => ({
      ...{ id, name },
      lines: differences.map((difference) => differenceLine(difference, names, words)),
    })),
    ...(scenarios.length === 0
      ? []
      : [{ id: null, name: words("history:scenario.group"), lines: scenarioLines(scenarios, words, told) }]),
    ...(texts.length === 0
      ? []
      : [{ id: null, name: words("history:text.group"), lines: texts.map((text) => textLine(text, words)) }]),
  ];
}

function textLine({ section, before, after }: TextDifference, words: HistoryWords): DifferenceLine {
  const item = words("history:text.section", { name: SECTION_TITLES[section] });
  return line({ item, before, after, kind: "others", field: NAME }, words);
}

function scenarioLines(
  scenarios: readonly ScenarioDifference[],
  words: HistoryWords,
  told: AssumptionWords,
): readonly DifferenceLine[] {
  return scenarios
    .flatMap((difference) => scenarioDifferenceText(difference, words, told))
    .map((said) => line({ ...said, kind: "others", field: NAME }, words));
}

function differenceLine(
  difference: IndicatorDifference,
  names: DifferenceNames,
  words: HistoryWords,
): DifferenceLine {
  const said = (item: string, before: string | null, after: string | null, field: Field = NAME) =>
    line({ item, before: before ?? "", after: after ?? "", kind: kindOf(difference), field }, words);
  switch (difference.kind) {
    case "added":
    case "removed":
      return rowLine(difference, words);
    case "moved": {
      const { from, to } = difference;
      const sentence = words("history:difference.moved", { from, to });
      const item = words("history:difference.place");
      return { item, before: String(from), after: String(to), sentence, kind: "rows", field: NAME };
    }
    case "cell": {
      const { field, before, after } = difference;
      const text = (shown: typeof before) => shown && contentText(shown, field, words);
      return said(fieldText(field, words), text(before), text(after), field);
    }
    case "note":
    case "source": {
      const { field, before, after } = difference;
      const item = words(`history:difference.${difference.kind}`, { field: fieldText(field, words) });
      return said(item, before, after, field);
    }
    case "concept": {
      const name = (id: ConceptId | null) => id && names.concept(id);
      return said(words("history:difference.concept"), name(difference.before), name(difference.after));
    }
    case "match": {
      const { plan, before, after } = difference;
      const name = (id: IndicatorId | null) => id && names.indicator(plan, id);
      return said(words("history:difference.match", { plan: names.plan(plan) }), name(before), name(after));
    }
    case "base": {
      const { before, after } = difference;
      return said(words("history:difference.base"), baseText(before, words), baseText(after, words));
    }
    default:
      return assertNever(difference);
  }
}

function rowLine(
  { kind, cells }: { readonly kind: "added" | "removed"; readonly cells: readonly ShownCell[] },
  words: HistoryWords,
): DifferenceLine {
  const list = cells
    .map(({ field, shown }) =>
      words("history:difference.cell", {
        field: fieldText(field, words),
        value: contentText(shown, field, words),
      }),
    )
    .join(words("history:difference.join"));
  const sentence =
    list === ""
      ? words(`history:difference.${kind}`)
      : words(kind === "added" ? "history:difference.addedWith" : "history:difference.removedWith", {
          cells: list,
        });
  const [before, after] = kind === "added" ? ["", list] : [list, ""];
  return { item: words(`history:difference.${kind}`), before, after, sentence, kind: "rows", field: NAME };
}

/** The line with its sentence: filled, cleared or changed. */
function line(
  { item, before, after, kind, field }: Omit<DifferenceLine, "sentence">,
  words: HistoryWords,
): DifferenceLine {
  const how = before === "" ? "filled" : after === "" ? "cleared" : "changed";
  const sentence = words(`history:difference.${how}`, { what: item, before, after });
  return { item, before, after, sentence, kind, field };
}

function baseText(base: Base | null, words: HistoryWords): string | null {
  if (base === null) return null;
  const { year, provisional } = base;
  return provisional === null
    ? words("history:difference.baseYear", { year })
    : words("history:difference.baseProvisional", {
        year,
        value: `${formatAmount(provisional)} ${provisional.unit}`.trim(),
      });
}

function kindOf(difference: IndicatorDifference): DifferenceKind {
  if (difference.kind === "base") return "values";
  if (difference.kind !== "cell") return "others";
  switch (difference.field.kind) {
    case "observation":
      return "values";
    case "target":
      return "targets";
    case "department":
      return "duties";
    default:
      return "others";
  }
}

/** The groups with their lines of one kind only; groups without any are left out. */
export function ofKind(
  groups: readonly DifferenceGroup[],
  kind: DifferenceKind | "all",
): readonly DifferenceGroup[] {
  if (kind === "all") return groups;
  return groups
    .map((group) => ({ ...group, lines: group.lines.filter((each) => each.kind === kind) }))
    .filter(({ lines }) => lines.length > 0);
}

/** A comparison as a table: a heading, then a row a difference. */
export function differenceTable(
  groups: readonly DifferenceGroup[],
  words: HistoryWords,
): readonly (readonly string[])[] {
  const columns = (["indicator", "item", "before", "after", "sentence"] as const).map((column) =>
    words(`history:export.columns.${column}`),
  );
  const rows = groups.flatMap(({ name, lines }) =>
    lines.map(({ item, before, after, sentence }) => [
      ...[name, item, before, after],
      words("history:difference.sentence", { name, text: sentence }),
    ]),
  );
  return [columns, ...rows];
}
