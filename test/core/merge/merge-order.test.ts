import { expect, test } from "vitest";
import { mergeOrder } from "#core/merge/merge-order.ts";

test.each([
  ["different things", ["a", "b"], ["a", "c"], ["a", "b", "c"]],
  ["one thing that is the same and one each", ["a", "x", "b"], ["a", "x", "c"], ["a", "x", "b", "c"]],
])("where both sides added %s, it does not matter which side is which", (_, one, other, joined) => {
  const kept = new Set([...one, ...other]);
  const between = (ours: readonly string[]) => ours;
  expect(mergeOrder({ base: ["a"], ours: one, theirs: other }, kept, between)).toEqual(joined);
  expect(mergeOrder({ base: ["a"], ours: other, theirs: one }, kept, between)).toEqual(joined);
});
