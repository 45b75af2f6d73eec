import { describe, expect, test } from "vitest";
import { clauseId, indicatorId, statementId, taskId, year } from "#core/plan/ids.ts";
import type { Plan } from "#core/plan/plan.ts";
import type { Evidence, Statement } from "#core/plan/statement.ts";
import type { Task } from "#core/plan/task.ts";
import { checkSpans } from "#exchange/plan-file/check-spans.ts";
import { reasonText } from "#exchange/plan-file/plan-file-error.ts";
import { statementOf } from "../../core/plan/arbitraries.ts";
import { planOf } from "../../core/plan/plan-of.ts";

/** A place of the document `plan.txt` by the words that stand there. */
function placeOf(text: string, words: string): Evidence {
  const at = text.indexOf(words);
  if (at < 0) throw new Error(`${words} is not there`);
  const start = Array.from(text.slice(0, at)).length;
  const line = text.slice(0, at).split("\n").length;
  return { document: "plan.txt", line, start, end: start + Array.from(words).length };
}

function faultsOf(parts: Partial<Plan>, text: string): readonly string[] {
  const plan = planOf([{ name: "指标", unit: "家" }], { statements: [], ...parts });
  return checkSpans(plan, { "plan.txt": text }).map(({ path, reason }) => `${path}: ${reasonText(reason)}`);
}

function saying(text: string, words: string, said: Partial<Statement>) {
  const statement = statementOf(statementId("enping-13/s001"), indicatorId("enping-13/row-1"));
  return faultsOf({ statements: [{ ...statement, evidence: placeOf(text, words), ...said }] }, text);
}

function naming(text: string, words: string, task: Partial<Task>) {
  const id = taskId("enping-13/t001");
  const entry = { id, kind: "project", name: "", parent: null, bodies: [], year: null, note: null } as const;
  return faultsOf({ tasks: [{ ...entry, evidence: placeOf(text, words), ...task }] }, text);
}

describe("the place of a number", () => {
  test.each([
    ["a number with its unit", "达到33家。", "33家", { value: 33 }],
    ["printed digits after the point", "比重为2.50%", "2.50%", { value: 2.5, decimals: 2 }],
    ["thousands", "共1,845家", "1,845家", { value: 1845 }],
    ["full-width digits", "达到３３家", "３３家", { value: 33 }],
    ["a number over blank lines", "达到3\n\n3家", "3\n\n3家", { value: 33 }],
    ["a page number inside", "达到 2600 5 家", "2600 5 家", { value: 2600 }],
    ["words", "培育两家", "两家", { value: 2 }],
    ["tens in words", "共二十三项", "二十三项", { value: 23, unit: "项" }],
    ["a magnitude in words", "产值过百亿", "百亿", { value: 100, unit: "亿元" }],
    ["thousands of a magnitude", "千亿级集群", "千亿级", { value: 1000, unit: "亿元" }],
    ["a magnitude and its measure", "万亩示范区", "万亩", { value: 1, unit: "万亩" }],
    ["large numbers in words", "三亿五千万元", "三亿五千万元", { value: 3.5, unit: "亿元", decimals: 1 }],
    ["nothing in words", "零的突破", "零的", { value: 0, unit: null }],
    ["a fall told in words", "下降3%", "3%", { value: -3, form: "change" }],
    ["both ends", "国家级2—3家", "2—3家", { value: null, low: 2, high: 3, form: "between" }],
    ["a derived value nowhere", "由1.5%", "1.5%", { value: 0.28, kind: "derived" }],
  ] as const)("holds %s", (_, text, words, said) => {
    expect(saying(text, words, said)).toEqual([]);
  });

  test.each([
    ["another number", "达到33家。", "33家", { value: 34 }],
    ["a part of a longer number", "达到133家。", "133家", { value: 33 }],
    ["a part of a decimal", "为4.25%", "4.25%", { value: 25 }],
    ["other digits than printed", "为2.50%", "2.50%", { value: 2.5, decimals: 1 }],
    ["another number in words", "培育两家", "两家", { value: 3 }],
    ["only one end", "国家级2—3家", "2—", { value: null, low: 2, high: 3, form: "between" }],
  ] as const)("does not hold %s", (_, text, words, said) => {
    expect(saying(text, words, said)).toHaveLength(1);
  });

  test("is in the line that is named, counted in code points", () => {
    const text = "“𠮷”\n达到33家";
    expect(saying(text, "33家", { value: 33 })).toEqual([]);
    const { start, end } = placeOf(text, "33家");
    const evidence = { document: "plan.txt", line: 1, start, end };
    expect(saying(text, "33家", { value: 33, evidence })).toEqual([
      "statements[0].evidence: the span begins in line 2, not in line 1",
    ]);
    expect(saying(text, "33家", { value: 33, evidence: { ...evidence, end: 99 } })).toHaveLength(1);
  });

  test("is passed over in a document that is not there", () => {
    const statement = statementOf(statementId("enping-13/s001"), indicatorId("enping-13/row-1"));
    expect(checkSpans(planOf([], { statements: [statement] }), {})).toEqual([]);
  });
});

