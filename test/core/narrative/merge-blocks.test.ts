import { describe, expect, test } from "vitest";
import { mergeBlocks } from "#core/narrative/merge-blocks.ts";
import type { NarrativeBlock } from "#core/narrative/narrative.ts";

const of = (...texts: readonly string[]): readonly NarrativeBlock[] =>
  texts.map((text) => ({ kind: "paragraph", runs: [{ kind: "words", text, strong: false }] }));
const base = of("一", "二", "三");

describe("paragraphs that two windows changed", () => {
  test.each([
    ["different ones are joined", of("甲", "二", "三"), of("一", "二", "丙"), of("甲", "二", "丙")],
    [
      "the order of the two does not matter",
      of("一", "二", "丙"),
      of("甲", "二", "三"),
      of("甲", "二", "丙"),
    ],
    [
      "one that came stays beside one that went",
      of("一", "二", "三", "四"),
      of("二", "三"),
      of("二", "三", "四"),
    ],
    ["where both changed one, ours stands", of("一", "乙", "三"), of("一", "2", "三"), of("一", "乙", "三")],
    ["what only the other changed is taken", base, of("一"), of("一")],
    ["what only we changed stays", of("一"), base, of("一")],
  ])("%s", (_, ours, theirs, joined) => {
    expect(mergeBlocks(base, ours, theirs)).toEqual(joined);
  });
});
