import { describe, expect, test } from "vitest";
import { checkSeeds } from "#exchange/plan-file/check-seeds.ts";
import { evaluateFormula } from "#exchange/plan-file/seed-rules/evaluate-formula.ts";
import { brokenFile } from "./broken-file.ts";
import { CONCEPTS, DOCUMENT, PLAN, seedTexts } from "./sound-seeds.ts";

type Path = readonly (string | number)[];

const documents = { "plan.txt": DOCUMENT };

async function problemsOf(concepts: unknown, plan: unknown): Promise<readonly string[]> {
  return (await checkSeeds(seedTexts(concepts, plan), documents)).problems;
}

/** The place of a statement in the plan's list by its number. */
const said = (number: number, key: string): Path => ["statements", number - 1, key];

test("sound seeds have no problem and are summed up in one line", async () => {
  expect(await checkSeeds(seedTexts(CONCEPTS, PLAN), documents)).toEqual({
    problems: [],
    summary:
      "seeds: 1 plans, 6 indicators, 11 statements (7 observations, 3 targets, 0 milestones, 0 amounts, 1 derived), " +
      "11 facts, 7 concepts (0 shared), 1 tasks, 1 clauses, 1 settled disagreements; spans 10/10 hold; 0 problems",
  });
});

test("without the documents the summary says that the places were not checked", async () => {
  const { problems, summary } = await checkSeeds(seedTexts(CONCEPTS, PLAN), {});
  expect(problems).toEqual([]);
  expect(summary).toContain("; spans not checked (the documents are not on this machine); 0 problems");
});

