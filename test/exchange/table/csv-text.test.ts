import { describe, expect, test } from "vitest";
import { csvText } from "#exchange/table/csv-text.ts";

describe("a table as CSV", () => {
  test("begins with the mark by which Excel knows UTF-8, and ends its lines as Excel does", () => {
    expect([...new TextEncoder().encode(csvText([["指标"]])).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(
      csvText([
        ["指标", "之前"],
        ["专利", "33 件"],
      ]),
    ).toBe("\uFEFF指标,之前\r\n专利,33 件\r\n");
  });

  test.each([
    ["a,b", '"a,b"'],
    ['他说"好"', '"他说""好"""'],
    ["一\n二", '"一\n二"'],
    ["", ""],
  ])("keeps %j in one cell", (text, written) => {
    expect(csvText([[text]])).toBe(`\uFEFF${written}\r\n`);
  });

  test.each(["=1+1", "+SUM(A1)", "-cmd|' /C calc'!A0", "@x", " =1", "＝1", "\t=1", "\r=1"])(
    "lets %j be text and no formula",
    (text) => {
      const [, written = ""] = /^\uFEFF"?(.*)/su.exec(csvText([[text]])) ?? [];
      expect(written.startsWith("'")).toBe(true);
    },
  );

  test.each(["-3.5", "+2", "1,419", "-12%"])("leaves the number %s a number", (text) => {
    expect(csvText([[text]])).not.toContain("'");
  });
});
