import { formatTarget } from "../../indicator/format-target.ts";
import { formatAmount } from "../../indicator/quantity.ts";
import { baseValue } from "../../plan/base-value.ts";
import { baseYear } from "../../plan/base-year.ts";
import { milestoneYears } from "../../plan/grid-years.ts";
import type { Year } from "../../plan/ids.ts";
import type { Attribute, Indicator, Plan } from "../../plan/plan.ts";
import type { ReportColumn, ReportTable } from "../report.ts";
import type { ReportRow } from "./report-rows.ts";

/** What a cell holds that states nothing. */
export const NOTHING = "—";
const PROVISIONAL = "*";
const ATTRIBUTES: Readonly<Record<Attribute, string>> = {
  binding: "约束性",
  anticipatory: "预期性",
  unspecified: NOTHING,
};

/** A column with how it is filled. */
interface FilledColumn extends ReportColumn {
  readonly cell: (row: ReportRow, at: number) => string;
}

/** The table of the main indicators: unit, base value, milestones, the target in its official wording, attribute, who is responsible. */
export function indicatorTable(
  plan: Plan,
  rows: readonly ReportRow[],
): Omit<ReportTable, "kind" | "caption"> {
  const columns = [
    ...headColumns(),
    baseColumn(plan),
    ...targetColumns(plan, rows),
    ...attributeColumn(rows),
    ...departmentColumn(rows),
  ];
  return {
    id: "indicators",
    columns: columns.map(({ title, share, align }) => ({ title, share, align })),
    rows: rows.map((row, at) => columns.map(({ cell }) => cell(row, at))),
    note: tableNote(plan, rows),
  };
}

/** Number, name and unit, with which every table of indicators begins. */
export function headColumns(): readonly FilledColumn[] {
  return [
    { title: "序号", share: 7, align: "center", cell: (_, at) => String(at + 1) },
    { title: "指标", share: 26, align: "left", cell: ({ indicator }) => indicator.name },
    { title: "单位", share: 8, align: "center", cell: ({ indicator }) => indicator.unit || NOTHING },
  ];
}

function baseColumn(plan: Plan): FilledColumn {
  const usual = baseYear(plan);
  return {
    title: `${usual}年`,
    share: 11,
    align: "center",
    cell: ({ row }) => {
      const base = baseValue(plan, row);
      if (base === null) return NOTHING;
      const amount = `${formatAmount(base.quantity)}${base.provisional ? PROVISIONAL : ""}`;
      return base.year === usual ? amount : `${amount}（${base.year}年）`;
    },
  };
}

function targetColumns(plan: Plan, rows: readonly ReportRow[]): readonly FilledColumn[] {
  const years = milestoneYears(plan).filter(
    (year) =>
      year === plan.period.end || rows.some(({ indicator }) => targetIn(indicator, year) !== undefined),
  );
  return years.map((year) => ({
    title: `${year}年${year === plan.period.end ? "目标" : ""}`,
    share: year === plan.period.end ? 18 : 12,
    align: "center",
    cell: ({ indicator }) => {
      const planned = targetIn(indicator, year);
      return planned === undefined ? NOTHING : formatTarget(planned.target);
    },
  }));
}

const targetIn = ({ targets }: Indicator, year: Year) => targets.find((each) => each.year === year);

function attributeColumn(rows: readonly ReportRow[]): readonly FilledColumn[] {
  if (rows.every(({ indicator }) => indicator.attribute === "unspecified")) return [];
  const cell = ({ indicator }: ReportRow) => ATTRIBUTES[indicator.attribute];
  return [{ title: "属性", share: 9, align: "center", cell }];
}

function departmentColumn(rows: readonly ReportRow[]): readonly FilledColumn[] {
  if (rows.every(({ indicator }) => indicator.department === null)) return [];
  const cell = ({ indicator }: ReportRow) => indicator.department ?? NOTHING;
  return [{ title: "责任单位", share: 14, align: "center", cell }];
}

/** Says what the marks of the table mean, as far as it has any. */
function tableNote(plan: Plan, rows: readonly ReportRow[]): string | null {
  const provisional = rows.some(({ row }) => baseValue(plan, row)?.provisional === true);
  return provisional ? `注：带${PROVISIONAL}者为暂用基期值，待正式数据公布后替换。` : null;
}
