import { assertNever } from "#core/assert-never.ts";
import type { ConceptRemark } from "#core/compare/concept-remarks.ts";
import type { IndicatorId, PlanId } from "#core/plan/ids.ts";
import type { IconName } from "../../ui/icon.tsx";
import type { ConceptStudy } from "./concept-study.ts";
import type { Words } from "./comparison-view.ts";

/** A remark as the head prints it: its shape and its sentence. */
export interface RemarkText {
  readonly tone: "block" | "warn" | "note";
  readonly icon: IconName;
  readonly text: string;
}

/** Puts a remark into a sentence of the planner's language. */
export function remarkText(remark: ConceptRemark, study: ConceptStudy, t: Words): RemarkText {
  const plans = (rows: readonly IndicatorId[]) => planNames(rows, study, t);
  const block = (text: string): RemarkText => ({ tone: "block", icon: "block", text });
  const warn = (text: string): RemarkText => ({ tone: "warn", icon: "warn", text });
  const note = (text: string): RemarkText => ({ tone: "note", icon: "note", text });
  switch (remark.kind) {
    case "unit": {
      const words = { plans: plans(remark.rows), unit: remark.unit, own: study.table.unit };
      return block(remark.points ? t("remarks.points", words) : t("remarks.unit", words));
    }
    case "span":
      return block(t(`remarks.${remark.span.as}`, { plans: plans(remark.rows), ...remark.span }));
    case "growth-and-level":
      return warn(
        t("remarks.growth-and-level", { growth: plans(remark.growth), level: plans(remark.level) }),
      );
    case "caliber-varies":
      return warn(t("remarks.caliber-varies"));
    case "base-years": {
      const groups = remark.groups.map(({ year, rows }) =>
        t("remarks.baseGroup", { year, plans: plans(rows) }),
      );
      return note(t("remarks.base-years", { groups: groups.join(t("remarks.groupBreak")) }));
    }
    case "twice":
      return note(t("remarks.twice", { plans: study.planName(remark.plan), count: remark.rows.length }));
    default:
      return assertNever(remark);
  }
}

function planNames(rows: readonly IndicatorId[], { table, planName }: ConceptStudy, t: Words): string {
  const plans = new Set<PlanId>();
  for (const { plan, indicator } of table.rows) if (rows.includes(indicator)) plans.add(plan);
  return [...plans].map(planName).join(t("remarks.and"));
}
