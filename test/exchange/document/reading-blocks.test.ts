import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { OutlineEntry } from "#core/plan/plan.ts";
import { DocumentText } from "#exchange/document/document-text.ts";
import { type ReadingBlock, readingBlocks } from "#exchange/document/reading-blocks.ts";
import { readableText } from "#exchange/document/readable-text.ts";
import { SAMPLE_OUTLINE, SAMPLE_TEXT, sampleDocument } from "./sample-document.ts";

/** What a block shows: its words, or the words of each cell. */
function shown(text: string, block: ReadingBlock): unknown {
  return block.kind === "table"
    ? block.rows.map((row) => row.map((cell) => readableText(text, cell)))
    : readableText(text, block.inked);
}

const sign = fc.constantFrom(
  ...Array.from("规划一二、。！；（1.）2%—\t\n\n\r 年达到"),
  "😀",
  "[bookmark: _T]",
  "....",
  "到2030年，研发投入占地区生产总值的比重达到2.5%以上，创新能力显著增强。 ",
);
const anyText = fc.array(sign, { maxLength: 80 }).map((signs) => signs.join(""));
const anyOutline = fc.array(
  fc.record({
    heading: fc.constantFrom("一、", "1.", "规划", "年"),
    level: fc.integer({ min: 1, max: 4 }),
    line: fc.integer({ min: 1, max: 12 }),
    start: fc.option(fc.nat(400), { nil: null }),
  }),
  { maxLength: 6 },
);

describe("the blocks of a document", () => {
  test("follow one another and cover the text exactly, whatever it holds", () => {
    fc.assert(
      fc.property(anyText, anyOutline, (text, outline: readonly OutlineEntry[]) => {
        const blocks = readingBlocks(new DocumentText(text), outline);
        let at = 0;
        for (const { start, end } of blocks) {
          expect(start).toBe(at);
          expect(end).toBeGreaterThan(start);
          at = end;
        }
        // A text of nothing but white space has nothing to read.
        if (blocks.length > 0) expect(at).toBe(text.length);
        else expect(text.replaceAll("[bookmark: _T]", "").trim()).toBe("");
      }),
      { numRuns: 500 },
    );
  });

  test("show every character but white space and bookmarks, in order", () => {
    fc.assert(
      fc.property(anyText, anyOutline, (text, outline: readonly OutlineEntry[]) => {
        const blocks = readingBlocks(new DocumentText(text), outline);
        const inked = blocks.map((block) => [shown(text, block)].flat(3).join("")).join("");
        const bare = (words: string) => words.replaceAll("[bookmark: _T]", "").replace(/\s/gu, "");
        expect(bare(inked)).toBe(bare(text));
      }),
      { numRuns: 500 },
    );
  });

  test("are headings, paragraphs with their own heading, and tables; torn lines are one paragraph", () => {
    const blocks = readingBlocks(sampleDocument(), SAMPLE_OUTLINE);
    expect(blocks.map((block) => [block.kind, block.line, block.lastLine, block.heading])).toEqual([
      ["paragraph", 2, 2, null],
      ["heading", 4, 4, 0],
      ["paragraph", 5, 7, 1],
      ["table", 8, 14, null],
      ["heading", 16, 16, 2],
      ["paragraph", 17, 17, null],
    ]);
    expect(blocks.map((block) => shown(SAMPLE_TEXT, block))).toEqual([
      "某县科技规划（𠮷）",
      "一、发展目标",
      "1.投入增长。到2030年，全县研发投入占地区生产总值的比重达到2.5%，比2025年提高0.4个百分点，高新技术产品产值占规模以上工业总产值比重达到 37%。",
      [
        ["序号", "指标", "2025年"],
        ["1", "孵化器（个）", "--"],
      ],
      "二、保障措施",
      "加强组织领导。",
    ]);
    const lead = blocks.find(({ heading }) => heading === 1);
    expect(lead?.kind === "paragraph" && SAMPLE_TEXT.slice(0, lead.lead ?? 0).endsWith("1.投入增长")).toBe(
      true,
    );
  });

  test("find a heading whose place leaves out its number, or is not known", () => {
    const known = readingBlocks(sampleDocument(), SAMPLE_OUTLINE);
    const vague = SAMPLE_OUTLINE.map((entry, at) => ({
      ...entry,
      start: at === 0 || entry.start === null ? null : entry.start + 2,
    }));
    expect(readingBlocks(sampleDocument(), vague)).toEqual(known);
  });

  test("do not tear a bookmark apart when an outline puts a heading inside it", () => {
    const text = "[bookmark: _T]总体要求";
    const outline = [{ heading: "一、", level: 1, line: 1, start: 10 }];
    const blocks = readingBlocks(new DocumentText(text), outline);
    expect(blocks.map((block) => shown(text, block))).toEqual(["总体要求"]);
  });

  test("break a line that holds a whole document at its headings and sentence ends", () => {
    const sentence = "全县科技创新能力显著增强，企业主体地位更加突出，成果转化机制更加完善。";
    const contents = "目 录 第一章 总体要求.......... 1 第二章 主要任务.......... 2 ";
    const text = `${contents}第一章 总体要求 ${sentence.repeat(3)} ${sentence} 1.投入。${sentence.repeat(20)}第二章 主要任务 完。`;
    const outline = [
      { heading: "第一章 总体要求", level: 1, line: 1, start: null },
      { heading: "1.投入", level: 2, line: 1, start: null },
      { heading: "第二章 主要任务", level: 1, line: 1, start: null },
    ];
    const blocks = readingBlocks(new DocumentText(text), outline);
    expect(blocks.slice(0, 5).map((block) => [block.kind, shown(text, block)])).toEqual([
      ["paragraph", "目 录 第一章 总体要求.......... 1"],
      ["paragraph", "第二章 主要任务.......... 2"],
      ["heading", "第一章 总体要求"],
      ["paragraph", sentence.repeat(3)],
      ["paragraph", sentence],
    ]);
    expect(blocks.at(-2)).toMatchObject({ kind: "heading", heading: 2 });
    expect(Math.max(...blocks.map(({ start, end }) => end - start))).toBeLessThan(500);
  });
});