describe("a problem is named with its entry:", () => {
  test.each<[string, Path, unknown, readonly string[]]>([
    [
      "a value that its statement does not state",
      ["indicators", 0, "observations", 0, "value"],
      15,
      ["test-13/towns: the value of 2015 and test-13/s001 differ in value"],
    ],
    [
      "a value of another year",
      ["indicators", 0, "observations", 0, "year"],
      2014,
      ["test-13/towns: the value of 2014 and test-13/s001 differ in year"],
    ],
    [
      "a value backed by a change",
      ["indicators", 5, "observations", 0, "statement"],
      "test-13/s006",
      [
        "test-13/rd: the value of 2015 and test-13/s006 differ in form",
        "test-13/rd: the value of 2015 and test-13/s006 differ in value",
      ],
    ],
    [
      "a value without a statement",
      ["indicators", 0, "observations", 0, "statement"],
      null,
      ["test-13/towns: the value of 2015 names no statement"],
    ],
    [
      "a target that its statement does not state",
      ["indicators", 1, "targets", 0, "text"],
      "达到34家",
      ["test-13/firms: the target of 2020 and test-13/s008 differ in value"],
    ],
    [
      "a target of another form",
      ["indicators", 1, "targets", 0, "text"],
      "超33家",
      ["test-13/firms: the target of 2020 and test-13/s008 differ in form"],
    ],
    [
      "a target without a statement",
      ["indicators", 1, "targets", 0, "statement"],
      null,
      ["test-13/firms: the target of 2020 names no statement"],
    ],
    [
      "a disagreement that is not settled",
      ["disagreements"],
      [],
      ["test-13/towns: test-13/s009, test-13/s010 disagree about 2020, which is not settled"],
    ],
    [
      "an official statement that no cell names",
      ["disagreements", 0],
      { ...PLAN.disagreements[0], official: "test-13/s010", others: ["test-13/s009"] },
      ["test-13/towns: test-13/s010 is official, but no cell of 2020 names it"],
    ],
    [
      "a settled disagreement of different facts",
      ["disagreements", 1],
      {
        ...PLAN.disagreements[0],
        indicator: "test-13/rd",
        year: 2015,
        official: "test-13/s007",
        others: ["test-13/s006"],
      },
      ["test-13/rd: no statements about 2015 disagree, but one is settled"],
    ],
    [
      "a formula that does not give its value",
      said(11, "derivation"),
      { formula: "1.5 - 0.4", from: ["test-13/s007"] },
      ['test-13/s011: "1.5 - 0.4" is 1.1, not 1'],
    ],
    [
      "a formula without its source's value",
      said(11, "derivation"),
      { formula: "2.5 - 1.5", from: ["test-13/s006", "test-13/s007"] },
      ['test-13/s011: "2.5 - 1.5" does not hold the value of test-13/s006'],
    ],
    [
      "a formula that makes no sense",
      said(11, "derivation"),
      { formula: "1.5 minus 0.5", from: ["test-13/s007"] },
      ['test-13/s011: the formula "1.5 minus 0.5" cannot be reckoned'],
    ],
    [
      "a printed value with a formula",
      said(11, "kind"),
      "observation",
      ["test-13/s011: a derived statement has a formula, and no other has one"],
    ],
    ["an id out of number", ["tasks", 0, "id"], "test-13/t002", ["test-13/t002: should be number 001"]],
    [
      "a statement of another concept",
      said(2, "concept"),
      "national-high-tech-enterprises",
      ["test-13/s002: is about national-high-tech-enterprises, its indicator about high-tech-enterprises"],
    ],
    [
      "a statement in another kind of unit",
      said(10, "unit"),
      "%",
      [
        "test-13/towns: no statements about 2020 disagree, but one is settled",
        "test-13/s010: is in %, its indicator in 个",
      ],
    ],
    [
      "a gist that is too long",
      ["clauses", 0, "gist"],
      "长".repeat(46),
      ["test-13/c01: the gist is longer than 45 signs"],
    ],
    [
      "a gist that is the document's sentence",
      ["clauses", 0, "gist"],
      "每年督查一次。",
      ["test-13/c01: the gist is the document's own sentence"],
    ],
    [
      "a document that is another one",
      ["documents", 0, "sha256"],
      "0".repeat(64),
      ["test-13: plan.txt is not the document that the plan was read from"],
    ],
    [
      "a number that does not stand there",
      said(8, "evidence"),
      PLAN.statements[6]?.evidence,
      ['test-13/s008: the span "1.5%" does not hold 33'],
    ],
    [
      "a heading that begins elsewhere",
      ["outline", 1, "start"],
      3,
      ["test-13 outline[1].start: the heading begins in line 1, not in line 4"],
    ],
    [
      "a growth rate that is none",
      said(6, "form"),
      "averageGrowth",
      ["test-13/s006: is a growth rate that is not in percent"],
    ],
    [
      "a number without a unit",
      said(6, "unit"),
      null,
      ["test-13/s006: has a number without a unit and no note on it"],
    ],
    [
      "a statement of no place",
      said(6, "evidence"),
      null,
      ["test-13/s006: has neither a place nor a formula"],
    ],
  ])("%s", async (_, path, value, expected) => {
    expect(await problemsOf(CONCEPTS, brokenFile(PLAN, path, value))).toEqual(expected);
  });

  test("parts that do not make their total", async () => {
    const value = brokenFile(PLAN, said(3, "value"), 4);
    expect(await problemsOf(CONCEPTS, value)).toContain("test-13/s003: the parts make 3, not 4");
  });

  test("a statement without number, indicator and year", async () => {
    const bare = { indicator: null, task: "test-13/t001", form: "qualitative", value: null, unit: null };
    const changed = { ...PLAN.statements[5], ...bare };
    expect(await problemsOf(CONCEPTS, brokenFile(PLAN, ["statements", 5], changed))).toContain(
      "test-13/s006: states no number, no indicator and no dated deliverable: it is a task",
    );
  });

  test("a statement before the one above it, and one that is there twice", async () => {
    const last = { ...PLAN.statements[0], id: "test-13/s012" };
    expect(await problemsOf(CONCEPTS, brokenFile(PLAN, ["statements", 11], last))).toEqual([
      "test-13/s012: stands before the entry above it",
      "test-13/s012: says the same at the same place as test-13/s001",
    ]);
  });

  test("an entry of the programme that is there twice", async () => {
    const again = { ...PLAN.tasks[0], id: "test-13/t002" };
    expect(await problemsOf(CONCEPTS, brokenFile(PLAN, ["tasks", 1], again))).toEqual([
      "test-13/t002: says the same at the same place as test-13/t001",
    ]);
  });

  test("an indicator of nothing, and two of one concept with the same targets", async () => {
    const empty = { ...PLAN.indicators[2], id: "test-13/empty", observations: [] };
    const twin = {
      ...PLAN.indicators[1],
      id: "test-13/twin",
      observations: [],
      targets: [{ year: 2020, text: "达到33家", statement: null }],
    };
    const six = brokenFile(PLAN, ["indicators", 6], empty);
    expect(await problemsOf(CONCEPTS, brokenFile(six, ["indicators", 7], twin))).toEqual([
      "test-13/empty: has neither a value nor a target",
      "test-13/twin: has the concept and the targets of another indicator",
      "test-13/twin: the target of 2020 names no statement",
    ]);
  });
});

