import { assertNever } from "../assert-never.ts";
import {
  comparePlans,
  type IndicatorDifference,
  type ShownContent,
  type TextDifference,
} from "../history/compare-plans.ts";
import { formatAmount } from "../indicator/quantity.ts";
import type { Base, Field, Plan } from "../plan/plan.ts";
import { SECTION_TITLES } from "./sections.ts";
import { paragraph, type Report } from "./report.ts";
import { ReportWriter } from "./report-writer.ts";

/** What two states of a plan are called: 征求意见稿, 现稿. */
export interface StateNames {
  readonly before: string;
  readonly after: string;
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

/** What has changed between two states of a plan, indicator by indicator; what was changed and changed back is none. */
export function changeReport(from: Plan, to: Plan, names: StateNames): Report {
  const { indicators, title, period, texts } = comparePlans(from, to);
  const writer = new ReportWriter(`${to.title}修改情况`);
  writer.add({ kind: "title", lines: [to.title, "修改情况"] });
  const rows = indicators.flatMap(({ name, differences }) =>
    differences.map((difference) => [name, ...differenceCells(difference)]),
  );
  const others = [
    title === null ? null : `规划名称由“${title.before}”改为“${title.after}”。`,
    period === null
      ? null
      : `规划期由${period.before.start}—${period.before.end}年改为${period.after.start}—${period.after.end}年。`,
  ].filter((text) => text !== null);
  const lead =
    rows.length === 0
      ? `“${names.after}”与“${names.before}”相比，指标没有变动。`
      : `“${names.after}”与“${names.before}”相比，${indicators.length}个指标有变动，共${rows.length}处，见${writer.nextTable()}。`;
  writer.add(paragraph([lead, ...others].join("")));
  if (rows.length > 0) writeRows(writer, rows, names);
  if (texts.length > 0) writeTexts(writer, texts, names);
  return writer.report();
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
      return ["统计口径", difference.before ?? NOTHING, difference.after ?? NOTHING];
    case "match":
      return ["对照指标", difference.before ?? NOTHING, difference.after ?? NOTHING];
    default:
      return assertNever(difference);
  }
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
