import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toHtmlTable, toTsv } from "#renderer/ui/sheet/clipboard-data.ts";
import { readTsv } from "#renderer/ui/sheet/read-tsv.ts";

describe("a copied block as text", () => {
  test.each([
    [[["33", "家"]], "33\t家"],
    [[["a"], ["b"]], "a\r\nb"],
    [[["两\n行", "x"]], '"两\n行"\tx'],
    [[['"十四五"规划']], '"""十四五""规划"'],
    [[['说"好"']], '说"好"'],
  ])("%j is %j", (block, text) => {
    expect(toTsv(block)).toBe(text);
  });

  test("is read back as it was", () => {
    const cell = fc.string({ unit: fc.constantFrom("a", '"', "\t", "\n", "=", "家", " ", "1") });
    const block = fc
      .integer({ min: 1, max: 4 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 4 }),
      )
      // An empty last line is how spreadsheets end their text.
      .filter((rows) => rows.at(-1)?.join("") !== "");
    fc.assert(
      fc.property(block, (rows) => {
        expect(readTsv(toTsv(rows), 10_000)).toEqual(rows);
      }),
    );
  });
});

describe("a copied block as a table", () => {
  // Excel writes a run of spaces, and one at an edge, into such a span; HTML would drop them.
  test.each([
    ["科技局  规划科", "科技局<span style='mso-spacerun:yes'>\u00a0 </span>规划科"],
    [" 缩进", "<span style='mso-spacerun:yes'>\u00a0</span>缩进"],
    ["R&D 投入", "R&amp;D 投入"],
    ["a\n  b", "a<br style='mso-data-placement:same-cell'><span style='mso-spacerun:yes'>\u00a0 </span>b"],
  ])("keeps the spaces of %j", (text, html) => {
    expect(toHtmlTable([[text]])).toContain(`>${html}</td>`);
  });

  test("escapes what is no text of HTML, and marks what a spreadsheet would reckon with as text", () => {
    expect(toHtmlTable([["33", "<b>&", "=1+1", "007", "两\n行", ""]])).toContain(
      [
        "<tr><td>33</td>",
        `<td style='mso-number-format:"\\@"'>&lt;b&gt;&amp;</td>`,
        `<td style='mso-number-format:"\\@"'>=1+1</td>`,
        `<td style='mso-number-format:"\\@"'>007</td>`,
        `<td style='mso-number-format:"\\@"'>两<br style='mso-data-placement:same-cell'>行</td>`,
        "<td></td></tr>",
      ].join(""),
    );
  });
});
