import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type DraftChoices,
  draftProblems,
  type FateChoice,
  type Figures,
  proposeChoices,
} from "#core/drafting/draft-choices.ts";
import { draftPlan } from "#core/drafting/draft-plan.ts";
import { offeredBySuperior } from "#core/drafting/target-question.ts";
import { formatTarget } from "#core/indicator/format-target.ts";
import { baseValue } from "#core/plan/base-value.ts";
import { nextPlan, proposeTitle } from "#core/plan/draft.ts";
import { type IndicatorId, indicatorId, jurisdictionCode, planId, year } from "#core/plan/ids.ts";
import type { Plan } from "#core/plan/plan.ts";
import { readPlanFile } from "#exchange/plan-file/read-plan-file.ts";
import { writePlanFile } from "#exchange/plan-file/write-plan-file.ts";
import { seedJurisdictions, seedPlan } from "../../seed-plan.ts";
import { planArbitrary } from "../plan/arbitraries.ts";
import { BUNDLED, choicesFor, DRAFT, draftOf } from "./drafting-of.ts";

const enping = seedPlan("enping-13");
const idOf = (plan: Plan, concept: string): IndicatorId => {
  const found = plan.indicators.find((row) => row.concept === concept);
  if (found === undefined) throw new Error(`There is no ${concept}`);
  return found.id;
};
const rowOf = (draft: Plan, concept: string) => {
  const at = draft.indicators.findIndex((row) => row.concept === concept);
  const indicator = draft.indicators[at];
  if (indicator === undefined) throw new Error(`There is no ${concept}`);
  return { at, indicator };
};
const HIGH_TECH = "national-high-tech-enterprises";

const soundFile = (draft: Plan) => {
  const json = JSON.stringify(writePlanFile(draft));
  expect(readPlanFile(JSON.parse(json), "own")).toEqual({ ok: true, value: draft });
};

describe("what is proposed", () => {
  test("is the plan of the next five years with everything kept, as it has always been", () => {
    const identity = { id: DRAFT, title: proposeTitle(enping) };
    expect(draftOf(enping)).toEqual(nextPlan(enping, planId("jiangmen-14"), identity));
  });

  test("is nothing after the last year that the program knows", () => {
    const late = { ...enping, period: { start: year(2096), end: year(2100) } };
    expect(proposeChoices(late, BUNDLED, seedJurisdictions())).toEqual({
      ok: false,
      error: { kind: "period-out-of-range", year: 2105 },
    });
  });
});

describe("the fate of indicators", () => {
  const dropped = idOf(enping, "patent-grants-period-total");
  const changed = idOf(enping, HIGH_TECH);
  const draft = draftOf(enping, {
    fates: new Map<IndicatorId, FateChoice>([
      [dropped, { fate: "dropped", reason: " “十二五”合计数，不再统计 " }],
      [changed, { fate: "caliber-changed", reason: "改按全部高新技术企业统计" }],
    ]),
  });

  test("takes out what is no longer listed with what was stated about it, and keeps name and reason", () => {
    expect(draft.indicators).toHaveLength(enping.indicators.length - 1);
    expect(draft.dropped).toEqual([
      { indicator: dropped, name: "“十二五”专利授权总量", reason: "“十二五”合计数，不再统计" },
    ]);
    const known = new Set(draft.indicators.map(({ id }) => id));
    expect(draft.statements.filter(({ indicator }) => indicator !== null && !known.has(indicator))).toEqual(
      [],
    );
  });

  test("says of every row where it comes from and how", () => {
    expect(rowOf(draft, HIGH_TECH).indicator.carriedFrom).toEqual({
      indicator: changed,
      fate: "caliber-changed",
      reason: "改按全部高新技术企业统计",
    });
    expect(rowOf(draft, "rd-intensity").indicator.carriedFrom).toEqual({
      indicator: idOf(enping, "rd-intensity"),
      fate: "kept",
      reason: null,
    });
    soundFile(draft);
  });
});

describe("what the superior plan has and the predecessor has not", () => {
  const jiangmen = seedPlan("jiangmen-14");

  test("is offered by concept", () => {
    const offered = offeredBySuperior(enping, jiangmen).map(({ concept }) => concept);
    expect(offered).toContain("tech-smes");
    expect(offered).not.toContain("rd-expenditure");
    expect(offered).not.toContain(null);
  });

  test("comes below the rows that are carried over, with the base year of the draft", () => {
    const draft = draftOf(enping, { adopted: [idOf(jiangmen, "tech-smes")] });
    expect(draft.indicators.at(-1)).toMatchObject({
      concept: "tech-smes",
      name: "科技型中小企业数量",
      unit: "家",
      carriedFrom: null,
      base: { year: 2020, provisional: null },
    });
    soundFile(draft);
  });

  test("is passed over where the superior plan is another one by now", () => {
    const adopted = [idOf(jiangmen, "tech-smes")];
    expect(draftOf(enping, { superior: null, adopted }).indicators).toHaveLength(enping.indicators.length);
  });
});

