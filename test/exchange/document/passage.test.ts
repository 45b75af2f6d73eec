import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DocumentText } from "#exchange/document/document-text.ts";
import { passageAt } from "#exchange/document/passage.ts";
import { readingBlocks } from "#exchange/document/reading-blocks.ts";
import { pointsOf, SAMPLE_OUTLINE, SAMPLE_TEXT, sampleDocument } from "./sample-document.ts";

function passage(text: string, printed: string) {
  const document = new DocumentText(text);
  return passageAt(document, readingBlocks(document, []), pointsOf(text, printed));
}

function samplePassage(printed: string) {
  const document = sampleDocument();
  return passageAt(document, readingBlocks(document, SAMPLE_OUTLINE), pointsOf(SAMPLE_TEXT, printed));
}

describe("the passage around a number", () => {
  test("goes from sentence to sentence", () => {
    const text =
      "前一句话很长很长，".repeat(8) + "完了。到2030年达到33家，增长一倍。后来呢？" + "再一句话，".repeat(30);
    expect(passage(text, "33家")).toEqual({
      before: "到2030年达到",
      marked: "33家",
      after: "，增长一倍。后来呢？",
    });
  });

  test("is cut within a long sentence, at a comma, and says so", () => {
    const clause = "加快构建区域创新体系";
    const text = `${`${clause}，`.repeat(12)}达到33家，${`${clause}，`.repeat(12)}完。`;
    const { before, after } = passage(text, "33家");
    expect(before).toBe(`…${`${clause}，`.repeat(5)}达到`);
    expect(after).toBe(`，${`${clause}，`.repeat(5)}…`);
  });

  // The sentence begins 69 characters before the number, behind the heading in its own line.
  test("does not leave its paragraph, and joins the lines of a torn one", () => {
    expect(samplePassage("37%")).toEqual({
      before:
        "到2030年，全县研发投入占地区生产总值的比重达到2.5%，比2025年提高0.4个百分点，高新技术产品产值占规模以上工业总产值比重达到 ",
      marked: "37%",
      after: "。",
    });
  });

  test("is the row of a table", () => {
    expect(samplePassage("--")).toEqual({ before: "1　孵化器（个）　", marked: "--", after: "" });
    expect(samplePassage("个）")).toEqual({ before: "1　孵化器（", marked: "个）", after: "　--" });
  });

  test("joins a number and its unit that a blank line parts", () => {
    expect(passage("累计建成平台 12\n\n个，完成任务。", "12\n\n个").marked).toBe("12 个");
  });

  test("never splits a character, and shows the place itself in full", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom("😀", "规", "。", "，", "\n", "\t", " ", "9"), {
          minLength: 1,
          maxLength: 300,
        }),
        fc.nat(),
        (signs, choice) => {
          const text = signs.join("");
          const at = choice % signs.length;
          const document = new DocumentText(text);
          const found = passageAt(document, readingBlocks(document, []), { start: at, end: at + 1 });
          const joined = found.before + found.marked + found.after;
          expect(joined).not.toMatch(/\p{Surrogate}/u);
          const sign = signs[at] ?? "";
          if (sign.trim() !== "") expect(found.marked).toBe(sign);
        },
      ),
    );
  });
});
