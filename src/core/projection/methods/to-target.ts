import { pathBetween } from "../../path/path.ts";
import { YEAR_RANGE } from "../../plan/ids.ts";
import { finiteOrNone, type ProjectionMethod } from "../projection-method.ts";

/** A path to a level in a year, through held years (domain.md sections 4 and 5); after the target year the level stays. */
export const toTarget: ProjectionMethod<"toTarget"> = {
  id: "toTarget",
  parameters: [
    { name: "level", read: ({ level }) => level, unit: "base-unit", min: -1e18, max: 1e18 },
    { name: "year", read: ({ year }) => year, unit: "year", min: YEAR_RANGE.first, max: YEAR_RANGE.last },
  ],
  needs: 1,
  fill: ({ known }, { shape, year, level, held }, { values, at, stride, count }) => {
    const last = known.at(-1);
    if (last === undefined) return { kind: "no-observation" };
    if (!Number.isInteger(year) || year <= last.year) return { kind: "target-not-ahead", year };
    const path = pathBetween(shape, last, { year, value: level }, held);
    if (!path.ok) return { kind: "path", error: path.error };
    for (let k = 0; k < count; k += 1) values[at + k * stride] = finiteOrNone(path.value[k] ?? level);
    return null;
  },
};
