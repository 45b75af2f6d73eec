import { sameValue } from "../same-value.ts";
import { mergeOrder } from "./merge-order.ts";
import { type Versions, versionsOf } from "./settle.ts";

/** What of one key stands, `null` for nothing. */
type SettleItem<T> = (key: string, versions: Versions<T | null>) => T | null;

/** Merges lists whose items are told apart by a key; a list that only one side touched is that side's. */
export function mergeKeyed<T>(
  lists: Versions<readonly T[]>,
  keyOf: (item: T) => string,
  settle: SettleItem<T>,
): readonly T[] {
  const { base, ours, theirs } = lists;
  if (sameValue(base, theirs) || sameValue(ours, theirs)) return ours;
  if (sameValue(base, ours)) return theirs;
  return mergeEachKeyed(lists, keyOf, settle);
}

/** Merges lists item by item, also where only one side touched them. */
export function mergeEachKeyed<T>(
  lists: Versions<readonly T[]>,
  keyOf: (item: T) => string,
  settle: SettleItem<T>,
): readonly T[] {
  const maps = versionsOf(lists, (list) => new Map(list.map((item) => [keyOf(item), item])));
  const kept = new Map<string, T>();
  for (const key of new Set([...maps.base.keys(), ...maps.ours.keys(), ...maps.theirs.keys()])) {
    const item = settle(
      key,
      versionsOf(maps, (map) => map.get(key) ?? null),
    );
    if (item !== null) kept.set(key, item);
  }
  const orders = versionsOf(maps, (map) => [...map.keys()]);
  // Such a list is shown in the order of something else; it only has to be the same whichever side is which.
  const order = mergeOrder(orders, new Set(kept.keys()), (a, b) => (a.join("\n") < b.join("\n") ? a : b));
  return order.flatMap((key) => kept.get(key) ?? []);
}