describe("the place of an entry's name", () => {
  test.each([
    ["the name", "建设西部科技城。", "西部科技城", { name: "西部科技城" }],
    ["the name over a page number", "工 8 程技术中心", "工 8 程技术中心", { name: "工程技术中心" }],
    ["the core of a longer name", "小微企业载体建设", "小微企业载体建设", { name: "小微企业载体建设工程" }],
    [
      "parts of a gathered name",
      "一张网、全灾种一张图",
      "一张网、全灾种一张图",
      { name: "应急一张网一张图" },
    ],
    ["what a rule is about", "给予一定补贴", "给予一定补贴", { name: "举荐人才补贴", kind: "policy" }],
    [
      "the date of an event",
      "2021年12月",
      "2021年12月",
      { name: "规划成文", kind: "event", year: year(2021) },
    ],
  ] as const)("holds %s", (_, text, words, task) => {
    expect(naming(text, words, task)).toEqual([]);
  });

  test.each([
    ["a number", "共2项", "2项", { name: "国际标准制（修）订" }],
    ["another name", "建设东部科技城。", "东部", { name: "西部科技城" }],
    [
      "another year's date",
      "2020年12月",
      "2020年12月",
      { name: "规划成文", kind: "event", year: year(2021) },
    ],
  ] as const)("does not hold %s", (_, text, words, task) => {
    expect(naming(text, words, task)).toHaveLength(1);
  });
});

describe("the beginning of a heading", () => {
  const text = "目录\n一、目标\n（一）培育 12 主体\n";

  test.each([
    ["where it is printed", { heading: "一、目标", line: 2, start: 3 }, 0],
    ["over a page number", { heading: "（一）培育主体", line: 3, start: 8 }, 0],
    ["where only the line is known", { heading: "二、任务", line: 9, start: null }, 0],
    ["behind its own number", { heading: "一、目标", line: 2, start: 5 }, 1],
    ["in another line", { heading: "一、目标", line: 3, start: 3 }, 1],
  ])("is found %s or missed", (_, entry, faults) => {
    expect(faultsOf({ outline: [{ ...entry, level: 1 }] }, text)).toHaveLength(faults);
  });
});

test("the place of a clause is in the line that is named", () => {
  const text = "一、保障\n每年督查。";
  const evidence = placeOf(text, "督查");
  const clause = { id: clauseId("enping-13/c01"), topic: "monitoring", gist: "督查", bodies: [] } as const;
  expect(faultsOf({ clauses: [{ ...clause, evidence }] }, text)).toEqual([]);
  expect(faultsOf({ clauses: [{ ...clause, evidence: { ...evidence, line: 1 } }] }, text)).toEqual([
    "clauses[0].evidence: the span begins in line 2, not in line 1",
  ]);
});
