import { assertNever } from "../assert-never.ts";
import {
  comparePlans,
  type IndicatorDifference,
  type PlanComparison,
  type ShownContent,
  type TextDifference,
} from "../history/compare-plans.ts";
import type { ScenarioDifference } from "../history/compare-scenarios.ts";
import { formatAmount } from "../indicator/quantity.ts";
import { SECTIONS, sectionBlocks, withSection } from "../narrative/narrative.ts";
import type { ConceptId, IndicatorId, PlanId } from "../plan/ids.ts";
import type { Base, Field, Plan } from "../plan/plan.ts";
import type { TextContext } from "./draft/draft-context.ts";
import { proposedText } from "./draft/section-text.ts";
import { SECTION_TITLES } from "./sections.ts";
import { paragraph, type Report } from "./report.ts";
import { ReportWriter } from "./report-writer.ts";

/** What two states of a plan are called: 征求意见稿, 现稿. */
export interface StateNames {
  readonly before: string;
  readonly after: string;
}

/** Chinese names of what changes speak of beside the plan itself. */
export interface ChangeNames {
  readonly states: StateNames;
  readonly concept: (id: ConceptId) => string;
  readonly plan: (id: PlanId) => string;
  readonly indicator: (plan: PlanId, id: IndicatorId) => string;
}

/** A change in words: what it is about, before, after; the empty text stands for nothing. */
export interface ChangeLine {
  readonly item: string;
  readonly before: string;
  readonly after: string;
}

/** What a report of changes is made from, beside the two states. */
export interface ChangeContext {
  readonly names: ChangeNames;
  /** What the text of a section says until the planner writes it. */
  readonly text: TextContext;
  /** A change of scenarios or drivers in Chinese words. */
  readonly scenarioLines: (difference: ScenarioDifference) => readonly ChangeLine[];
}

const NOTHING = "—";
const TEXT_FIELDS = {
  name: "名称",
  unit: "单位",
  attribute: "属性",
  department: "责任单位",
  category: "类别",
} as const;
const ATTRIBUTES: ReadonlyMap<string, string> = new Map([
  ["binding", "约束性"],
  ["anticipatory", "预期性"],
  ["unspecified", NOTHING],
]);

/** What has changed between two states of a plan: indicator by indicator, in its scenarios and in its text; what was changed and changed back is none. */
export function changeReport(from: Plan, to: Plan, context: ChangeContext): Report {
  const { names } = context;
  const compared = comparePlans(withProposals(from, to, context.text), withProposals(to, from, context.text));
  const { indicators, scenarios, texts } = compared;
  const writer = new ReportWriter(`${to.title}修改情况`);
  writer.add({ kind: "title", lines: [to.title, "修改情况"] });
  const rows = indicators.flatMap(({ name, differences }) =>
    differences.map((difference) => [name, ...differenceCells(difference, names)]),
  );
  const { before, after } = names.states;
  const lead =
    rows.length === 0
      ? `“${after}”与“${before}”相比，指标没有变动。`
      : `“${after}”与“${before}”相比，${indicators.length}个指标有变动，共${rows.length}处，见${writer.nextTable()}。`;
  writer.add(paragraph([lead, ...planSentences(compared)].join("")));
  if (rows.length > 0) writeRows(writer, rows, names.states);
  const lines = scenarios.flatMap(context.scenarioLines);
  if (lines.length > 0) writeScenarios(writer, lines, names.states);
  if (texts.length > 0) writeTexts(writer, texts, names.states);
  return writer.report();
}

/** The plan with the proposed text of those sections that only the other state has written: its reader had that before them. */
function withProposals(plan: Plan, other: Plan, context: TextContext): Plan {
  const isWritten = ({ narrative }: Plan, section: (typeof SECTIONS)[number]) =>
    sectionBlocks(narrative, section).length > 0;
  const narrative = SECTIONS.filter(
    (section) => isWritten(other, section) && !isWritten(plan, section),
  ).reduce(
    (text, section) => withSection(text, section, proposedText(plan, context, section)),
    plan.narrative,
  );
  return { ...plan, narrative };
}

/** What has changed of the plan itself. */
function planSentences({ title, period }: PlanComparison): readonly string[] {
  return [
    title === null ? null : `规划名称由“${title.before}”改为“${title.after}”。`,
    period === null
      ? null
      : `规划期由${period.before.start}—${period.before.end}年改为${period.after.start}—${period.after.end}年。`,
  ].filter((text) => text !== null);
}

