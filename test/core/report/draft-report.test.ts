import { describe, expect, test } from "vitest";
import { printedReport } from "#core/report/printed-report.ts";
import type { Report, ReportBlock, ReportTable } from "#core/report/report.ts";
import { runText } from "#core/report/report.ts";
import { sourceText, statementsById } from "#core/report/draft/evidence-table.ts";
import { year } from "#core/plan/ids.ts";
import { seedPlan } from "../../seed-plan.ts";
import { sampleReport } from "./sample-report.ts";

const headings = ({ blocks }: Report) =>
  blocks.flatMap((block) => (block.kind === "heading" ? [block.number + block.text] : []));
const texts = ({ blocks }: Report) =>
  blocks.flatMap((block) => (block.kind === "paragraph" ? [runText(block.runs)] : []));
const table = ({ blocks }: Report, id: string): ReportTable => {
  const found = blocks.find((block): block is ReportTable => block.kind === "table" && block.id === id);
  if (found === undefined) throw new Error(`There is no table ${id}`);
  return found;
};

describe("the draft as a document", () => {
  const report = sampleReport();

  test("counts its sections as 公文 do", () => {
    expect(headings(report)).toEqual(
      expect.arrayContaining([
        "一、编制依据",
        "二、发展基础",
        "三、发展目标",
        "（一）具体目标",
        "（二）主要指标",
      ]),
    );
    expect(headings(report).at(-1)).toBe("附件　指标依据一览");
  });

  test("rests on the superior plan and on the place", () => {
    expect(texts(report)[0]).toBe(
      "依据《广东省科技创新“十四五”规划》，结合江门市实际，制定本规划。规划期为2021—2025年。",
    );
  });

  test("tells the base year and the goals by category in one sentence each", () => {
    expect(texts(report).join("\n")).toContain("2020年，全社会研发经费78.57亿元；");
    expect(texts(report)).toContain(
      "2. 人才队伍。每万人研发人员全时当量达到80人年（其中2023年达到70人年）；引进和培育高端创新创业人才团队数量达到80个（其中2023年达到57个）。",
    );
  });

  test("prints the table of the plan itself", () => {
    // 江门市科技创新“十四五”规划, table of main indicators: 高新技术企业数量 1845, 2300, 2600.
    const { columns, rows } = table(report, "indicators");
    expect(columns.map(({ title }) => title)).toEqual([
      ...["序号", "指标", "单位", "2020年", "2023年", "2025年目标", "属性"],
    ]);
    expect(rows).toContainEqual(["4", "高新技术企业数量", "家", "1845", "2300家", "2600家", "预期性"]);
  });

  test("reaches each target of the path in its year", () => {
    const { columns, rows } = table(report, "path");
    expect(columns.at(-1)?.title).toBe("2025年");
    const row = rows.find((cells) => cells[1] === "高新技术企业数量");
    // The milestone of 2023 and the target of 2025, as the plan prints them.
    expect(row?.slice(3)).toEqual([expect.anything(), expect.anything(), "2300", expect.anything(), "2600"]);
  });

  test("names document, section and line behind each value", () => {
    const row = table(report, "evidence").rows.find(
      (cells) => cells[1] === "高新技术企业数量" && cells[2] === "2025",
    );
    expect(row?.[4]).toMatch(/\.txt，.+第\d+行：“2600家”$/u);
  });

  test("a source that was named for a value is not that of the same year's target, nor the other way round", () => {
    const plan = seedPlan("taishan-13");
    const indicator = plan.indicators.find(({ id }) => id === "taishan-13/rd-intensity");
    const statement = indicator?.targets.find((each) => each.year === 2017)?.statement;
    const printed = statementsById(plan).get(statement ?? "");
    if (indicator === undefined || printed === undefined) throw new Error("no target of 2017");
    const [observation, target] = (["observation", "target"] as const).map((kind) => ({
      field: { kind, year: year(2017) },
      note: null,
      source: `《${kind}》`,
    }));
    const sources = (...remarks: (typeof indicator.remarks)[number][]) =>
      (["observation", "target"] as const).map((kind) =>
        sourceText(plan, { ...indicator, remarks }, printed, { kind, year: year(2017) }),
      );
    if (observation === undefined || target === undefined) throw new Error("no remarks");
    expect(sources(observation)).toEqual(["《observation》", expect.stringMatching(/第\d+行/u)]);
    expect(sources(target)).toEqual([expect.stringMatching(/第\d+行/u), "《target》"]);
    expect(sources(target, observation)).toEqual(["《observation》", "《target》"]);
  });

  test("draws charts of the indicators of which most is known", () => {
    const captions = report.blocks.flatMap((block) => (block.kind === "chart" ? [block.caption] : []));
    expect(captions).toHaveLength(3);
    expect(captions[0]).toMatch(/^图1　/u);
  });

  test("holds what was chosen and nothing else", () => {
    const kinds = (blocks: readonly ReportBlock[]) => new Set(blocks.map(({ kind }) => kind));
    const short = sampleReport("jiangmen-14", { parts: new Set(["indicators"]) });
    expect(headings(short)).toEqual(["一、发展目标", "（一）主要指标"]);
    expect(kinds(short.blocks)).toEqual(new Set(["title", "heading", "paragraph", "table"]));
  });
});

describe("the printed report", () => {
  test("leaves out what is still to be written, and counts the rest anew", () => {
    const blocks: readonly ReportBlock[] = [
      { kind: "heading", id: "a", level: 1, number: "一、", text: "甲" },
      { kind: "gap", id: "gap-a", text: "待写" },
      { kind: "heading", id: "b", level: 1, number: "二、", text: "乙" },
      { kind: "heading", id: "b1", level: 2, number: "（一）", text: "丙" },
      { kind: "gap", id: "gap-b1", text: "待写" },
      { kind: "heading", id: "b2", level: 2, number: "（二）", text: "丁" },
      { kind: "note", text: "注" },
    ];
    expect(headings(printedReport({ title: "", blocks }))).toEqual(["一、乙", "（一）丁"]);
  });
});
