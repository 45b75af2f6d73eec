import { describe, expect, test } from "vitest";
import { remarkText } from "#renderer/features/compare/remark-text.ts";
import { tableText } from "#renderer/features/compare/table-text.ts";
import { FIVE, studyOf, words } from "./study-of.ts";

const rows = (id: string) =>
  tableText(studyOf(id), words)
    .split("\n")
    .map((line) => line.split("\t"));

describe("the table as text for a spreadsheet", () => {
  const intensity = rows("rd-intensity");
  const [years = []] = intensity.filter(([first]) => first === "规划");
  const cell = (plan: string, year: string) =>
    intensity.find(([first]) => first === plan)?.[years.indexOf(year)];

  test("is headed by concept and unit", () => {
    expect(intensity[0]).toEqual(["研发经费投入强度（%）"]);
  });

  test.each([
    // Enping lines 62 and 102, Heshan 87.
    ["恩平市科学技术发展“十三五”规划", "2010", "0.28"],
    ["恩平市科学技术发展“十三五”规划", "2015", "1.5"],
    ["恩平市科学技术发展“十三五”规划", "2020", "达到2.5%"],
    ["恩平市科学技术发展“十三五”规划", "2025", ""],
    ["鹤山市科技发展“十四五”规划（征求意见稿）", "2019", "2.92"],
  ])("has %s in %s: %s", (plan, year, text) => {
    expect(cell(plan, year)).toBe(text);
  });

  test("ends with the growth that is needed a year, in points for shares", () => {
    // (2.5 − 1.5) / 5 = 0.20.
    expect(cell("恩平市科学技术发展“十三五”规划", "所需年均")).toBe("0.20 个百分点");
  });

  test("keeps other calibers under their own name", () => {
    const lines = rows("high-tech-enterprises").map(([first]) => first);
    const heading = lines.indexOf("国家高新技术企业（家）");
    expect(heading).toBeGreaterThan(0);
    expect(lines.slice(0, heading)).not.toContain("台山市科技创新“十三五”规划");
    expect(lines.slice(heading)).toContain("台山市科技创新“十三五”规划");
  });
});

/** The first cell of the row of Enping's plan, were this its title. */
function copiedTitle(title: string): string | undefined {
  const plans = FIVE.map((plan) => (plan.id === "enping-13" ? { ...plan, title } : plan));
  // Line 1 is the concept, line 2 the years; Jiangmen's, Shaoguan's, Taishan's and Heshan's plans do not change.
  const others = new Set(FIVE.map((plan) => plan.title));
  const [own] = tableText(studyOf("rd-intensity", plans), words)
    .split("\n")
    .slice(2)
    .map((line) => line.split("\t")[0] ?? "")
    .filter((first) => !others.has(first));
  return own;
}

describe("a plan's title in a spreadsheet", () => {
  test.each([
    ["=1+1", "'=1+1"],
    ["+1+cmd|' /C calc'!A0", "'+1+cmd|' /C calc'!A0"],
    ["-1+1", "'-1+1"],
    ["@SUM(A1:A9)", "'@SUM(A1:A9)"],
    ["＝1＋1", "'＝1＋1"],
    ["\t=1+1", "' =1+1"],
    ["\r\n=1+1", "' =1+1"],
    ['=HYPERLINK("https://example.org")', `'=HYPERLINK("https://example.org")`],
  ])("that reads %j begins no formula", (title, copied) => {
    expect(copiedTitle(title)).toBe(copied);
  });

  test.each(["-2.5", "+1,419", "2.5", "<b>恩平</b>", "恩平=台山"])(
    "that reads %j stays as it is",
    (title) => {
      expect(copiedTitle(title)).toBe(title);
    },
  );

  test.each([
    ["a tab", "恩平\t台山"],
    ["a line break", "恩平\r\n台山"],
    ["a paragraph separator", "恩平\u2029台山"],
  ])("with %s stays in its cell", (_what, title) => {
    expect(copiedTitle(title)).toBe("恩平 台山");
  });
});

test("remarks name plans and years", () => {
  const study = studyOf("rd-intensity");
  const texts = study.table.remarks.map((remark) => remarkText(remark, study, words).text);
  expect(texts.join("")).toMatch(/基期年份不同：2015 年（.*enping-13.*）；.*增长幅度只比年均。/u);
});
