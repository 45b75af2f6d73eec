import fc from "fast-check";
import { expect, test } from "vitest";
import { reorderRows } from "#core/history/reorder-rows.ts";
import { indicatorId } from "#core/plan/ids.ts";

const idsOf = (text: string) => Array.from(text, indicatorId);

test.each([
  ["abcd", "abcd", 0],
  ["abcd", "dabc", 1],
  ["abcd", "bcda", 1],
  ["abcd", "dcba", 3],
  ["abcdef", "badcfe", 3],
])("%s becomes %s by %i moves", (from, to, moves) => {
  expect(reorderRows(idsOf(from), idsOf(to))).toHaveLength(moves);
});

test("the moves lead from any order to any other", () => {
  const orders = fc.nat({ max: 12 }).chain((rows) => {
    const ids = Array.from({ length: rows }, (_, at) => indicatorId(`row-${at}`));
    return fc.tuple(
      fc.shuffledSubarray(ids, { minLength: rows }),
      fc.shuffledSubarray(ids, { minLength: rows }),
    );
  });
  fc.assert(
    fc.property(orders, ([from, to]) => {
      const order = [...from];
      for (const move of reorderRows(from, to)) {
        const [moved] = order.splice(move.from, 1);
        expect(moved).toBe(move.indicator);
        order.splice(move.to, 0, move.indicator);
      }
      expect(order).toEqual(to);
    }),
  );
});
