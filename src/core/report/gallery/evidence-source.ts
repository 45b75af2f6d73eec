import type { IndicatorId } from "../../plan/ids.ts";
import type { Plan } from "../../plan/plan.ts";

/** Lines of a document that are named one by one; of more only the first ones. */
const MOST_LINES = 6;

/**
 * The source line of a chart from the evidence of its indicators: plan and lines of its document, and that the planner's own
 * values are in it. `remarks` follow behind, in order.
 */
export function evidenceSource(
  plan: Plan,
  indicators: ReadonlySet<IndicatorId>,
  remarks: readonly string[] = [],
): string {
  const backed = new Set<string>();
  let own = false;
  for (const { id, sources, targets } of plan.indicators) {
    if (!indicators.has(id)) continue;
    for (const { statement } of sources) backed.add(statement);
    for (const { statement } of targets) {
      if (statement === null) own = true;
      else backed.add(statement);
    }
  }
  const lines = plan.statements.flatMap(({ id, evidence }) =>
    evidence !== null && backed.has(id) ? [evidence.line] : [],
  );
  const parts = [`《${plan.title}》${linesText(lines)}`, ...(own ? ["部分数值由规划编制单位填写"] : [])];
  return `来源：${[...parts, ...remarks].join("；")}。`;
}

function linesText(found: readonly number[]): string {
  const lines = [...new Set(found)].sort((a, b) => a - b);
  if (lines.length === 0) return "";
  const more = lines.length > MOST_LINES ? "等" : "";
  return `第${lines.slice(0, MOST_LINES).join("、")}${more}行`;
}
