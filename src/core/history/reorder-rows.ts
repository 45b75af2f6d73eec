import type { MoveChange } from "../command/plan-change.ts";
import type { IndicatorId } from "../plan/ids.ts";

/** The moves, as few as can be, that bring rows from one order into another of the same rows. */
export function reorderRows(from: readonly IndicatorId[], to: readonly IndicatorId[]): readonly MoveChange[] {
  if (from.every((id, place) => to[place] === id)) return [];
  const staying = stayingRows(from, to);
  const order = [...from];
  const moves: MoveChange[] = [];
  to.forEach((indicator, place) => {
    if (staying.has(indicator)) return;
    const start = order.indexOf(indicator);
    order.splice(start, 1);
    const before = to[place - 1];
    const end = before === undefined ? 0 : order.indexOf(before) + 1;
    order.splice(end, 0, indicator);
    if (start !== end) moves.push({ kind: "move", indicator, from: start, to: end });
  });
  return moves;
}

/** The most rows that stand one below the other in both orders: a longest increasing subsequence of their new places. */
function stayingRows(from: readonly IndicatorId[], to: readonly IndicatorId[]): ReadonlySet<IndicatorId> {
  const places = new Map(to.map((id, place) => [id, place]));
  // The last row of the best sequence of each length, with its place; places ascend.
  const tails: { readonly id: IndicatorId; readonly place: number }[] = [];
  const previous = new Map<IndicatorId, IndicatorId | undefined>();
  for (const id of from) {
    const place = places.get(id) ?? -1;
    const length = firstFrom(tails, place);
    previous.set(id, tails[length - 1]?.id);
    tails[length] = { id, place };
  }
  const staying = new Set<IndicatorId>();
  for (let id = tails.at(-1)?.id; id !== undefined; id = previous.get(id)) staying.add(id);
  return staying;
}

/** Where the first of ascending places stands that is not before `place`. */
function firstFrom(tails: readonly { readonly place: number }[], place: number): number {
  let [low, high] = [0, tails.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tails[middle]?.place ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}
