import { describe, expect, test } from "vitest";
import { createFinder, MOST_FINDS } from "#exchange/document/find-in-text.ts";

const found = (text: string, query: string) =>
  createFinder(text)(query).map(({ start, end }) => text.slice(start, end));

describe("finding in a text", () => {
  test.each([
    ["across a line break", "高新技术\n\n企业", "高新技术企业", ["高新技术\n\n企业"]],
    ["across the gap of a lost line break", "创新主体 优势", "主体优势", ["主体 优势"]],
    ["wide digits by narrow ones", "占２．５％", "2.5%", ["２．５％"]],
    ["narrow letters by wide ones, in either case", "r&d 经费", "Ｒ＆Ｄ", ["r&d"]],
    ["with gaps in the query", "达到33家", "33 家", ["33家"]],
    ["behind a character of two units", "𠮷达到", "达到", ["达到"]],
    ["a character of two units", "在𠮷县", "𠮷", ["𠮷"]],
    ["each place once", "家家家", "家家", ["家家"]],
    ["nothing for nothing", "规划", " \n", []],
    ["nothing that is not there", "规划", "计划", []],
  ])("finds %s", (_what, text, query, expected) => {
    expect(found(text, query)).toEqual(expected);
  });

  test("ends at a number of places that a reader can still walk", () => {
    expect(found("规".repeat(MOST_FINDS + 5), "规")).toHaveLength(MOST_FINDS);
  });
});
