import { describe, expect, test } from "vitest";
import { DocumentText } from "#exchange/document/document-text.ts";
import { passageAt } from "#exchange/document/passage.ts";
import { readingBlocks } from "#exchange/document/reading-blocks.ts";

/** Texts that no word processor leaves, but anyone can make; none may stop the window. Reading one took 20 s or failed. */
const TEXTS: readonly (readonly [what: string, text: string])[] = [
  ["one line of 200 000 dots", ".".repeat(200_000)],
  ["one line that opens 40 000 bookmarks and closes none", "[bookmark: ".repeat(40_000)],
  ["one line of 300 000 cells", "\t".repeat(300_000)],
  [
    "one line of 150 000 sentences with gaps",
    "全县科技创新能力显著增强，企业主体地位突出。 ".repeat(150_000),
  ],
  ["300 000 blank lines", "\n".repeat(300_000)],
  ["characters beyond the basic plane only", "𠮷".repeat(300_000)],
];

describe("a made-up text", () => {
  test.each(TEXTS)(
    "of %s is broken into blocks that cover it, within seconds",
    { timeout: 10_000 },
    (_what, text) => {
      const outline = [{ heading: "一、总体要求", level: 1, line: 1, start: null }];
      const document = new DocumentText(text);
      const blocks = readingBlocks(document, outline);
      expect(blocks[0]?.start ?? 0).toBe(0);
      expect(blocks.at(-1)?.end ?? text.length).toBe(text.length);
      expect(blocks.findIndex(({ end }, at) => end !== (blocks[at + 1]?.start ?? text.length))).toBe(-1);
      const { marked } = passageAt(document, blocks, {
        start: document.length - 2,
        end: document.length + 9,
      });
      expect(Array.from(marked).length).toBeLessThanOrEqual(2);
    },
  );
});
