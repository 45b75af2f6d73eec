import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { indicatorIndex } from "#core/compare/beside/align-indicators.ts";
import { draftPlan } from "#core/drafting/draft-plan.ts";
import { proposeTarget } from "#core/drafting/propose-target.ts";
import { TARGET_RULES } from "#core/drafting/rules/rule-registry.ts";
import type { TargetRuleId } from "#core/drafting/rules/target-rule.ts";
import { targetQuestion } from "#core/drafting/target-question.ts";
import { formatTarget } from "#core/indicator/format-target.ts";
import { parseTarget } from "#core/indicator/parse-target.ts";
import { indicatorGrowth } from "#core/path/indicator-growth.ts";
import { conceptId, indicatorId, year } from "#core/plan/ids.ts";
import type { Plan } from "#core/plan/plan.ts";
import { seedPlan } from "../../seed-plan.ts";
import { planArbitrary } from "../plan/arbitraries.ts";
import { planOf } from "../plan/plan-of.ts";
import { BUNDLED, choicesFor, CONCEPTS, DRAFT, draftOf, proposed } from "./drafting-of.ts";

const enping = seedPlan("enping-13");
const taishan = seedPlan("taishan-13");
const PEERS = ["taishan-13", "heshan-14"];

/** The concept of the first row of a sketched plan; its indicators are 家. */
const CONCEPT = "national-high-tech-enterprises";
const sketch = (target: string, observed: Readonly<Record<number, string>> = { 2015: "9" }): Plan => {
  const plan = planOf([{ name: "国家高新技术企业", unit: "家", observed, targets: { 2020: target } }]);
  return { ...plan, indicators: plan.indicators.map((row) => ({ ...row, concept: conceptId(CONCEPT) })) };
};

describe("the growth that the predecessor's own target asked for", () => {
  test.each([
    // Lines 64 and 104: 9 → 33 over 2015–2020 is (33/9)^(1/5) − 1 = 29.67 %; five years on from 33: 33·(33/9) = 121.
    ["national-high-tech-enterprises", "达到121家"],
    // Lines 62 and 102: 1.5 → 2.5 is 0.2 points a year; 2.5 + 5·0.2 = 3.5.
    ["rd-intensity", "达到3.5%"],
    // Lines 64 and 106: 27 → 37 is 2 points a year.
    ["high-tech-product-output-share", "达到47%"],
    // Lines 64 and 110: 15 → 40; 40·(40/15) = 106.7, in whole centres.
    ["engineering-centres-all-levels", "达到107家"],
    // Line 110: 全覆盖 stays what it is.
    ["backbone-enterprise-rd-institution-coverage", "全覆盖"],
    // Line 108 has no value to start from, line 62 promises nothing of the expenditure.
    ["invention-patent-grants", "their-base"],
    ["rd-expenditure", "no-target"],
    ["high-tech-enterprise-rd", "judged"],
  ])("of Enping's %s: %s", (concept, expected) => {
    expect(proposed("same-growth", concept, { predecessor: enping })).toBe(expected);
  });

  test.each([
    // Lines 39 and 142: 1.54 → 2.50; 2.50 + (2.50 − 1.54) = 3.46. The bare number of a table becomes 达到.
    ["rd-intensity", "达到3.46%"],
    // Lines 47 and 147: 50·(50/13) = 192.3.
    ["national-high-tech-enterprises", "达到192家"],
    // Line 47 and its like: a growth that is promised as one is promised again.
    ["industrial-technical-upgrade-investment", "年均增长25%左右"],
  ])("of Taishan's %s: %s", (concept, expected) => {
    expect(proposed("same-growth", concept, { predecessor: taishan })).toBe(expected);
  });

  // From 9 in 2015 to 18 and 27 in 2020; the draft starts from the promised 18 or 27.
  test.each([
    ["达到18家以上", "达到36家以上"],
    ["超过18家", "超过36家"],
    ["18家左右", "36家左右"],
    ["新增9家", "新增18家"],
    // 18·(18/9) = 36 and 18·(27/9) = 54 from the floor of 18.
    ["保底18家，力争27家", "保底36家，力争54家"],
    ["18—27家", "达到36家以上"],
    ["累计完成50家", "no-level"],
  ])("keeps the form of %s: %s", (before, expected) => {
    expect(proposed("same-growth", CONCEPT, { predecessor: sketch(before) })).toBe(expected);
  });

  test("is not carried on over a changed caliber", () => {
    const id = enping.indicators.find(({ concept }) => concept === CONCEPT)?.id ?? indicatorId("");
    const fates = new Map([[id, { fate: "caliber-changed", reason: "改为全部高新技术企业" } as const]]);
    expect(proposed("same-growth", CONCEPT, { predecessor: enping, changes: { fates } })).toBe("caliber");
  });

  test("starts from the base that was typed", () => {
    const id = enping.indicators.find(({ concept }) => concept === CONCEPT)?.id ?? indicatorId("");
    const figures = new Map([[id, { base: "30家", target: null, note: null }]]);
    // 30·(33/9) = 110
    expect(proposed("same-growth", CONCEPT, { predecessor: enping, changes: { figures } })).toBe("达到110家");
  });

  test("is undefined from nothing, and says so", () => {
    const nought = sketch("达到18家", { 2015: "9", 2020: "0" });
    expect(proposed("same-growth", CONCEPT, { predecessor: nought })).toBe("not-positive");
  });

  test("does not lead a share beyond the whole", () => {
    const share = planOf([
      { name: "占比", unit: "%", observed: { 2015: "20" }, targets: { 2020: "达到70%" } },
    ]);
    const plan = {
      ...share,
      indicators: share.indicators.map((row) => ({
        ...row,
        concept: conceptId("rd-active-share-scale-industry"),
      })),
    };
    expect(proposed("same-growth", "rd-active-share-scale-industry", { predecessor: plan })).toBe("达到100%");
  });
});

