import { formatAmount } from "../../indicator/quantity.ts";
import { baseValue } from "../../plan/base-value.ts";
import type { Plan } from "../../plan/plan.ts";
import { paragraph, type ReportBlock } from "../report.ts";
import type { ReportRow } from "./report-rows.ts";

/** What is known of the base year as sentences, a paragraph a year; the latest year comes first. */
export function foundationParagraphs(plan: Plan, rows: readonly ReportRow[]): readonly ReportBlock[] {
  const byYear = new Map<number, string[]>();
  for (const { row, indicator } of rows) {
    const base = baseValue(plan, row);
    if (base === null) continue;
    const clause = `${indicator.name}${formatAmount(base.quantity)}${indicator.unit}${base.provisional ? "（暂用）" : ""}`;
    byYear.set(base.year, [...(byYear.get(base.year) ?? []), clause]);
  }
  return [...byYear]
    .sort(([a], [b]) => b - a)
    .map(([year, clauses]) => paragraph(`${year}年，${clauses.join("；")}。`));
}
