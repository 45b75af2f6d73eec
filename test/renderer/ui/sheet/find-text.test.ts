import { describe, expect, test } from "vitest";
import { findCells, replaceText } from "#renderer/ui/sheet/find-text.ts";

const texts = [
  ["R&D投入", "达到２．５％"],
  ["r＆d人员", "2.5"],
];
const all = { top: 0, left: 0, bottom: 1, right: 1 };
const textAt = ({ row, column }: { row: number; column: number }) => texts[row]?.[column] ?? "";
const found = (text: string, whole = false) =>
  findCells([all], textAt, { text, whole }).map(({ row, column }) => `${row}${column}`);

describe("looking for a text", () => {
  test.each([
    ["r&d", false, ["00", "10"]],
    ["Ｒ＆Ｄ", false, ["00", "10"]],
    ["2.5", false, ["01", "11"]],
    ["２.５", true, ["11"]],
    ["科技", false, []],
    ["", false, []],
  ] as const)("%j (whole cell: %j) finds %j", (text, whole, places) => {
    expect(found(text, whole)).toEqual(places);
  });
});

test.each([
  ["达到２．５％，力争２．５％", "2.5", false, "3", "达到3％，力争3％"],
  ["R&D投入", "r&D", false, "研发", "研发投入"],
  ["aaa", "aa", false, "b", "ba"],
  ["家", "家", true, "个", "个"],
  ["不变", "无", false, "有", "不变"],
])("in %j %j (whole: %j) becomes %j: %j", (text, wanted, whole, by, expected) => {
  expect(replaceText(text, { text: wanted, whole }, by)).toBe(expected);
});
