import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DocumentText } from "#exchange/document/document-text.ts";

/** Texts with characters of one and two units, line ends of both kinds, and a byte order mark. */
const text = fc
  .array(fc.constantFrom("规", "9", "😀", "𠮷", "\n", "\r\n", "\t", " ", "\ufeff"), { maxLength: 60 })
  .map((signs) => signs.join(""));

describe("offsets of a document", () => {
  // Counted by hand: 台 is one unit, 𠮷 is two; CR and LF are a code point each.
  test.each([
    ["台山", 1, 1],
    ["𠮷山市", 1, 2],
    ["𠮷山市", 2, 3],
    ["a\r\n𠮷b", 3, 3],
    ["a\r\n𠮷b", 4, 5],
    ["山", 9, 1],
    ["山", -1, 0],
  ])("in %j, code point %i is unit %i", (content, point, unit) => {
    expect(new DocumentText(content).toUnits(point)).toBe(unit);
  });

  test("name what a plan file names, whatever characters stand before", () => {
    fc.assert(
      fc.property(text, fc.nat(60), fc.nat(60), (content, a, b) => {
        const document = new DocumentText(content);
        const points = Array.from(content);
        const [start, end] = [Math.min(a, b, points.length), Math.min(Math.max(a, b), points.length)];
        const span = document.span({ start, end });
        expect(content.slice(span.start, span.end)).toBe(points.slice(start, end).join(""));
        expect(document.slicePoints(start, end)).toBe(points.slice(start, end).join(""));
      }),
    );
  });

  test("go back and forth between both ways of counting", () => {
    fc.assert(
      fc.property(text, (content) => {
        const document = new DocumentText(content);
        expect(document.length).toBe(Array.from(content).length);
        for (let point = 0; point <= document.length; point += 1)
          expect(document.toPoints(document.toUnits(point))).toBe(point);
      }),
    );
  });

  test("a unit within a character stands for that character", () => {
    expect(new DocumentText("山𠮷").toPoints(2)).toBe(1);
  });
});

describe("lines of a document", () => {
  test("count as an editor counts them", () => {
    fc.assert(
      fc.property(text, (content) => {
        const document = new DocumentText(content);
        const lines = content.split("\n");
        expect(document.lines).toBe(lines.length);
        let start = 0;
        lines.forEach((line, at) => {
          expect(document.startOfLine(at + 1)).toBe(start);
          expect(document.lineAt(start)).toBe(at + 1);
          start += line.length + 1;
        });
      }),
    );
  });
});