describe("bases and targets", () => {
  const id = idOf(enping, HIGH_TECH);
  const typed = (figures: Partial<Figures>) =>
    draftOf(enping, { figures: new Map([[id, { base: null, target: null, note: null, ...figures }]]) });

  test("are read as the grid reads them", () => {
    const draft = typed({ base: "３５家", target: "保底100，力争130", note: "按前期增速建议" });
    const { at, indicator } = rowOf(draft, HIGH_TECH);
    expect(baseValue(draft, at)).toMatchObject({ year: 2020, quantity: { value: 35 }, provisional: false });
    expect(indicator.targets.map(({ year: by, target }) => [by, formatTarget(target)])).toEqual([
      [2025, "保底100家，力争130家"],
    ]);
    expect(indicator.targets[0]?.statement).toBeNull();
    expect(indicator.remarks).toEqual([
      { field: { kind: "target", year: 2025 }, note: "按前期增速建议", source: null },
    ]);
  });

  test("stay as typed where they cannot be read", () => {
    const { indicator } = rowOf(typed({ base: "三十多", target: "3—2家" }), HIGH_TECH);
    expect(indicator.rejected).toEqual([
      { field: { kind: "observation", year: 2020 }, text: "三十多" },
      { field: { kind: "target", year: 2025 }, text: "3—2家" },
    ]);
  });

  test("follow the period and the base year that were chosen", () => {
    const draft = draftOf(enping, {
      period: { start: year(2021), end: year(2023) },
      baseYear: year(2015),
      jurisdiction: jurisdictionCode("440781"),
    });
    const { at } = rowOf(draft, HIGH_TECH);
    expect(draft).toMatchObject({ period: { start: 2021, end: 2023 }, jurisdiction: "440781" });
    expect(baseValue(draft, at)).toMatchObject({ year: 2015, quantity: { value: 9 }, provisional: false });
  });
});

describe("what keeps a draft from being made", () => {
  const problems = (changes: Partial<DraftChoices>) =>
    draftProblems(choicesFor(enping, changes)).map(({ kind }) => kind);
  const first = enping.indicators[0]?.id ?? indicatorId("");

  test.each<[string, Partial<DraftChoices>, readonly string[]]>([
    ["nothing", {}, []],
    ["no title", { title: " \u200B" }, ["empty-title"]],
    ["a period that ends first", { period: { start: year(2026), end: year(2025) } }, ["period-order"]],
    ["a base year in the last year", { baseYear: year(2025) }, ["base-year-late"]],
    ["no reason", { fates: new Map([[first, { fate: "dropped", reason: " " }]]) }, ["no-reason"]],
    ["no need for one", { fates: new Map([[first, { fate: "kept" }]]) }, []],
  ])("%s", (_what, changes, expected) => {
    expect(problems(changes)).toEqual(expected);
  });
});

const fate = fc.oneof(
  fc.constant<FateChoice>({ fate: "kept" }),
  fc.record({
    fate: fc.constantFrom("caliber-changed" as const, "dropped" as const),
    reason: fc.string({ unit: "binary" }).map((text) => `理由${text}`),
  }),
);
const figure = fc.record({
  base: fc.option(fc.oneof(fc.constant("12"), fc.string())),
  target: fc.option(fc.constantFrom("达到12", "年均增长3%", "乱写12x", "新增3")),
  note: fc.option(fc.string({ unit: "binary" })),
});

test("is a sound plan file, whatever is chosen", () => {
  fc.assert(
    fc.property(planArbitrary("bundled"), fc.array(fate), fc.array(figure), (plan, fates, figures) => {
      const ids = plan.indicators.map(({ id }) => id);
      const draft = draftPlan(
        { predecessor: plan, superior: null },
        choicesFor(plan, {
          superior: null,
          fates: new Map(fates.flatMap((each, at) => (ids[at] === undefined ? [] : [[ids[at], each]]))),
          figures: new Map(figures.flatMap((each, at) => (ids[at] === undefined ? [] : [[ids[at], each]]))),
        }),
        DRAFT,
      );
      soundFile(draft);
      expect(draft.indicators.length + draft.dropped.length).toBe(plan.indicators.length);
    }),
  );
});