describe("the growth that the superior plan asks for", () => {
  test.each([
    // Jiangmen line 2: 年均增长12% for the expenditure; Enping promised nothing, so that the superior's form is taken.
    ["rd-expenditure", "年均增长12%"],
    // Jiangmen line 2: 1845 → 2600 in five years; Enping's 16 are of 2015: 16·(2600/1845)² = 31.8.
    ["high-tech-enterprises", "达到32家以上"],
    // Jiangmen line 2: 61 → 65 is 0.8 points a year; 50 + 5·0.8 = 54.
    ["rd-institution-coverage-scale-industry", "达到54%"],
    // All high-tech enterprises against national ones only.
    ["national-high-tech-enterprises", "caliber"],
    ["rd-intensity", "judged"],
    ["professional-talents", "no-concept"],
  ])("for Enping's %s: %s", (concept, expected) => {
    expect(proposed("superior-growth", concept, { predecessor: enping })).toBe(expected);
  });

  test("is none without a superior plan", () => {
    const changes = { superior: null };
    expect(proposed("superior-growth", "rd-expenditure", { predecessor: enping, changes })).toBe("no-plan");
  });

  test("is taken for a row that only the superior plan has", () => {
    const concept = "tech-smes";
    const adopted = seedPlan("jiangmen-14").indicators.filter((row) => row.concept === concept);
    const ids = adopted.map(({ id }) => id);
    const figures = new Map(ids.map((id) => [id, { base: "100", target: null, note: null }]));
    const ask = (rule: TargetRuleId, changes: object) =>
      proposed(rule, concept, { predecessor: enping, changes: { adopted: ids, ...changes } });
    // Jiangmen line 2: 1389 → 2200; 100·(2200/1389) = 158.4.
    expect(ask("superior-growth", { figures })).toBe("达到158家以上");
    expect(ask("superior-growth", {})).toBe("no-base");
    expect(ask("same-growth", { figures })).toBe("not-carried");
  });
});

describe("the median of what peers ask for", () => {
  test.each([
    // Taishan lines 39, 161, 162: (36 − 24.53)/5 = 2.294; Heshan lines 91, 113: (52 − 48.11)/5 = 0.778; 37 + 5·1.536 = 44.7.
    ["high-tech-product-output-share", "达到45%"],
    // Only Taishan has a figure: 2.5 + 0.96.
    ["rd-intensity", "达到3.5%"],
    ["professional-talents", "no-concept"],
  ])("for Enping's %s: %s", (concept, expected) => {
    expect(proposed("peer-median", concept, { predecessor: enping, peers: PEERS })).toBe(expected);
  });

  test("is none without peers", () => {
    expect(proposed("peer-median", "rd-intensity", { predecessor: enping })).toBe("no-plan");
  });
});

describe("the trend of the observations", () => {
  test.each([
    // Taishan lines 35–39: 0.94, 1.01, 1.25, 1.38, 1.54; mean 1.224 in 2013, slope 0.157: 1.224 + 12·0.157 = 3.108.
    ["rd-intensity", "达到3.11%"],
    // Lines 43–47: 10, 13, 13, 13, 13; mean 12.4, slope 0.6: 12.4 + 12·0.6 = 19.6.
    ["national-high-tech-enterprises", "达到20家"],
    ["fiscal-science-expenditure", "few-observations"],
    ["tech-incubators", "few-observations"],
  ])("of Taishan's %s: %s", (concept, expected) => {
    expect(proposed("observed-trend", concept, { predecessor: taishan })).toBe(expected);
  });
});

test("leaving a target open proposes nothing", () => {
  expect(proposed("leave-open", "rd-intensity", { predecessor: enping })).toBe("left-open");
});

test("whatever the plan, a proposal is read back as it is written, and asks for a growth that is a number", () => {
  fc.assert(
    fc.property(planArbitrary("bundled"), (predecessor) => {
      const index = (plan: Plan) => indicatorIndex(plan, CONCEPTS);
      const draft = draftPlan({ predecessor, superior: null }, choicesFor(predecessor), DRAFT);
      const grounds = {
        predecessor: index(predecessor),
        superior: index(predecessor),
        peers: BUNDLED.map(index),
        concepts: CONCEPTS,
      };
      draft.indicators.forEach((indicator, row) => {
        const question = targetQuestion(draft, row, grounds);
        for (const rule of question === null ? [] : TARGET_RULES) {
          const proposal = question === null ? null : proposeTarget(rule, question);
          if (proposal === null || !proposal.ok) continue;
          const { text, target } = proposal.value;
          const read = parseTarget(text, indicator.unit, question?.concept?.direction);
          expect(read.ok ? formatTarget(read.value) : read.error).toBe(text);
          const planned = { year: year(draft.period.end), target, statement: null };
          const indicators = draft.indicators.map((each, at) =>
            at === row ? { ...each, targets: [planned] } : each,
          );
          const growth = indicatorGrowth({ ...draft, indicators }, row, question?.concept ?? null);
          if (growth.kind === "rate") expect(Number.isFinite(growth.rate)).toBe(true);
        }
      });
    }),
  );
});

test("asks of the draft what the predecessor's target asked: the growth stands in the draft's own column", () => {
  const row = enping.indicators.findIndex(({ concept }) => concept === CONCEPT);
  const id = enping.indicators[row]?.id ?? indicatorId("");
  const figures = new Map([[id, { base: null, target: "达到121家", note: null }]]);
  const growth = indicatorGrowth(draftOf(enping, { figures }), row, null);
  expect(growth.kind === "rate" ? growth.rate : null).toBeCloseTo(0.2967, 4);
});
