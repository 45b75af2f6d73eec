import { finiteOrNone, type ProjectionMethod } from "../projection-method.ts";

/** The last value, unchanged. */
export const hold: ProjectionMethod<"hold"> = {
  id: "hold",
  parameters: [],
  needs: 1,
  fill: ({ known }, _assumption, { values, at, stride, count }) => {
    const last = known.at(-1)?.value ?? Number.NaN;
    for (let k = 0; k < count; k += 1) values[at + k * stride] = finiteOrNone(last);
    return null;
  },
};
