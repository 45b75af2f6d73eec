import { trend } from "../../projection/methods/trend.ts";
import { err, ok } from "../../result.ts";
import type { TargetRule } from "./target-rule.ts";

/** 历史趋势: where the straight line of least squares through the observations leads (as a spreadsheet's FORECAST). */
export const observedTrend: TargetRule = {
  id: "observed-trend",
  find: ({ indicator, observed, year }) => {
    if (indicator.carriedFrom?.fate === "caliber-changed") return err({ kind: "caliber" });
    const known = observed.map(({ year: at, observation }) => ({ year: at, value: observation.value }));
    const count = known.length;
    const last = known.at(-1);
    if (last === undefined || count < trend.needs) return err({ kind: "few-observations", count });
    const ahead = year - last.year;
    if (ahead <= 0) return err({ kind: "no-years" });
    const values = new Float64Array(ahead);
    const failed = trend.fill(
      { known, until: year },
      { method: "trend", fit: "linear", damping: 1 },
      { values, at: 0, stride: 1, count: ahead },
    );
    const level = values.at(-1);
    if (failed !== null || level === undefined || !(level > 0)) return err({ kind: "not-positive" });
    return ok({ kind: "trend", level, of: count });
  },
};
