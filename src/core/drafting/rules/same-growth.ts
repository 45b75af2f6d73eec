import { err } from "../../result.ts";
import { promisedGrowth } from "./promised-growth.ts";
import type { TargetRule } from "./target-rule.ts";

/** 前期增速: what the predecessor's own target asked for a year, from the new base on. */
export const sameGrowth: TargetRule = {
  id: "same-growth",
  find: ({ indicator, predecessor }) => {
    if (predecessor === null) return err({ kind: "not-carried" });
    if (indicator.carriedFrom?.fate === "caliber-changed") return err({ kind: "caliber" });
    return promisedGrowth(predecessor);
  },
};
