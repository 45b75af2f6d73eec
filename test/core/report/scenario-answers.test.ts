import { describe, expect, test } from "vitest";
import type { Answer } from "#core/report/answer.ts";
import { outcomeAnswer, scenarioAnswers } from "#core/report/scenario-answers.ts";
import type { ScenarioId } from "#core/scenario/scenario.ts";
import type { ScenarioStudy } from "#core/scenario/scenario-study.ts";
import { IDS, questionOf, studyOf, TAISHAN_GDP, treeOf } from "./study-of.ts";

const TAISHAN = "taishan-13";
const INTENSITY = `${TAISHAN}/rd-intensity`;
const EXPENDITURE = `${TAISHAN}/rd-expenditure`;

function ask(study: ScenarioStudy, series: string, scenario: ScenarioId): readonly Answer[] {
  return scenarioAnswers(questionOf(TAISHAN, study, series, scenario));
}

const find = <K extends Answer["kind"]>(list: readonly Answer[], kind: K) =>
  list.filter((answer): answer is Extract<Answer, { kind: K }> => answer.kind === kind);

const growth = (rate: number) => ({ method: "growth", rate, byYear: [] }) as const;

describe("a share that moves by itself", () => {
  // Taishan's intensity by its own table: 0.94 % in 2011, 1.54 % in 2015; promised are 2.1 % for 2017 and 2.5 % for 2020.
  const baseline = ask(studyOf(TAISHAN), INTENSITY, IDS.baseline);

  test("going on by (1.54 − 0.94)/4 = 0.15 points a year leads to 1.54 + 5 × 0.15 = 2.29 and misses 2.5", () => {
    const [outcome] = find(baseline, "outcome");
    expect(outcome?.value).toBeCloseTo(2.29, 10);
    expect(outcome?.verdict).toMatchObject({ kind: "misses", level: 2.5 });
  });

  test("says what it supposes", () => {
    expect(find(baseline, "outcome")[0]?.supposed).toMatchObject([{ parameter: "delta", setting: 0.15 }]);
  });

  test("asks for (2.5 − 1.54)/5 = 0.192 points beside the 0.15 of history", () => {
    const [required] = find(baseline, "required");
    expect(required?.pace.points).toBeCloseTo(0.192, 12);
    expect(required?.pace.rate).toBeCloseTo((2.5 / 1.54) ** 0.2 - 1, 12);
    expect(required?.past?.points).toBeCloseTo(0.15, 12);
    expect(required?.past).toMatchObject({ from: 2011, to: 2015 });
  });

  test("reaches 2.5 in the seventh year: 1.54 + 7 × 0.15 = 2.59, the sixth gives 2.44", () => {
    expect(find(baseline, "reached")[0]).toMatchObject({ due: 2020, year: 2022 });
  });

  test("0.1 points more a year are 0.5 points more after five", () => {
    expect(find(baseline, "driver")[0]?.effect).toBeCloseTo(0.5, 10);
  });

  test("the milestone asks for 16.8 % a year, and 6.0 % after it (domain.md section 8)", () => {
    const [milestone] = find(baseline, "milestone");
    expect(milestone).toMatchObject({ year: 2017, level: 2.1, met: false });
    expect(milestone?.before.rate).toBeCloseTo((2.1 / 1.54) ** 0.5 - 1, 12);
    expect(milestone?.after?.rate).toBeCloseTo((2.5 / 2.1) ** (1 / 3) - 1, 12);
  });

  test("the floor scenario is set apart by its path: 2.5 − 2.29", () => {
    const [difference] = find(ask(studyOf(TAISHAN), INTENSITY, IDS.floor), "difference");
    expect(difference).toMatchObject({ from: "基准", year: 2020 });
    expect(difference?.amount).toBeCloseTo(0.21, 10);
  });
});

describe("an intensity reckoned from expenditure and GDP", () => {
  const tree = (rd: number, gdp: number) =>
    treeOf(TAISHAN, [
      {
        scenario: IDS.baseline,
        series: INTENSITY,
        parts: { assumption: { method: "formula", text: "[rd-expenditure] / [gdp] × 100" } },
      },
      { scenario: IDS.baseline, series: EXPENDITURE, parts: { assumption: growth(rd) } },
      { scenario: IDS.baseline, series: TAISHAN_GDP.id, parts: { assumption: growth(gdp) } },
      { scenario: IDS.stretch, series: EXPENDITURE, parts: { assumption: growth(15) } },
      { scenario: IDS.stretch, series: TAISHAN_GDP.id, parts: { assumption: growth(7) } },
      {
        scenario: IDS.stretch,
        series: INTENSITY,
        parts: { assumption: { method: "formula", text: "[rd-expenditure] / [gdp] × 100" } },
      },
    ]);
  const study = studyOf(TAISHAN, tree(9, 5), [TAISHAN_GDP]);
  const answers = ask(study, INTENSITY, IDS.baseline);

  test("GDP growing by 5 % and expenditure by 9 % lead to 1.54 × (1.09/1.05)⁵", () => {
    expect(find(answers, "outcome")[0]?.value).toBeCloseTo(1.54 * (1.09 / 1.05) ** 5, 10);
    expect(find(answers, "outcome")[0]?.supposed.map(({ name, setting }) => [name, setting])).toEqual([
      ["地区生产总值", 5],
      ["研究和试验发展（R&D）经费投入", 9],
    ]);
  });

  test("2.5 needs expenditure to grow by 1.05 × (2.5/1.54)^(1/5) − 1 a year", () => {
    const needed = find(answers, "needed").find(({ knob }) => knob.setting === 9);
    expect(needed?.setting).toBeCloseTo((1.05 * (2.5 / 1.54) ** 0.2 - 1) * 100, 8);
    expect(needed?.others).toMatchObject([{ name: "地区生产总值", setting: 5 }]);
  });

  test("a point more of expenditure does (1.10⁵ − 1.09⁵)/1.05⁵ × 1.54", () => {
    const [expenditure] = find(answers, "driver");
    expect(expenditure?.effect).toBeCloseTo((1.54 * (1.1 ** 5 - 1.09 ** 5)) / 1.05 ** 5, 10);
  });

  test("the difference to the stretch scenario is parted between both, and adds up", () => {
    const [difference] = find(ask(study, INTENSITY, IDS.stretch), "difference");
    const value = (rd: number, gdp: number) => 1.54 * ((1 + rd / 100) / (1 + gdp / 100)) ** 5;
    const byRd = (value(15, 5) - value(9, 5) + value(15, 7) - value(9, 7)) / 2;
    expect(difference?.amount).toBeCloseTo(value(15, 7) - value(9, 5), 10);
    expect(difference?.parts[0]?.amount).toBeCloseTo(byRd, 10);
  });

  test("a trial is told as if it were stored, and leaves no trace", () => {
    const before = ask(study, INTENSITY, IDS.baseline);
    study.suppose({ scenario: IDS.baseline, series: TAISHAN_GDP.id, override: { assumption: growth(3) } });
    const tried = ask(study, INTENSITY, IDS.baseline);
    expect(tried).toEqual(ask(studyOf(TAISHAN, tree(9, 3), [TAISHAN_GDP]), INTENSITY, IDS.baseline));
    study.suppose(null);
    expect(ask(study, INTENSITY, IDS.baseline)).toEqual(before);
  });

  test("the outcome alone is the first of all answers", () => {
    expect(outcomeAnswer(questionOf(TAISHAN, study, INTENSITY, IDS.baseline))).toEqual(
      ask(study, INTENSITY, IDS.baseline)[0],
    );
  });
});
