import { describe, expect, test } from "vitest";
import { remarkText } from "#renderer/features/compare/remark-text.ts";
import { tableText } from "#renderer/features/compare/table-text.ts";
import { studyOf, words } from "./study-of.ts";

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

test("remarks name plans and years", () => {
  const study = studyOf("rd-intensity");
  const texts = study.table.remarks.map((remark) => remarkText(remark, study, words).text);
  expect(texts.join("")).toMatch(/基期年份不同：2015 年（.*enping-13.*）；.*增长幅度只比年均。/u);
});
