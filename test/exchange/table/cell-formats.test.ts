import { describe, expect, test } from "vitest";
import type { WorkbookCell } from "#core/report/workbook/workbook.ts";
import { cellFormat } from "#exchange/table/cell-formats.ts";
import { readWorkbook } from "#exchange/table/read-workbook.ts";
import { sheetTexts } from "#exchange/table/sheet-texts.ts";
import { writeWorkbook } from "#exchange/table/write-workbook.ts";

const NONE: ReadonlyMap<number, string> = new Map();

describe("the format of a cell", () => {
  // ECMA-376 part 1, 18.8.30: numbers of built-in formats, with those of zh-CN.
  test.each([
    [0, "plain", null],
    [2, "plain", 2],
    [9, "percent", 0],
    [10, "percent", 2],
    [39, "plain", 2],
    [49, "plain", null],
  ] as const)("%i is known by its number", (id, kind, decimals) => {
    expect(cellFormat(id, NONE)).toEqual({ kind, decimals });
  });

  test.each([14, 22, 27, 31, 36, 45, 47, 50, 57, 58])("%i is a date or time", (id) => {
    expect(cellFormat(id, NONE)).toEqual({ kind: "date" });
  });

  test.each([
    ["0.0%", "percent", 1],
    ["0.00 %", "percent", 2],
    ["0.00%;[Red]-0.00%", "percent", 2],
    ["#.##%", "percent", null],
    ["0.00_ ", "plain", 2],
    ["0.00_);[Red]\\(0.00\\)", "plain", 2],
    ['#,##0"万元"', "plain", 0],
    ['0"day"', "plain", 0],
    ["[$-804]0.0", "plain", 1],
    ["General", "plain", null],
    ["0.00E+00", "plain", null],
    ["@", "plain", null],
  ] as const)("%s is spelled out in the file", (code, kind, decimals) => {
    expect(cellFormat(164, new Map([[164, code]]))).toEqual({ kind, decimals });
  });

  test.each(['yyyy"年"m"月"d"日"', "[$-409]m/d/yy h:mm AM/PM;@", "m\\-d", "[h]:mm", 'yyyy"年"', "mmm-yy"])(
    "%s is a date or time",
    (code) => {
      expect(cellFormat(164, new Map([[164, code]]))).toEqual({ kind: "date" });
    },
  );
});

test("a share typed as 2.75% is read as that, a range that became a date is not read", () => {
  const number = (value: number, format: string | null): WorkbookCell => ({
    ...{ kind: "number", value, format, style: "number" },
  });
  const row = [
    number(0.0275, "0.00%"),
    number(0.7, "0%"),
    number(0.07, "0%"),
    number(0.12345, "0.0%"),
    number(45_691, "m/d/yyyy"),
    number(2.5, "0.00_ "),
  ];
  const written = writeWorkbook({
    ...{ title: "甲", names: [] },
    sheets: [{ name: "甲", widths: [], rows: [row], frozen: { rows: 0, columns: 0 } }],
  });
  const read = readWorkbook(written);
  expect(read.ok && read.value.map(sheetTexts)[0]?.[0]).toEqual([
    ...["2.75%", "70%", "7%", "12.345%", null, "2.50"],
  ]);
});
