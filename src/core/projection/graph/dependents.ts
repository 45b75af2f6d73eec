import type { Dependency } from "./evaluation-order.ts";

/** Who needs whom, in compressed rows: dependents of series i stand in `list` from `starts[i]` to `starts[i + 1] − 1`. */
export interface Dependents {
  readonly starts: Int32Array;
  readonly list: Int32Array;
}

/** Turns the needs of each series around. */
export function dependentsOf(dependencies: readonly (readonly Dependency[])[]): Dependents {
  const count = dependencies.length;
  const starts = new Int32Array(count + 1);
  for (const needs of dependencies) for (const { on } of needs) starts[on + 1] = (starts[on + 1] ?? 0) + 1;
  for (let at = 1; at <= count; at += 1) starts[at] = (starts[at] ?? 0) + (starts[at - 1] ?? 0);
  const list = new Int32Array(starts[count] ?? 0);
  const next = starts.slice();
  dependencies.forEach((needs, series) => {
    for (const { on } of needs) {
      list[next[on] ?? 0] = series;
      next[on] = (next[on] ?? 0) + 1;
    }
  });
  return { starts, list };
}

/** All series that an edit of `edited` touches, the edited ones included. */
export function reach({ starts, list }: Dependents, edited: Iterable<number>): ReadonlySet<number> {
  const touched = new Set(edited);
  // A set hands out what is added while it is being walked.
  for (const series of touched) {
    for (let at = starts[series] ?? 0; at < (starts[series + 1] ?? 0); at += 1)
      touched.add(list[at] ?? series);
  }
  return touched;
}