describe("a problem of the catalogue is named:", () => {
  test.each<[string, Path, unknown, readonly string[]]>([
    [
      "a family of one",
      [4, "family"],
      "others",
      [
        "high-tech-enterprises: is alone in the family enterprises",
        "national-high-tech-enterprises: is alone in the family others",
      ],
    ],
    [
      "kin that nothing sets apart",
      [4, "differs"],
      "全部",
      [
        "high-tech-enterprises: differs from a member of enterprises in the same words",
        "national-high-tech-enterprises: differs from a member of enterprises in the same words",
      ],
    ],
    [
      "a family without what sets apart",
      [4, "differs"],
      null,
      ["national-high-tech-enterprises: a family and what sets its members apart go together"],
    ],
    [
      "a unit that does not convert",
      [6, "unit"],
      "%",
      ["test-13/towns: is in 个, its concept specialised-towns in %"],
    ],
    [
      "a range that is left",
      [5, "range"],
      { min: 0, max: 1.2 },
      ["test-13/s007: 1.5 is outside its concept's range"],
    ],
    [
      "a concept that nothing uses",
      [7],
      { ...CONCEPTS[6], id: "unused" },
      ["unused: no plan, formula or family uses this concept"],
    ],
  ])("%s", async (_, path, value, expected) => {
    expect(await problemsOf(brokenFile(CONCEPTS, path, value), PLAN)).toEqual(expected);
  });
});

test("seeds that are not sealed are checked all the same", async () => {
  const texts = { ...seedTexts(CONCEPTS, PLAN), "plans/test-13.json": JSON.stringify(PLAN, null, 1) };
  const { problems, summary } = await checkSeeds(texts, documents);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatch(/^seeds\/plans\/test-13\.json: wrong hash: /u);
  expect(summary).toMatch(/^seeds: 1 plans, .*; 1 problem$/u);
});

test("seeds that cannot be read are one problem", async () => {
  const broken = brokenFile(PLAN, ["tasks", 0, "parent"], "test-13/t009");
  expect(await checkSeeds(seedTexts(CONCEPTS, broken), documents)).toEqual({
    problems: ['seeds/plans/test-13.json: tasks[0].parent: "test-13/t009" does not exist'],
    summary: "seeds: cannot be read; 1 problem",
  });
});

test("a file that is no JSON is one line, whatever the parser quotes of it", async () => {
  const texts = { ...seedTexts(CONCEPTS, PLAN), "concepts.json": "nope\nnope\n" };
  const { problems, summary } = await checkSeeds(texts, documents);
  const lines = problems.filter((problem) => problem.startsWith("seeds/concepts.json: not JSON: "));
  expect(lines).toHaveLength(1);
  expect([...problems, summary].filter((line) => line.includes("\n"))).toEqual([]);
});

describe("formulas of derived values", () => {
  test.each([
    ["1.5 - 1.22", 1.5 - 1.22, [1.5, 1.22]],
    ["3 + 12", 15, [3, 12]],
    ["745 / (1 + 0.9814)", 745 / 1.9814, [745, 1, 0.9814]],
    ["2 + 3 × 4 − 8 ÷ 2", 10, [2, 3, 4, 8, 2]],
    ["(2 + 3) * 4", 20, [2, 3, 4]],
    ["8 - 3 - 2", 3, [8, 3, 2]],
  ])("%s is reckoned", (formula, value, numbers) => {
    expect(evaluateFormula(formula)).toEqual({ ok: true, value: { value, numbers } });
  });

  test.each(["", "1 +", "(1", "1)", "1 1", "-1", "a", "1 / 0", "1 ** 2", "1.5.2"])(
    "%j is none",
    (formula) => {
      expect(evaluateFormula(formula).ok).toBe(false);
    },
  );
});
