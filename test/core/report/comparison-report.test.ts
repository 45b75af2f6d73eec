import { expect, test } from "vitest";
import { comparisonReport } from "#core/report/comparison-report.ts";
import { runText } from "#core/report/report.ts";

const report = comparisonReport("恩平草案", [
  {
    name: "上位规划 · 江门“十四五”",
    title: "江门市科技创新“十四五”规划",
    rows: [
      {
        name: "研发强度",
        unit: "%",
        mine: "达到2.92%以上",
        theirs: "2.6",
        difference: "▲ 高 0.32 个百分点",
        remark: null,
      },
      { name: "专利", unit: "", mine: "", theirs: "70", difference: "", remark: "统计口径不同。" },
    ],
    unmatched: ["高价值发明专利", "技术合同成交额"],
  },
  { name: "同级规划 · 台山“十三五”", title: "《台山规划》", rows: [], unmatched: [] },
]);
const headings = report.blocks.flatMap((block) =>
  block.kind === "heading" ? [block.number + block.text] : [],
);
const texts = report.blocks.flatMap((block) => (block.kind === "paragraph" ? [runText(block.runs)] : []));

test("gives each plan a section with its table, what cannot be compared and what only it has", () => {
  expect(headings).toEqual([
    "一、与上位规划 · 江门“十四五”对照",
    "（一）口径与可比性",
    "（二）本规划未列的指标",
    "二、与同级规划 · 台山“十三五”对照",
  ]);
  expect(texts).toEqual([
    "本报告将本规划的目标与《江门市科技创新“十四五”规划》、《台山规划》逐项对照。",
    "两部规划有2项指标对应，其中1项可以比较，见表1。",
    "高价值发明专利；技术合同成交额。",
    "两部规划没有可以对应的指标。",
  ]);
});

test("prints a row an indicator, with a dash for what is not there", () => {
  const table = report.blocks.find((block) => block.kind === "table");
  expect(table?.kind === "table" && table.rows).toEqual([
    ["1", "研发强度", "%", "达到2.92%以上", "2.6", "▲ 高 0.32 个百分点"],
    ["2", "专利", "—", "—", "70", "—"],
  ]);
});

test("lists why two cannot be compared", () => {
  const list = report.blocks.find((block) => block.kind === "list");
  expect(list?.kind === "list" && list.items.map(runText)).toEqual(["专利：统计口径不同。"]);
});
