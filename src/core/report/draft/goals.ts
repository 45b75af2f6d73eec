import type { IndicatorId } from "../../plan/ids.ts";
import type { Plan } from "../../plan/plan.ts";
import type { ReportRow } from "./report-rows.ts";

/** Indicators with a target of one category. */
export interface GoalGroup {
  readonly title: string;
  readonly indicators: readonly IndicatorId[];
}

/** What the short categories of the table are called in running text. */
const CATEGORY_TITLES: ReadonlyMap<string, string> = new Map([
  ["投入", "创新投入"],
  ["主体", "创新主体"],
  ["平台", "创新平台"],
  ["人才", "人才队伍"],
  ["产业", "产业发展"],
  ["产出", "创新产出"],
  ["环境", "创新环境"],
]);
const OTHERS = "其他";

/** The goals by category, in the order in which the categories first come. */
export function goalGroups(rows: readonly ReportRow[]): readonly GoalGroup[] {
  const groups = new Map<string, IndicatorId[]>();
  for (const { indicator } of rows) {
    if (indicator.targets.length === 0) continue;
    const category = indicator.category ?? OTHERS;
    groups.set(category, [...(groups.get(category) ?? []), indicator.id]);
  }
  return [...groups].map(([category, indicators]) => ({
    title: CATEGORY_TITLES.get(category) ?? category,
    indicators,
  }));
}

/** The sentence that goals begin with. */
export const goalsLead = ({ period }: Pick<Plan, "period">): string => `到${period.end}年，主要目标如下。`;
