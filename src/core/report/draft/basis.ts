import type { Plan } from "../../plan/plan.ts";
import { titled } from "../../plan/titled.ts";
import type { TextContext } from "./draft-context.ts";

/** What the plan rests on, as a sentence: the superior plan, the predecessor, and the documents that values come from. */
export function basisText(plan: Plan, { superior, predecessor, jurisdiction }: TextContext): string {
  const place = jurisdiction?.name ?? "当地";
  const superiorText = superior === null ? "" : `依据${titled(superior.title)}，`;
  const predecessorText = predecessor === null ? "" : `在总结${titled(predecessor.title)}实施情况的基础上，`;
  const years = `规划期为${plan.period.start}—${plan.period.end}年。`;
  return `${superiorText}${predecessorText}结合${place}实际，制定本规划。${years}`;
}
