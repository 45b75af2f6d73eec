import { finiteOrNone, type ProjectionMethod } from "../projection-method.ts";

/**
 * Values typed by the planner (domain.md section 5). Years between two of them, or between the last observation and the
 * first of them, are interpolated; years after the last have no value.
 */
export const series: ProjectionMethod<"series"> = {
  id: "series",
  parameters: [],
  needs: 0,
  fill: ({ known, until }, assumption, { values, at, stride, count }) => {
    const typed = [...assumption.values].sort((a, b) => a.year - b.year);
    if (typed.length === 0) return { kind: "no-typed-values" };
    const twice = typed.find(({ year }, k) => year === typed[k - 1]?.year);
    if (twice !== undefined) return { kind: "typed-twice", year: twice.year };
    const first = until - count + 1;
    const last = known.at(-1);
    const points = last === undefined ? typed : [last, ...typed.filter(({ year }) => year > last.year)];
    for (let k = 0; k < count; k += 1)
      values[at + k * stride] = finiteOrNone(interpolated(points, first + k));
    return null;
  },
};

function interpolated(
  points: readonly { readonly year: number; readonly value: number }[],
  year: number,
): number {
  const next = points.findIndex((point) => point.year >= year);
  const [before, after] = [points[next - 1], points[next]];
  if (after?.year === year) return after.value;
  if (before === undefined || after === undefined) return Number.NaN;
  const share = (year - before.year) / (after.year - before.year);
  return before.value + (after.value - before.value) * share;
}