function writeScenarios(writer: ReportWriter, lines: readonly ChangeLine[], names: StateNames): void {
  writer.add(paragraph(`情景与驱动因素有${lines.length}处变动，见${writer.nextTable()}。`)).table(
    {
      id: "scenarios",
      columns: [
        { title: "序号", share: 7, align: "center" },
        { title: "变动", share: 37, align: "left" },
        { title: names.before, share: 28, align: "left" },
        { title: names.after, share: 28, align: "left" },
      ],
      rows: lines.map(({ item, before, after }, at) => [
        ...[String(at + 1), item],
        ...[before || NOTHING, after || NOTHING],
      ]),
      note: null,
    },
    "情景修改情况",
  );
}

function writeTexts(writer: ReportWriter, texts: readonly TextDifference[], names: StateNames): void {
  writer.add(paragraph(`正文有${texts.length}处改动，见${writer.nextTable()}。`)).table(
    {
      id: "texts",
      columns: [
        { title: "章节", share: 16, align: "center" },
        { title: names.before, share: 42, align: "left" },
        { title: names.after, share: 42, align: "left" },
      ],
      rows: texts.map(({ section, before, after }) => [
        SECTION_TITLES[section],
        before || NOTHING,
        after || NOTHING,
      ]),
      note: null,
    },
    "正文修改情况",
  );
}

function writeRows(writer: ReportWriter, rows: readonly (readonly string[])[], names: StateNames): void {
  writer.table(
    {
      id: "changes",
      columns: [
        { title: "序号", share: 7, align: "center" },
        { title: "指标", share: 27, align: "left" },
        { title: "变动", share: 18, align: "center" },
        { title: names.before, share: 24, align: "center" },
        { title: names.after, share: 24, align: "center" },
      ],
      rows: rows.map((row, at) => [String(at + 1), ...row]),
      note: null,
    },
    "指标修改情况",
  );
}

/** What a difference is about, and what was and is there. */
function differenceCells(
  difference: IndicatorDifference,
  names: ChangeNames,
): readonly [about: string, before: string, after: string] {
  switch (difference.kind) {
    case "added":
      return ["新增指标", NOTHING, cellsText(difference.cells)];
    case "removed":
      return ["删去指标", cellsText(difference.cells), NOTHING];
    case "moved":
      return ["次序", `第${difference.from}位`, `第${difference.to}位`];
    case "cell": {
      const { field, before, after } = difference;
      return [fieldName(field), contentText(before, field), contentText(after, field)];
    }
    case "note":
    case "source": {
      const about = difference.kind === "note" ? "说明" : "出处";
      const { field, before, after } = difference;
      return [`${fieldName(field)}${about}`, before ?? NOTHING, after ?? NOTHING];
    }
    case "base":
      return ["基期", baseText(difference.before), baseText(difference.after)];
    case "concept":
      return ["统计口径", ...namesOf(difference, names.concept)];
    case "match": {
      const { plan } = difference;
      return [`对照指标（${names.plan(plan)}）`, ...namesOf(difference, (id) => names.indicator(plan, id))];
    }
    default:
      return assertNever(difference);
  }
}

function namesOf<Id>(
  { before, after }: { readonly before: Id | null; readonly after: Id | null },
  nameOf: (id: Id) => string,
): readonly [before: string, after: string] {
  const name = (id: Id | null) => (id === null ? NOTHING : nameOf(id));
  return [name(before), name(after)];
}

function fieldName(field: Field): string {
  switch (field.kind) {
    case "observation":
      return `${field.year}年`;
    case "target":
      return `${field.year}年目标`;
    default:
      return TEXT_FIELDS[field.kind];
  }
}

function contentText(content: ShownContent | null, field: Field): string {
  if (content === null) return NOTHING;
  if (content.rejected) return `“${content.text}”（未能识别）`;
  if (field.kind === "attribute") return ATTRIBUTES.get(content.text) ?? content.text;
  return `${content.text}${content.unit}`;
}

const cellsText = (cells: readonly { readonly field: Field; readonly shown: ShownContent }[]): string =>
  cells
    .filter(({ field }) => "year" in field)
    .map(({ field, shown }) => `${fieldName(field)}${contentText(shown, field)}`)
    .join("；") || NOTHING;

function baseText(base: Base | null): string {
  if (base === null) return NOTHING;
  const { year, provisional } = base;
  return provisional === null
    ? `${year}年`
    : `${year}年，暂用${formatAmount(provisional)}${provisional.unit}`;
}
