import { sameValue } from "../same-value.ts";
import { type Versions, versionsOf } from "./settle.ts";

/**
 * The order of the things that are `kept`, out of the orders that they have in three states: what only one side moved is where that side put it, and
 * what one side added stands behind what it stood behind there. `between` is asked for the order where both sides moved things,
 * and given the two.
 */
export function mergeOrder<T extends string>(
  orders: Versions<readonly T[]>,
  kept: ReadonlySet<T>,
  between: (ours: readonly T[], theirs: readonly T[]) => readonly T[],
): readonly T[] {
  const known = versionsOf(orders, (order) => new Set(order));
  const isCommon = (id: T) =>
    kept.has(id) && known.base.has(id) && known.ours.has(id) && known.theirs.has(id);
  const common = versionsOf(orders, (order) => order.filter(isCommon));
  const frame = frameOf(common, between);
  const added = [groups(orders.ours, kept, isCommon), groups(orders.theirs, kept, isCommon)];
  const result = new Set<T>();
  for (const anchor of [null, ...frame]) {
    if (anchor !== null) result.add(anchor);
    const behind = added.map((side) => side.get(anchor) ?? []);
    for (const id of inOneOrder(behind).flat()) result.add(id);
  }
  return [...result];
}

function frameOf<T extends string>(
  { base, ours, theirs }: Versions<readonly T[]>,
  between: (ours: readonly T[], theirs: readonly T[]) => readonly T[],
): readonly T[] {
  if (sameValue(base, theirs) || sameValue(ours, theirs)) return ours;
  return sameValue(base, ours) ? theirs : between(ours, theirs);
}

/** What stands behind each common thing up to the next one; `null` for what stands before all. */
function groups<T>(
  order: readonly T[],
  kept: ReadonlySet<T>,
  isCommon: (id: T) => boolean,
): ReadonlyMap<T | null, readonly T[]> {
  const found = new Map<T | null, readonly T[]>();
  let anchor: T | null = null;
  for (const id of order) {
    if (isCommon(id)) anchor = id;
    else if (kept.has(id)) found.set(anchor, [...(found.get(anchor) ?? []), id]);
  }
  return found;
}

/** In an order that does not depend on which side is which, also where both begin with the same. */
function inOneOrder<T extends string>(sides: readonly (readonly T[])[]): readonly (readonly T[])[] {
  return [...sides].sort((a, b) => (a.join("\n") < b.join("\n") ? -1 : 1));
}
