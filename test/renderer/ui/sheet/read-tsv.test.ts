import { describe, expect, test } from "vitest";
import { readTsv } from "#renderer/ui/sheet/read-tsv.ts";

describe("text from a spreadsheet", () => {
  test.each([
    ["33", [["33"]]],
    ["33\n", [["33"]]],
    [
      "10\t达到11家\r\n20\t达到21家\r\n",
      [
        ["10", "达到11家"],
        ["20", "达到21家"],
      ],
    ],
    ["a\t\tc", [["a", "", "c"]]],
    ['"两\n行"\t"说""好"""', [["两\n行", '说"好"']]],
    // Excel writes a cell with quotation marks as it is, unless a tab or a line break is in it too.
    ['"十四五"规划\t"abc', [['"十四五"规划', '"abc']]],
    ['"', [['"']]],
    ["", [[""]]],
    ["\t", [["", ""]]],
  ])("%j is read by rows and columns", (text, block) => {
    expect(readTsv(text, 100)).toEqual(block);
  });
});
