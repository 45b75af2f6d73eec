import { err } from "../../result.ts";
import type { TargetRule } from "./target-rule.ts";

/** 留空: the planner sets the target later. */
export const leaveOpen: TargetRule = { id: "leave-open", find: () => err({ kind: "left-open" }) };
