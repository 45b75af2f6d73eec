import { err } from "../../result.ts";
import { counterpartGrowth } from "./counterpart-growth.ts";
import type { TargetRule } from "./target-rule.ts";

/** 上位增速: what the superior plan's target of the same concept asks for a year. */
export const superiorGrowth: TargetRule = {
  id: "superior-growth",
  find: (question) =>
    question.superior === null ? err({ kind: "no-plan" }) : counterpartGrowth(question, question.superior),
};
