import { describe, expect, test } from "vitest";
import { matchesPinyin } from "#renderer/ui/pinyin.ts";

describe("a search by pinyin", () => {
  // Initials and readings of common indicator names, written by hand.
  test.each([
    ["地区生产总值", "dqsczz"],
    ["地区生产总值", "diqu"],
    ["高新技术企业", "gxjs"],
    ["高新技术企业", "gaoxinjishu"],
    ["研发经费投入强度", "投入强度"],
    ["R&D intensity", "r&d INT"],
    ["恩平市", ""],
    ["R&D经费", "Ｒ＆Ｄ"],
    ["研发经费（2025年）", "２０２５"],
    ["高新技术企业", "ＧＸＪＳ"],
  ])("finds %s by “%s”", (text, query) => {
    expect(matchesPinyin(text, query)).toBe(true);
  });

  test.each([
    ["地区生产总值", "zscq"],
    ["恩平市", "台山"],
  ])("does not find %s by “%s”", (text, query) => {
    expect(matchesPinyin(text, query)).toBe(false);
  });
});
