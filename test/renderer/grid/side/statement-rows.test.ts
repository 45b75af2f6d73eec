import { describe, expect, test } from "vitest";
import { disagreementIndex } from "#renderer/features/grid/disagreement-index.ts";
import {
  matchesSearch,
  passesStatementFilter,
  statementCounts,
  type StatementRow,
  statementRows,
} from "#renderer/features/grid/side/statement-rows.ts";
import { seedPlan } from "../../../seed-plan.ts";
import { jiangmen } from "../grid-fixtures.ts";

const shaoguan = seedPlan("shaoguan-2017");
const rows = statementRows(shaoguan, disagreementIndex(shaoguan));
const incubators = rows.filter(({ indicator }) => indicator?.endsWith("/national-tech-incubators"));
const has = (text: string, wanted: string) => text.includes(wanted);

describe("the statements of a plan", () => {
  test("are all there, in the order of the text", () => {
    expect(rows.map(({ id }) => id)).toEqual(shaoguan.statements.map(({ id }) => id));
  });

  test("say what they are about, in the words of the text, and where they stand", () => {
    // Shaoguan states its national incubators as 2—3家 in line 32 and as 3家 in line 68.
    expect(incubators.map(({ wording, year, kind, line }) => [wording, year, kind, line])).toEqual([
      ["2—3家", 2020, "target", 32],
      ["3家", 2020, "target", 68],
    ]);
  });

  test("are marked where they back a cell and where they disagree", () => {
    expect(incubators.map(({ official, disagrees }) => [official, disagrees])).toEqual([
      [true, true],
      [false, true],
    ]);
  });

  test("about no indicator bear the name of their task", () => {
    const amounts = rows.filter(({ kind, indicator }) => kind === "amount" && indicator === null);
    expect(amounts.length).toBeGreaterThan(0);
    for (const { about } of amounts) expect(about).not.toBeNull();
  });

  test("name the heading above them where all stand in one line", () => {
    const flat = statementRows(jiangmen, disagreementIndex(jiangmen));
    expect(flat.find(({ line, heading }) => line === 2 && heading !== null)).toBeDefined();
    expect(rows.every(({ heading }) => heading === null)).toBe(true);
  });
});

describe("the filters of the statements", () => {
  test("let targets with milestones, actuals with derived values, and amounts through", () => {
    const kinds = (filter: "targets" | "actuals" | "amounts") =>
      new Set(rows.filter((row) => passesStatementFilter(row, filter)).map(({ kind }) => kind));
    expect(kinds("targets")).toEqual(new Set(["target", "milestone"]));
    expect(kinds("actuals")).toEqual(new Set(["observation"]));
    expect(kinds("amounts")).toEqual(new Set(["amount"]));
  });

  test("count every statement once among targets, actuals and amounts", () => {
    const { all, targets, actuals, amounts } = statementCounts(rows);
    expect(targets + actuals + amounts).toBe(all);
    expect(all).toBe(shaoguan.statements.length);
  });

  test("keep those that disagree", () => {
    const differing = rows.filter((row) => passesStatementFilter(row, "disagreeing"));
    expect(differing.map(({ about }) => about)).toContain("国家级科技企业孵化器");
    expect(statementCounts(rows).disagreeing).toBe(differing.length);
  });
});

describe("a search among the statements", () => {
  const row = incubators[0];
  if (row === undefined) throw new Error("The incubators are gone");
  const found = (wanted: string, among: StatementRow = row) => matchesSearch(among, wanted, has);

  test.each(["孵化", "2—3", "2020", "２０２０", " ", ""])("finds %j by name, value or year", (wanted) => {
    expect(found(wanted)).toBe(true);
  });

  test("finds nothing that is not there", () => {
    expect(found("专利")).toBe(false);
    expect(found("x", { ...row, about: null, wording: null, year: null, note: null })).toBe(false);
  });
});
