import type { IndicatorId } from "#core/plan/ids.ts";

/** The marked indicators after some were marked or let go. */
export function withMarked(
  marked: ReadonlySet<IndicatorId>,
  ids: readonly IndicatorId[],
  on: boolean,
): ReadonlySet<IndicatorId> {
  const next = new Set(marked);
  for (const id of ids) {
    if (on) next.add(id);
    else next.delete(id);
  }
  return next;
}
